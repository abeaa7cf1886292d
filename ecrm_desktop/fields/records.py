"""All records by their tables."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ecrm_desktop.fields import (
    audit_events,
    complaints,
    customers,
    imports,
    interactions,
    products,
    purchases,
    segments,
    shop,
    sync,
    tasks,
)
from ecrm_desktop.fields.field import RecordSpec

RECORDS: Final[Mapping[str, RecordSpec]] = MappingProxyType(
    {
        record.table: record
        for record in (
            audit_events.EXPORT,
            audit_events.FAILED_PASSWORD,
            audit_events.RESTORE,
            audit_events.THINNING,
            complaints.COMPLAINT,
            complaints.COMPLAINT_CHANGE,
            customers.CUSTOMER,
            customers.CUSTOMER_CONSENT,
            customers.CUSTOMER_FAVORITE,
            customers.CUSTOMER_FIELD,
            customers.CUSTOMER_FIELD_VALUE,
            customers.CUSTOMER_MERGE,
            customers.DISTINCT_CUSTOMERS,
            customers.CUSTOMER_PHONE,
            customers.CUSTOMER_SOCIAL,
            customers.CUSTOMER_TAG,
            customers.FORGOTTEN_CUSTOMER,
            imports.IMPORT,
            interactions.INTERACTION,
            products.PRODUCT,
            purchases.PURCHASE,
            purchases.PURCHASE_LINE,
            purchases.RETURN,
            purchases.RETURN_LINE,
            segments.SEGMENT,
            segments.SEGMENT_PIN,
            shop.SHOP,
            shop.USER,
            sync.CONFLICT,
            sync.DEVICE,
            tasks.TASK,
        )
    }
)
"""Table → record, of every table whose changes are captured; KeyError for another."""
