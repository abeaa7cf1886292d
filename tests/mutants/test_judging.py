"""The judging itself: what tests notice is killed, what they pass over survives."""

from pathlib import Path

import pytest

from tests.mutants.judging import Fate, JudgesFail, judged
from tests.mutants.mutant import Mutant

PROGRAM = "def twice(number):\n    return 2 * number\n"
TESTS = "from program import twice\n\n\ndef test_twice():\n    assert twice(2) == {expected}\n"


@pytest.fixture(autouse=True)
def plain_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the start of Qt, which takes most of the time."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def project(folder: Path, expected: int) -> Path:
    (folder / "program.py").write_text(PROGRAM, encoding="utf-8")
    content = TESTS.format(expected=expected)
    (folder / "test_program.py").write_text(content, encoding="utf-8")
    return folder


def mutant(wrong: str) -> Mutant:
    return Mutant("a-mutant", "program.py", "2 * number", wrong, ("test_program.py",))


def test_a_mutant_lives_until_a_test_fails(tmp_path: Path) -> None:
    copy = project(tmp_path, expected=4)
    verdicts = list(judged([mutant("3 * number"), mutant("2 + number")], copy))
    assert [one.fate for one in verdicts] == [Fate.KILLED, Fate.SURVIVED]
    assert [one.by for one in verdicts] == ["test_program.py::test_twice", ""]
    assert (copy / "program.py").read_text(encoding="utf-8") == PROGRAM


def test_a_test_that_fails_anyway_judges_nothing(tmp_path: Path) -> None:
    with pytest.raises(JudgesFail, match="test_twice"):
        next(judged([mutant("3 * number")], project(tmp_path, expected=5)))


def test_a_text_that_is_not_there_once_is_no_mutant(tmp_path: Path) -> None:
    project(tmp_path, expected=4)
    for text in ("four", "number"):
        with pytest.raises(LookupError):
            Mutant("a-mutant", "program.py", text, "", ()).source(tmp_path)
