"""A copy of the program that is a version further: customers have a nickname there.

Its server has a migration and a function more, which its PCs call.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from ecrm_desktop.migrations import HEAD

ROOT: Final = Path(__file__).resolve().parents[2]
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
# What makes the server of the copy another one, file by file.
_SERVER: Final = {
    "migrations/0099.sql": "ALTER TABLE shops ADD COLUMN later text NOT NULL DEFAULT '';\n",
    "functions/later.sql": """CREATE OR REPLACE FUNCTION hello_v2(
    p_shop uuid, p_device uuid, p_previous uuid, p_epoch uuid, p_name text, p_schema text
) RETURNS jsonb LANGUAGE sql SECURITY DEFINER SET search_path = ecrm_sync, pg_temp AS $$
    SELECT hello_v1(p_shop, p_device, p_previous, p_epoch, p_name, p_schema)
$$;
""",
}
_CALLS: Final = {
    "sync/server/installing.py": (
        '        "hello_v1",\n',
        '        "hello_v1",\n        "hello_v2",\n',
    ),
    "sync/direct.py": ('"hello_v1"', '"hello_v2"'),
}


def make_newer(folder: Path, *, with_server: bool = False) -> Path:
    """Make a copy with a field more, and `with_server` one of another version; return where."""
    copy = folder / "copy"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "ecrm_desktop", copy / "ecrm_desktop", ignore=ignored)
    for name in ("resources", "translations"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    for name, (place, added) in EDITS.items():
        kept = "" if name.startswith("migrations/") else place
        _replace(copy / "ecrm_desktop" / name, place, added + kept)
    migration = copy / f"ecrm_desktop/migrations/versions/{NEXT}_nicknames.py"
    migration.write_text(MIGRATION, encoding="utf-8")
    schema = run_newer("tests.helpers.schema_fingerprint", copy, folder)
    place = "SCHEMAS: Mapping[str, str] = MappingProxyType(\n    {\n"
    file = copy / "ecrm_desktop/migrations/__init__.py"
    _replace(file, place, f'{place}        "{NEXT}": "{schema}",\n')
    if with_server:
        for name, script in _SERVER.items():
            (copy / "ecrm_desktop/sync/server" / name).write_text(script, encoding="utf-8")
        for name, (place, written) in _CALLS.items():
            _replace(copy / "ecrm_desktop" / name, place, written)
    return copy


def run_newer(module: str, copy: Path, folder: Path, *arguments: str) -> str:
    """Run a module of the tests with the copy as the program; return what it printed."""
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join([str(copy), str(ROOT)]),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", module, *(arguments or [str(folder)])],
        capture_output=True,
        check=False,
        cwd=folder,
        env=environment,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _replace(file: Path, place: str, written: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(place) == 1, file
    file.write_text(text.replace(place, written), encoding="utf-8")
