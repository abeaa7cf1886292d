"""What a record is called, as SQL: for lists that show it beside something else."""

from typing import Final

from sqlalchemy import ColumnElement, case, func

from ecrm_desktop.models.customers import Customer
from ecrm_desktop.values.statuses import CustomerKind

_PERSON: Final = func.trim(Customer.first_name + " " + Customer.last_name)

CUSTOMER_NAME: Final[ColumnElement[str]] = case(
    (Customer.id.is_(None), ""),
    (
        (Customer.kind == CustomerKind.COMPANY) & (Customer.company_name != ""),
        Customer.company_name,
    ),
    (_PERSON != "", _PERSON),
    (Customer.company_name != "", Customer.company_name),
    else_=Customer.code,
)
"""`Customer.name` of an outer-joined customer; "" where there is none."""
