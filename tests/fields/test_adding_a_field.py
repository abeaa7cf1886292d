"""A field of a customer is added where docs/architecture.md says, and is then everywhere."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ecrm_desktop.migrations import HEAD

ROOT = Path(__file__).resolve().parents[2]
NEXT = f"{int(HEAD) + 1:04}"
MIGRATION = f'''"""Nicknames of customers."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{HEAD}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column."""
    op.add_column(
        "customers", sa.Column("nickname", sa.String(), nullable=False, server_default="")
    )
'''
# File → a text of it, and what comes before that text.
EDITS = {
    "migrations/__init__.py": (f'HEAD = "{HEAD}"\n', f'HEAD = "{NEXT}"\n'),
    "models/customers.py": (
        "    marriage_date: Mapped",
        '    nickname: Mapped[str] = mapped_column(default="")\n',
    ),
    "drafts/customers.py": ("    marriage_date: Partial", '    nickname: str = ""\n'),
    "fields/customers.py": (
        '        FieldSpec(\n            "marriage_date",',
        """        FieldSpec(
            "nickname",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "Nickname"),
            merge=MergeRule.ONE,
            imported_as="nickname",
        ),
""",
    ),
    "queries/customer_detail.py": ("    marriage_date: Partial", "    nickname: str\n"),
    "ui/customers/form_fields.py": (
        '        self._add("marriage_date"',
        '        self._add("nickname", TextEdit())\n',
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the program with a field more."""
    copy = tmp_path / "copy"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "ecrm_desktop", copy / "ecrm_desktop", ignore=ignored)
    for folder in ("resources", "translations"):
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    for name, (place, added) in EDITS.items():
        file = copy / "ecrm_desktop" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(place) == 1, name
        kept = "" if name.startswith("migrations/") else place
        file.write_text(text.replace(place, added + kept), encoding="utf-8")
    migration = copy / f"ecrm_desktop/migrations/versions/{NEXT}_nicknames.py"
    migration.write_text(MIGRATION, encoding="utf-8")
    schema = _run("tests.helpers.schema_fingerprint", copy, tmp_path)
    file = copy / "ecrm_desktop/migrations/__init__.py"
    text = file.read_text(encoding="utf-8")
    place = "SCHEMAS: Mapping[str, str] = MappingProxyType(\n    {\n"
    assert text.count(place) == 1
    file.write_text(
        text.replace(place, f'{place}        "{NEXT}": "{schema}",\n'), encoding="utf-8"
    )
    return copy


def test_the_documentation_names_the_places() -> None:
    documented = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    [said] = re.findall(r"^- \*\*A field of a customer\*\*(.*?)\. ", documented, re.MULTILINE)
    assert set(re.findall(r"`([\w/]+\.py)`", said)) == {*EDITS}
    assert len(EDITS) == 6


def test_a_field_that_was_added_there_is_everywhere(copy: Path, tmp_path: Path) -> None:
    places = _places(copy, tmp_path)
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


def _places(copy: Path, folder: Path) -> dict[str, Any]:
    places: dict[str, Any] = json.loads(_run("tests.helpers.added_field", copy, folder))
    return places


def _run(module: str, copy: Path, folder: Path) -> str:
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(copy), str(ROOT)]),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", module, str(folder)],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
