"""The tables; importing this room knows them all."""

from ecrm_desktop.models import (
    audit_events,
    bin,  # noqa: A004 - the shop's
    changes,
    complaints,
    customer_figures,
    customer_index,
    customers,
    forgotten,
    imports,
    insight_answers,
    interactions,
    products,
    purchases,
    segments,
    shop,
    sync,
    tasks,
    users,
)
from ecrm_desktop.models.base import Base

__all__ = [
    "Base",
    "audit_events",
    "bin",
    "changes",
    "complaints",
    "customer_figures",
    "customer_index",
    "customers",
    "forgotten",
    "imports",
    "insight_answers",
    "interactions",
    "products",
    "purchases",
    "segments",
    "shop",
    "sync",
    "tasks",
    "users",
]
