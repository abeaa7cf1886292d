"""Fixtures of a shop whose people have passwords, for tests that bring it back."""

from pathlib import Path

import pytest

from tests.helpers.guarded_shop import GuardedShop, make_guarded_shop


@pytest.fixture(scope="session")
def guarded_template(tmp_path_factory: pytest.TempPathFactory) -> GuardedShop:
    """A guarded shop, made once and copied for each test."""
    return make_guarded_shop(tmp_path_factory.mktemp("guarded") / "shop.db")


@pytest.fixture
def guarded(guarded_template: GuardedShop, tmp_path: Path) -> GuardedShop:
    """A guarded shop in the folder of the test."""
    return guarded_template.copy_to(tmp_path)
