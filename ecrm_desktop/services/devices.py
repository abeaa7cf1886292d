"""What people do with the PCs of a shop."""

from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.errors import InvalidInput, Problem
from ecrm_desktop.models.sync import Device
from ecrm_desktop.services.permissions import needs
from ecrm_desktop.services.records import line_of
from ecrm_desktop.values.permissions import Permission


@needs(Permission.CHANGE_SETTINGS)
def rename_device(session: Session, device_id: UUID, name: str) -> None:
    """Call a PC otherwise from now on; NAME_MISSING or RECORD_MISSING."""
    device = session.get(Device, device_id)
    if device is None:
        raise InvalidInput(Problem.RECORD_MISSING)
    line = line_of(name, "name")
    if not line:
        raise InvalidInput(Problem.NAME_MISSING, "name")
    device.name = line
