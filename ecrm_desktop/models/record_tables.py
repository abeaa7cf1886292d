"""Which table the records of each kind are in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ecrm_desktop.models.base import SoftDeleted
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, Return
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.values.statuses import RecordKind

RECORD_TABLES: Final[Mapping[RecordKind, type[SoftDeleted]]] = MappingProxyType(
    {
        RecordKind.CUSTOMER: Customer,
        RecordKind.INTERACTION: Interaction,
        RecordKind.COMPLAINT: Complaint,
        RecordKind.PURCHASE: Purchase,
        RecordKind.RETURN: Return,
        RecordKind.PRODUCT: Product,
        # Last, for tasks about tasks that go along with something else.
        RecordKind.TASK: Task,
    }
)
