"""Every page and form of an open shop, one after the other."""

from collections.abc import Callable, Collection, Iterator

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.open_shop import OpenShop
from ecrm_desktop.ui.customers.merge import open_merge_sheet
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.widgets.form_row import MoreButton
from tests.helpers.small_shop import SmallShop

_ROUNDS = 3  # a page reads, shows, and asks for what it misses while it is drawn


def settle(shop: OpenShop, qtbot: QtBot) -> None:
    """Wait until nothing is read and everything is laid out."""
    for _round in range(_ROUNDS):
        qtbot.waitUntil(lambda: not shop.work.background._tasks)
        QApplication.processEvents()


def every_page(shop: OpenShop, qtbot: QtBot) -> Iterator[str]:
    """Open each page and yield its key; the customers' page shows a card too."""
    for key in shop.window.page_keys:
        shop.window.open_page(key)
        settle(shop, qtbot)
        yield key


def every_form(
    shop: OpenShop, some: SmallShop, qtbot: QtBot, *, without: Collection[str] = ()
) -> Iterator[str]:
    """Open each form, new and known, with all its groups of fields, and yield its name."""
    forms, window = shop.forms, shop.window
    steps: dict[str, Callable[[], object]] = {
        "customer, new": forms.customer,
        "customer": lambda: forms.customer(some.customer),
        "company": lambda: forms.customer(some.company),
        "call, new": lambda: forms.interaction(customer_id=some.customer),
        "call": lambda: forms.interaction(some.interaction),
        "complaint, new": lambda: forms.complaint(customer_id=some.customer),
        "complaint": lambda: forms.complaint(some.complaint),
        "complaint, resolved": lambda: forms.complaint(some.resolved),
        "complaint, edited": lambda: forms.edit_complaint(some.resolved),
        "complaint, to be resolved": lambda: forms.resolve_complaint(some.complaint),
        "purchase, new": lambda: forms.purchase(customer_id=some.customer),
        "purchase": lambda: forms.purchase(some.purchase),
        "return": lambda: forms.return_of(some.purchase),
        "product, new": forms.product,
        "product": lambda: forms.product(some.product),
        "task, new": lambda: forms.task(customer_id=some.customer),
        "task": lambda: forms.task(some.task),
        "merge": lambda: open_merge_sheet(shop.work, window, some.customer, some.company),
        "merge, with whom": lambda: open_merge_sheet(shop.work, window, some.customer),
        "print": lambda: forms.print_customer(some.customer),
        "keys": forms.keys,
    }
    for name, step in steps.items():
        if name in without:
            continue
        window.open_page("customers")
        step()
        qtbot.waitUntil(lambda: top_overlay(window.content) is not None)
        for button in window.findChildren(MoreButton):
            button.setChecked(True)
        settle(shop, qtbot)
        yield name
        while (overlay := top_overlay(window.content)) is not None:
            overlay.close_overlay()
        settle(shop, qtbot)
