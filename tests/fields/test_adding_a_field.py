"""A field of a customer is added where docs/architecture.md says, and is then everywhere."""

import json
import re
from pathlib import Path

from tests.helpers.newer_program import EDITS, ROOT, make_newer, run_newer


def test_the_documentation_names_the_places() -> None:
    documented = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    [said] = re.findall(r"^- \*\*A field of a customer\*\*(.*?)\. ", documented, re.MULTILINE)
    assert set(re.findall(r"`([\w/]+\.py)`", said)) == {*EDITS}
    assert len(EDITS) == 6


def test_a_field_that_was_added_there_is_everywhere(tmp_path: Path) -> None:
    copy = make_newer(tmp_path)
    places = json.loads(run_newer("tests.helpers.added_field", copy, tmp_path))
    assert places.pop("copy") == str(copy)
    assert places == {
        "form": ["Nickname"],
        "form again": "مری",
        "stored": "مری",
        "details": ["Nickname", "مری"],
        "audit": [["Nickname", "مری", "مریمی"]],
        "merge": ["Nickname", "مریمی", "گلی", "گلی", "مریمی"],
        "forgotten": "",
        "import": "ساری",
        "import fields": [{"name": "nickname", "title": "Nickname"}],
        "export": "ساری",
        "report": ["ساری"],
        "archive": ["ساری"],
        "archive again": "ساری",
    }
