"""Changes of the schema, one file each."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection

from ecrm_desktop.models import changes

HEAD = "0015"
"""The newest revision; revisions are four digits, so that text compares like age."""


SCHEMAS: Mapping[str, str] = MappingProxyType(
    {
        "0001": "bedf895cc4cab13df964c7977f2ce60bf47d2ad3b82cf4250b130a90e99fe4c1",
        "0002": "dddbd682dbcf0b3cd24b9e10a0a51d1ec69235569b79b6e329a28875d56684c0",
        "0003": "e910e451d45ba98707130ad359a7ed8f5d242f15f3768f5170059adeaf184823",
        "0004": "05dce2264ddf29fa06c09f6b83b49f9de89cf5606eec8d4bf446440ddf9e8a1d",
        "0005": "d108938e7c3986bdb567e0cc4b85d5e0e99b0cb9e8a5e35498f4d5d010a2f942",
        "0006": "9de32803332c6067e4ff148c34c41e927840c5881ed3705ba80c57811b28e51f",
        "0007": "2a3cea3354d72af0b329f936df474742763b4a410696f111177d7d8c92f17b72",
        "0008": "4ee21b54005d205fe00ff9151b994f3b4ae596b9035f4fd98440ddbab1cc4892",
        "0009": "8080bd41c6bdf54d337ae01f1a54a0dc48e8d2edf28e93e51705e883b9689657",
        "0010": "899be8188726252e162fa87d495c27bf38c1cdb4d93a76c28ef78b86670c69df",
        "0011": "ebb009d6acbf1ce99cfa04a27e1d490c305146b84afd63eb9e375560a0274861",
        "0012": "1f9590ea0c8bee632971846127ad6e1462fd8ba5861051dd46d1b1b58b3ea052",
        "0013": "2df903d2c51732a1038ad8c395fdc284bfdcb7f471d1873b4e05f11c854a4834",
        "0014": "c3d6bbb603b42f8cddf4f59f837dd35300d874507275c142fe805c443f4353e9",
        "0015": "4e3af020e77337cef3c099fd5c05a3d7e06fd7b75f8641d174a587cb40b30912",
    }
)
"""What `storage.schema.fingerprint` says of each revision; files with another are not opened."""


def upgrade(connection: Connection) -> None:
    """Bring the schema behind `connection` to HEAD within its open transaction.

    The triggers of the change capture are made anew from the models, for a migration may add
    columns, and one that makes a table anew loses the table's triggers.
    """
    for name in _capturing(connection):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    run_migrations(connection, "head")
    for trigger in changes.capture_triggers().values():
        connection.exec_driver_sql(trigger)


def run_migrations(connection: Connection, revision: str) -> None:
    """Run the bare migrations up to a revision, within the open transaction of `connection`."""
    from alembic import command  # noqa: PLC0415 - 0.7 s that an up-to-date database is spared
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    # Alembic's options stand in an .ini file, where % begins the name of another one.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _capturing(connection: Connection) -> list[str]:
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_capture_%'"
    )
    return list(names.scalars())
