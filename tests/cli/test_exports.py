"""`ecrm export` and `ecrm customer vcard`: customers as files that are read back."""

from pathlib import Path

import pytest

from tests.helpers.command_line import Run

LIST = "کد,نام,موبایل,تاریخ تولد\n7,علی رضایی,09123456701,1370/01/05\n9,مینا احمدی,09123456702,\n"


@pytest.fixture
def shop(run: Run, tmp_path: Path) -> Path:
    path, file = tmp_path / "a.db", tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    run("--database", path, "init")
    run("--database", path, "import", "customers", file)
    return path


def test_customers_go_out_and_come_back(run: Run, shop: Path, tmp_path: Path) -> None:
    for name in ("all.xlsx", "all.csv", "all.vcf", "two.vcf", "one.vcf", "days.ics"):
        output = ("--output", tmp_path / name)
        what = {
            "all.vcf": ("customer", "vcard", "--all"),
            "two.vcf": ("customer", "vcard", "--selection", "7, 9"),
            "one.vcf": ("customer", "vcard", "7"),
            "days.ics": ("export", "birthdays"),
        }.get(name, ("export", "customers", "--full"))
        done = run("--database", shop, *what, *output)
        assert (done.status, str(tmp_path / name) in done.out) == (0, True)
    trail = run("--database", shop, "audit", "--json").json
    assert [one["kind"] for one in trail].count("exported") == 6
    counts = {"all.xlsx": 2, "all.csv": 2, "all.vcf": 2, "two.vcf": 2, "one.vcf": 1}
    for name, count in counts.items():
        again = tmp_path / f"{name}.db"
        run("--database", again, "init")
        done = run("--database", again, "import", "customers", tmp_path / name, "--json").json
        assert (done["new"], done["problems"], done["doubts"]) == (count, 0, [])
        found = run("--database", again, "search", "رضایی", "--json").json
        assert [(one["name"], one["phone"]) for one in found] == [("علی رضایی", "+989123456701")]
    assert (tmp_path / "days.ics").read_text("utf-8").count("BEGIN:VEVENT") == 3


@pytest.mark.parametrize(
    "what",
    [
        ("export", "customers", "--output", "a.xlsx"),
        ("export", "customers", "--full", "--output", "a.pdf"),
        ("customer", "vcard", "--output", "a.vcf"),
        ("customer", "vcard", "7", "--all", "--output", "a.vcf"),
        ("customer", "vcard", "--selection", "7,404", "--output", "a.vcf"),
    ],
)
def test_what_makes_no_sense_writes_nothing(
    run: Run, shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("--database", shop, *what).status == 2
    assert not list(tmp_path.glob("a.[xpv]*"))


def test_people_who_share_a_phone_are_told_and_may_be_left_out(
    run: Run, shop: Path, tmp_path: Path
) -> None:
    file = tmp_path / "family.csv"
    file.write_text("نام,موبایل\nسارا رضایی,09123456701\n", "utf-8")
    command = ("--database", shop, "import", "customers", file)
    planned = run(*command, "--dry-run", "--json").json
    assert (planned["new"], planned["shared"]) == (1, 1)
    assert planned["doubts"] == [
        {"about": "shared", "row": 2, "way": "phone", "value": "+989123456701",
         "name": "سارا رضایی", "other": "علی رضایی"}
    ]  # fmt: skip
    assert "سارا رضایی" in run(*command, "--dry-run").out
    left = run(*command, "--on-shared", "leave_out", "--json").json
    assert (left["new"], left["problems"]) == (0, 1)
    assert run(*command, "--on-shared", "same", "--json").json["new"] == 0
    assert len(run("--database", shop, "search", "رضایی", "--json").json) == 1
