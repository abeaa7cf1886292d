"""`ecrm insight` does what docs/cli.md says, also for shops of which little can be said."""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ecrm_desktop.cli import insight_answers as answers
from ecrm_desktop.cli.files import CliShop
from ecrm_desktop.cli.insight import Asked
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.queries.shop import build_display, get_shop, users
from ecrm_desktop.services.customer_figures import refresh_figures
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.statuses import Role
from tests.helpers.command_line import ROOT, Run
from tests.helpers.guarded_shop import GuardedShop
from tests.helpers.odd_shops import ODD_SHOPS, TODAY

SAMPLE = ROOT / "tests" / "fixtures" / "cdnow" / "summary.csv"
CALIBRATED = date(1997, 9, 30)
COLUMNS = [
    word
    for pair in ("2=customer_code", "3=date", "4=quantity", "5=amount")
    for word in ("--column", pair)
]
ANSWERS: tuple[Callable[[Asked], None], ...] = (
    answers.answer_rfm,
    answers.answer_pareto,
    partial(answers.answer_dormant, limit=5),
    partial(answers.answer_cohorts, months=120, seasons=True),
    partial(answers.answer_clv, with_prior=True),
    partial(answers.answer_clv, with_prior=False),
    partial(answers.answer_forecast, months=24),
)
OWN_NAMES = re.compile(r"`([a-zA-Z_]+)`")


def documented() -> set[str]:
    return set(OWN_NAMES.findall((ROOT / "docs" / "cli.md").read_text("utf-8")))


def names_in(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(names_in, value))
    return set(value).union(*map(names_in, value.values())) if isinstance(value, dict) else set()


def strictly_read(text: str) -> Any:
    """Return a JSON document that has nothing but what JSON knows: no NaN, no Infinity."""

    def refuse(word: str) -> None:
        raise AssertionError(word)

    return json.loads(text, parse_constant=refuse)


def ask(run: Run, path: Path, *words: object) -> Any:
    outcome = run("--database", path, "insight", *words, "--json")
    assert (outcome.status, outcome.error) == (0, "")
    return strictly_read(outcome.out)


@pytest.fixture
def shop(tmp_path: Path, run: Run) -> Path:
    path = tmp_path / "shop.db"
    assert run("--database", path, "init", "--shop", "کتاب مهر").status == 0
    return path


def filled(path: Path, name: str) -> Path:
    database = Database(path)
    with database.transaction() as session:
        ODD_SHOPS[name](session)
    database.close()
    return path


@pytest.mark.parametrize("name", ODD_SHOPS)
def test_odd_shops_are_told_what_can_be_said(
    database: Database, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    """All that the commands answer, without opening the file anew for each of them."""
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="کتاب مهر"), "IRR", "مریم")
        ODD_SHOPS[name](session)
    refresh_figures(database)
    with database.reading() as session:
        row = get_shop(session)
        shop = CliShop(database, row, build_display(row, "fa", UTC))
        for answer in ANSWERS:
            said, written = (_answered(answer, shop, session, capfd, is_json) for is_json in (1, 0))
            document = strictly_read(said)
            assert document["says"]
            assert names_in(document) <= documented()
            sentences = [without_isolates(sentence) for sentence in document["says"]]
            assert written.splitlines()[: len(sentences)] == sentences
            assert not re.search(r"\b(nan|inf|None)\b", written, re.IGNORECASE)


def _answered(
    answer: Callable[[Asked], None],
    shop: CliShop,
    session: Session,
    capfd: pytest.CaptureFixture[str],
    as_json: int,
) -> str:
    capfd.readouterr()
    answer(Asked(shop, session, TODAY, bool(as_json)))
    return capfd.readouterr().out


def without_isolates(text: str) -> str:
    return re.sub("[\u2066-\u2069]", "", text)


def test_what_is_dated_later_is_left_out_and_told(run: Run, shop: Path) -> None:
    filled(shop, "in_the_future")
    for command in ("rfm", "dormant", "clv"):
        answer = ask(run, shop, command)
        assert (answer["customers"], answer["later"]) == (1, 2)
        assert "۲" in answer["says"][-1]


@pytest.fixture(scope="module")
def small_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Purchases of two years as a file like CDNOW's, by people with several habits."""
    lines = []
    for person in range(1, 41):
        gap = 7 + 6 * (person % 9)
        first = date(2023, 1, 1) + timedelta(days=person % 25)
        for visit in range(1 if person % 4 == 0 else 5 + person % 7):
            day = first + timedelta(days=visit * gap)
            lines.append(f" {person:05} {person:04} {day:%Y%m%d}  1  {10 + person}.50\n")
    path = tmp_path_factory.mktemp("sample") / "sample.txt"
    path.write_text("".join(lines), "utf-8")
    return path


@pytest.fixture
def sold(run: Run, tmp_path: Path, small_sample: Path) -> Path:
    path = tmp_path / "cds.db"
    run("--database", path, "init", "--currency", "USD")
    assert run("--database", path, "import", "purchases", small_sample, *COLUMNS).status == 0
    return path


