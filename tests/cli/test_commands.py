"""Each command does what docs/cli.md says, in text and in JSON."""

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from ecrm_desktop.cli.commands import COMMANDS
from ecrm_desktop.migrations import HEAD
from ecrm_desktop.queries.shop import get_shop, users
from ecrm_desktop.settings import LANGUAGE, Settings
from ecrm_desktop.storage.database import Database
from ecrm_desktop.values.money import MoneyUnit
from tests.helpers.command_line import ROOT, Run, loaded_by


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from ecrm_desktop.services.demo import fill_demo  # noqa: PLC0415 - only here

    path = tmp_path_factory.mktemp("cli") / "sample.db"
    database = Database(path, create=True)
    with database.transaction() as session:
        fill_demo(session, customers=60)
    database.close()
    return path


@pytest.fixture
def shop(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "shop.db"
    assert run("--database", path, "init", "--shop", "کتاب مهر").status == 0
    return path


def documented() -> set[str]:
    return set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "cli.md").read_text("utf-8")))


def names_in(value: Any, *, apart_from: str = "") -> set[str]:
    """All names of a JSON document, but those inside what users name themselves."""
    if isinstance(value, list):
        return set().union(*(names_in(one, apart_from=apart_from) for one in value))
    if not isinstance(value, dict):
        return set()
    inside = [names_in(v, apart_from=apart_from) for k, v in value.items() if k != apart_from]
    return set(value).union(*inside)


def test_each_command_is_where_it_is_said_to_be() -> None:
    for load in COMMANDS.values():
        made = {maker().name for maker in load()}
        assert made == {name for name, other in COMMANDS.items() if other is load}


def test_a_command_loads_what_it_needs_and_not_what_others_need(
    sample_file: Path, tmp_path: Path
) -> None:
    report = ("report", "customers", "--format", "xlsx", "--output", tmp_path / "list.xlsx")
    for arguments, reads_and_writes_tables in ((("check",), False), (report, True)):
        loaded = loaded_by("--database", sample_file, *arguments)
        assert "ecrm_desktop.storage.database" in loaded
        assert ("openpyxl" in loaded) == reads_and_writes_tables
        assert "ecrm_desktop.importing" not in loaded


def test_init_makes_a_shop_in_a_new_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "shop.db"
    outcome = run("init", "--shop", "بوتیک", "--currency", "eur", "--database", path)
    assert outcome.status == 0
    assert str(path) in outcome.out
    database = Database(path)
    with database.reading() as session:
        shop = get_shop(session)
        assert (shop.name, shop.currency, shop.money_unit) == ("بوتیک", "EUR", MoneyUnit.MAJOR)
        assert len(users(session)) == 1
    database.close()


def test_init_never_touches_a_shop_that_is_there(run: Run, shop: Path) -> None:
    before = shop.read_bytes()
    outcome = run("--database", shop, "init", "--shop", "دیگر")
    assert (outcome.status, outcome.out) == (2, "")
    assert shop.read_bytes() == before


def test_init_with_a_wrong_currency_leaves_no_file(run: Run, tmp_path: Path) -> None:
    outcome = run("--database", tmp_path / "x.db", "init", "--currency", "XYZ")
    assert outcome.status == 2
    assert not (tmp_path / "x.db").exists()


def test_init_goes_on_where_it_was_interrupted(run: Run, tmp_path: Path) -> None:
    Database(tmp_path / "x.db", create=True).close()
    assert run("--database", tmp_path / "x.db", "init").status == 0


