"""The table of mutants keeps fitting the program: each can be made, and has judges."""

import ast
from pathlib import Path

import pytest

from tests.mutants.mutant import Mutant
from tests.mutants.table import MUTANTS

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_mutant_is_one_change_that_can_be_read(mutant: Mutant) -> None:
    wrong, right = mutant.source(ROOT), (ROOT / mutant.file).read_text(encoding="utf-8")
    if mutant.file.endswith(".sql"):
        assert wrong != right  # only PostgreSQL reads it, which each judge begins with
    else:
        assert ast.dump(ast.parse(wrong)) != ast.dump(ast.parse(right))


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda one: one.name)
def test_a_mutant_has_judges(mutant: Mutant) -> None:
    assert mutant.judges
    assert all((ROOT / judge).is_file() for judge in mutant.judges)


def test_each_mutant_has_a_name_of_its_own() -> None:
    names = [mutant.name for mutant in MUTANTS]
    assert sorted(set(names)) == sorted(names)
