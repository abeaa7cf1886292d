"""Parts in one line stand in the order of the window, whatever language they are in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ecrm_desktop
from ecrm_desktop.i18n import set_language
from ecrm_desktop.reports import bidi
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.text import isolate, runs_right_to_left

PACKAGE = Path(ecrm_desktop.__file__).parent
# What a screen reader is told, a file is headed with, or sentences of one language are.
_NOT_DRAWN = {"data", "filter_text", "_refresh"}


def joining(file: Path) -> Iterator[str]:
    """Yield the functions of a file that put dots between parts themselves."""
    for scope in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(scope, ast.FunctionDef):
            continue
        for node in ast.walk(scope):
            match node:
                case ast.Attribute(value=ast.Constant(value=" · "), attr="join"):
                    yield scope.name


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize(
    "parts",
    [
        ("سارا احمدی", isolate("0938 326 7313")),
        (isolate("0938 326 7313"), "اصفهان"),
        ("مریم", "علی‌رضا"),
        ("Sara", "today"),
    ],
)
def test_the_language_of_the_window_says_where_the_first_part_stands(
    language: str, parts: tuple[str, str]
) -> None:
    set_language(language)
    try:
        line = dotted(parts)
    finally:
        set_language("fa")
    is_rtl = language == "fa"
    assert runs_right_to_left(line) is is_rtl
    # The dot stands between the parts, at the line's own level.
    assert bidi.levels(line, int(is_rtl))[line.index("·")] == int(is_rtl)


def test_nothing_that_is_drawn_is_joined_in_another_way() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}: {name}"
        for room in ("ui", "shell")
        for file in sorted((PACKAGE / room).rglob("*.py"))
        for name in joining(file)
        if file.name != "listed.py" and name not in _NOT_DRAWN
    }
    assert found == set()