def test_the_environment_names_the_database(
    run: Run, shop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ECRM_DATABASE", str(shop))
    assert run("check").status == 0
    # What stands on the command line counts for more.
    assert run("check", "--database", shop.parent / "other.db").status == 2


def test_demo_fills_a_new_file_and_only_an_empty_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    assert run("--database", path, "demo", "--customers", 25, "--seed", 3).status == 0
    counts = run("--database", path, "check", "--json").json["counts"]
    assert counts["customers"] == 25
    outcome = run("--database", path, "demo", "--customers", 25)
    assert outcome.status == 2
    assert run("--database", path, "check", "--json").json["counts"] == counts


def test_search_finds_in_text_and_json(run: Run, sample_file: Path) -> None:
    outcome = run("--database", sample_file, "search", "۷", "--json")
    assert outcome.status == 0
    [hit, *_others] = outcome.json
    assert hit["code"] == "7"
    assert set(hit) == {"id", "code", "name", "kind", "phone", "city"}
    assert set(hit) <= documented()
    line = run("--database", sample_file, "search", hit["phone"][5:], "--limit", 1).out
    assert line.startswith("۷\t" + hit["name"])
    assert "\u2066" not in line
    assert len(run("--database", sample_file, "search", "a", "--limit", 2, "--json").json) <= 2


def test_search_for_nobody_is_no_failure(run: Run, sample_file: Path) -> None:
    assert run("--database", sample_file, "search", "قققق", "--json").json == []
    outcome = run("--database", sample_file, "search", "قققق")
    assert (outcome.status, outcome.error) == (0, "")
    assert outcome.out.strip()


def whole_story(run: Run, path: Path) -> list[dict[str, Any]]:
    return [
        run("--database", path, "customer", "show", code, "--json").json for code in range(1, 61)
    ]


def test_customer_show_tells_the_whole_story(run: Run, sample_file: Path) -> None:
    stories = whole_story(run, sample_file)
    names = names_in(stories, apart_from="fields")
    assert names <= documented()
    sums = {kind: sum(len(one[kind]) for one in stories) for kind in ("interactions", "complaints")}
    database = Database(sample_file)
    with database.reading() as session:
        for kind, number in sums.items():
            stored = session.connection().exec_driver_sql(
                f"SELECT count(*) FROM {kind} WHERE customer_id IS NOT NULL"
            )
            assert stored.scalar_one() == number
    database.close()
    best = max(stories, key=lambda one: int(one["purchase_total"]))
    assert best["purchase_count"] == len(best["purchases"])
    bought = sum(one["total"] for one in best["purchases"])
    returned = sum(back["total"] for one in best["purchases"] for back in one["returns"])
    assert best["purchase_total"] == bought - returned
    assert best["currency"] == "IRR"


def test_customer_show_reads_well_too(run: Run, sample_file: Path) -> None:
    story = run("--database", sample_file, "customer", "show", "5", "--json").json
    outcome = run("--database", sample_file, "customer", "show", "۵")
    assert outcome.status == 0
    assert story["name"] in outcome.out
    assert not re.search("[\u2066-\u2069]", outcome.out)


def test_a_customer_nobody_has_heard_of(run: Run, sample_file: Path) -> None:
    outcome = run("--database", sample_file, "customer", "show", "999999", "--json")
    assert (outcome.status, outcome.out) == (2, "")
    assert "999999" in outcome.error


@pytest.mark.parametrize("name", ["customers", "sales"])
def test_a_report_is_written_in_both_formats(
    run: Run, sample_file: Path, tmp_path: Path, name: str
) -> None:
    where = ("--database", sample_file, "report", name)
    assert run(*where, "--format", "pdf", "--output", tmp_path / "r.pdf").status == 0
    assert len(PdfReader(tmp_path / "r.pdf").pages) >= 1
    assert run(*where, "--format", "xlsx", "--output", tmp_path / "r.xlsx").status == 0
    assert openpyxl.load_workbook(tmp_path / "r.xlsx").active is not None


def test_a_report_of_one_customer_and_a_period(run: Run, sample_file: Path, tmp_path: Path) -> None:
    where = ("--database", sample_file, "report", "customer", "--format", "xlsx")
    output = ("--output", tmp_path / "r.xlsx")
    assert run(*where, *output).status == 2
    assert not (tmp_path / "r.xlsx").exists()
    assert run(*where, *output, "--customer", "۵").status == 0
    for period in (("--from", "1404/01/01"), ("--to", "1404/12/29")):
        assert run(*where, *output, "--customer", 5, *period).status == 0
    backwards = run(*where, *output, "--customer", 5, "--from", "1405/01/02", "--to", "1405/01/01")
    assert backwards.status == 2
    no_day = run(*where, *output, "--customer", 5, "--to", "1405/12/30")
    assert no_day.status == 2
    assert no_day.error.startswith("--to: ")


def test_a_report_nobody_knows_or_nobody_can_save(
    run: Run, sample_file: Path, tmp_path: Path
) -> None:
    where = ("--database", sample_file, "report")
    assert run(*where, "weather", "--format", "pdf", "--output", tmp_path / "r").status == 2
    nowhere = tmp_path / "no" / "folder" / "r.pdf"
    outcome = run(*where, "customers", "--format", "pdf", "--output", nowhere)
    assert outcome.status == 2


def test_check_counts_in_text_and_json(run: Run, sample_file: Path) -> None:
    report = run("--database", sample_file, "check", "--json").json
    assert report["sound"] is True
    assert report["schema"] == HEAD
    assert report["findings"] == {}
    assert report["counts"]["customers"] == 60
    assert names_in(report, apart_from="digests") <= documented()
    text = run("--database", sample_file, "check").out
    assert "مشتریان\t۶۰" in text
    assert HEAD in text


def test_check_of_a_database_without_a_shop(run: Run, tmp_path: Path) -> None:
    Database(tmp_path / "x.db", create=True).close()
    assert run("--database", tmp_path / "x.db", "check", "--json").json["currency"] == ""
    outcome = run("--database", tmp_path / "x.db", "search", "x")
    assert outcome.status == 2
    assert "ecrm init" in outcome.error


def test_an_unsound_database_is_told_apart(run: Run, shop: Path) -> None:
    database = Database(shop)
    with database.transaction() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO customer_index (number, customer_id, sort_name, first_folded, last_folded,"
            " words, digits, phone, sort_city, birthday, purchase_count, purchase_total)"
            " VALUES (1, x'00', '', '', '', '', '', '', '', '', 0, 0)"
        )
    database.close()
    outcome = run("--database", shop, "check", "--json")
    assert outcome.status == 2
    assert outcome.json["sound"] is False
    assert outcome.json["findings"] == {"index_stale": 1}
    assert outcome.error.count("\n") == 1
    assert run("--database", shop, "check").status == 2


def test_the_language_of_the_settings_is_spoken(run: Run, shop: Path) -> None:
    Settings().set(LANGUAGE, "en")
    assert "The database is sound." in run("--database", shop, "check").out
    assert "Check the database" in run("check", "--help").out


def test_json_does_not_depend_on_the_language(run: Run, sample_file: Path) -> None:
    command = ("--database", sample_file, "customer", "show", "5", "--json")
    persian = run(*command).out
    Settings().set(LANGUAGE, "en")
    assert run(*command).out == persian
    assert json.loads(persian)["code"] == "5"


def test_the_tour_is_handed_what_was_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ecrm_desktop.shell import tour  # noqa: PLC0415 - needs the window's libraries

    calls: list[Any] = []
    monkeypatch.setattr(tour, "tour", lambda *given, **named: calls.append((given, named)))
    screen = ("--size", "1366x768", "--scale", 1.5)
    assert run("tour", "--output", tmp_path, *screen, "--dark").status == 0
    named = {"scale": 1.5, "size": (1366, 768), "language": "fa", "dark": True}
    assert calls == [((tmp_path,), named)]


@pytest.mark.parametrize("size", ["1366", "1366x", "0x768", "wide", "99999x768"])
def test_a_tour_of_no_screen_is_refused(run: Run, tmp_path: Path, size: str) -> None:
    told = run("tour", "--output", tmp_path / "tour", "--size", size)
    assert (told.status, told.out) == (2, "")
    assert "--size" in told.error
    assert not (tmp_path / "tour").exists()