def test_imported_purchases_are_reckoned_with_at_once(run: Run, sold: Path) -> None:
    value = ask(run, sold, "clv", "--until", "2023-06-30")
    assert value["customers"] == 40
    assert value["came_again"] == 30
    assert set(value["parameters"]) == {"r", "alpha", "a", "b"}
    assert {"p", "q", "v"} < set(value["gamma_gamma"])
    assert [one["x"] for one in value["conditional"]] == [0, 1, 2, 3, 4, 5, 6, "7+"]
    assert sum(one["n"] for one in value["conditional"]) == 40
    assert value["conditional"][0]["actual"] == 0
    # Amounts are in dollars, not in cents.
    assert 10 < value["mean_spend"] < 60

    missed = ask(run, sold, "dormant", "--until", "2024-01-31", "--limit", 3)["missed"]
    assert len(missed) == 3
    assert [one["loss"] for one in missed] == sorted((one["loss"] for one in missed), reverse=True)
    cells = ask(run, sold, "rfm", "--until", "2024-01-31")["cells"]
    assert len(cells) == 11
    assert sum(one["customers"] for one in cells) == 40
    pareto = ask(run, sold, "pareto")["pareto"]
    assert pareto["fewest"] > pareto["top"] == 8
    [first, second] = ask(run, sold, "cohorts", "--until", "2024-01-31", "--months", 24)["cohorts"]
    assert (first["year"], first["month"], second["month"]) == (1401, 10, 11)
    assert first["customers"] + second["customers"] == 40
    assert [one["finished"] for one in first["worth"]] == [True, True, False]
    [winter] = ask(run, sold, "cohorts", "--until", "2024-01-31", "--seasons")["cohorts"]
    assert winter["customers"] == 40
    said = run("--database", sold, "insight", "cohorts", "--until", "2024-01-31", "--seasons").out
    assert "زمستان ۱۴۰۱" in said
    assert "دی ۱۴۰۱" not in said
    forecast = ask(run, sold, "forecast", "--until", "2024-05-31", "--months", 3)
    assert (forecast["kind"], len(forecast["months"])) == ("range", 3)


def purchases_of_the_sample() -> Iterator[str]:
    """Yield lines as the published file has them, of purchases that come to the same summary."""
    with SAMPLE.open(encoding="ascii") as lines:
        for number, row in enumerate(csv.DictReader(lines), 1):
            repeats, last, age, later, cents = (int(value) for value in row.values())
            first = CALIBRATED - timedelta(days=age)
            days = [first + timedelta(days=day) for day in (*range(1, repeats), last)][:repeats]
            share = cents // max(repeats, 1)
            paid = [share] * (repeats - 1) + [cents - share * (repeats - 1)]
            after = (CALIBRATED + timedelta(days=day) for day in range(1, later + 1))
            for day, money in (
                (first, 1_000),
                *zip(days, paid[:repeats], strict=True),
                *((day, 1_000) for day in after),
            ):
                yield f" {number:05} {number:04} {day:%Y%m%d}  1  {money / 100:.2f}\n"


def test_the_sample_of_the_paper_comes_out_as_published(run: Run, tmp_path: Path) -> None:
    file, path = tmp_path / "sample.txt", tmp_path / "cds.db"
    file.write_text("".join(purchases_of_the_sample()), "ascii")
    run("--database", path, "init", "--currency", "USD")
    run("--database", path, "import", "purchases", file, *COLUMNS)
    value = ask(run, path, "clv", "--until", "1997-09-30", "--no-prior")
    assert list(value["parameters"].values()) == pytest.approx(
        [0.242595, 4.413603, 0.792922, 2.425907], abs=1e-3
    )
    assert value["log_likelihood"] == pytest.approx(-9582.4292, abs=1e-2)
    spend = value["gamma_gamma"]
    assert [spend["p"], spend["q"], spend["v"]] == pytest.approx([6.25, 3.74, 15.44], abs=0.01)
    assert spend["log_likelihood"] == pytest.approx(-4055.92, abs=1e-2)
    assert spend["customers"] == 946
    conditional = value["conditional"]
    assert [one["expected"] for one in conditional] == pytest.approx(
        [0.2251, 0.5231, 1.0441, 1.5203, 2.1639, 2.6538, 3.5040, 6.1572], abs=5e-3
    )
    assert [one["actual"] for one in conditional] == pytest.approx(
        [0.2367, 0.6970, 1.3925, 1.5600, 2.5323, 2.9474, 3.8621, 6.3594], abs=5e-3
    )
    assert sum(one["n"] for one in conditional) == 2_357


@pytest.mark.parametrize(
    "words",
    [
        ["rfm", "--until", "soon"],
        ["rfm", "--until", "1500/01/01"],
        ["forecast", "--months", "0"],
        ["forecast", "--months", "25"],
        ["cohorts", "--months", "many"],
        ["clv", "--months", "3"],
        ["dormant", "--limit", "-1"],
        ["everything"],
    ],
)
def test_what_makes_no_sense(run: Run, shop: Path, words: list[str]) -> None:
    outcome = run("--database", shop, "insight", *words)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.error.count("\n") == 1


def test_sums_are_not_for_everybody(run: Run, guarded: GuardedShop) -> None:
    database = Database(guarded.path)
    with database.reading() as session:
        names = [user.name for user in users(session) if user.role is Role.STAFF]
    database.close()
    for name in names:
        outcome = run("--database", guarded.path, "insight", "rfm", "--user", name)
        assert (outcome.status, outcome.out) == (2, "")


def test_starting_loads_no_analysis() -> None:
    """A page or command that reckons loads it, and numpy with it; nobody else waits for it."""
    program = (
        "import sys; import ecrm_desktop.console, ecrm_desktop.shell.process,"
        " ecrm_desktop.shell.shop_window, ecrm_desktop.ui.insight.today.tab;"
        " from ecrm_desktop.cli.program import main; main(arguments=['insight', '--help']);"
        " print([one for one in sys.modules"
        " if one.startswith(('ecrm_desktop.analysis', 'ecrm_desktop.insight'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_letter_of_the_month_is_written(run: Run, shop: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    command = ("insight", "report", "letter", "--format", "pdf", "--output", letter)
    assert run("--database", shop, *command).status == 0
    assert letter.read_bytes().startswith(b"%PDF")
    outcome = run("--database", shop, "insight", "report", "x", *command[3:])
    assert outcome.status == 2
    assert "چنین گزارشی نیست" in outcome.error
