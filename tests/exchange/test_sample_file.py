"""A file to fill in comes back as what it is, without a doubt."""

from dataclasses import replace
from pathlib import Path

import pytest

from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.sample_file import write_sample
from ecrm_desktop.exchange.tables import open_tables
from ecrm_desktop.i18n import set_language
from ecrm_desktop.importing import ImportRequest, run_import
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit, currency
from ecrm_desktop.values.statuses import ImportKind
from tests.helpers.conversions import IRAN


@pytest.mark.parametrize("kind", ImportKind)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_samples_are_understood(
    database: Database, tmp_path: Path, kind: ImportKind, language: str
) -> None:
    set_language(language)
    path = tmp_path / "fill.xlsx"
    for unit in (MoneyUnit.RIAL, MoneyUnit.TOMAN):  # the second in place of the first
        write_sample(path, kind, currency("IRR"), unit)
    with open_tables(path) as tables:
        [sheet] = tables.sheets
        found = recognize(sheet, None, IRAN)
    assert (found.kind, found.doubts) == (kind, ())
    assert all(found.mapping.columns)
    has_amounts = kind in {ImportKind.PRODUCTS, ImportKind.PURCHASES}
    assert found.mapping.unit is (MoneyUnit.TOMAN if has_amounts else None)
    request = ImportRequest(path=path, mapping=replace(found.mapping), conventions=IRAN)
    counts = run_import(database, request).counts
    assert (counts.new, counts.problems, sum(counts.left_out.values())) == (2, 0, 0)
