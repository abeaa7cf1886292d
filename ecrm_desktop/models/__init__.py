"""The tables; importing this room knows them all."""

from ecrm_desktop.models import (
    complaints,
    customer_index,
    customers,
    interactions,
    products,
    purchases,
    shop,
    tasks,
    users,
)
from ecrm_desktop.models.base import Base

__all__ = [
    "Base",
    "complaints",
    "customer_index",
    "customers",
    "interactions",
    "products",
    "purchases",
    "shop",
    "tasks",
    "users",
]
