"""Every page and form of an open shop, one after the other."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ecrm_desktop.i18n import language
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.text.segment_presets import preset_id
from ecrm_desktop.ui.customers.merge import open_merge_sheet
from ecrm_desktop.ui.destinations import PageName
from ecrm_desktop.ui.forgetting import Forgettable, open_forget_sheet
from ecrm_desktop.ui.imports.page import ImportsPage
from ecrm_desktop.ui.imports.wizard import ImportWizard
from ecrm_desktop.ui.overlay import top_overlay
from ecrm_desktop.ui.settings.encrypt_sheet import EncryptSheet
from ecrm_desktop.ui.settings.password_sheet import PasswordSheet
from ecrm_desktop.ui.settings.phrase_sheet import PhraseSheet
from ecrm_desktop.ui.settings.prove_sheet import ProveSheet
from ecrm_desktop.ui.widgets.form_row import MoreButton
from ecrm_desktop.values.money import MoneyUnit
from tests.helpers.small_shop import WORDS, SmallShop

_FILES = {
    "fa": (
        "فروش",
        (
            "شماره فاکتور;تاریخ;نام مشتری;موبایل;نام کالا;تعداد;مبلغ\n"
            "11;1405/08/01;مریم احمدی;09123456781;کفش;1;1250000\n"
            "12;1405/08/02;حسن یوسفی;0912;کفش;1;90000\n"
        ),
    ),
    "en": (
        "sales",
        (
            "Invoice number;Date;Customer name;Mobile;Product name;Quantity;Amount\n"
            "11;2026-10-01;Maryam Ahmadi;09123456781;Shoe;1;1250000\n"
            "12;2026-10-02;Hasan Yusefi;0912;Shoe;1;90000\n"
        ),
    ),
}
_ROUNDS = 3  # a page reads, shows, and asks for what it misses while it is drawn


def settle(shop: ShopWindow, qtbot: QtBot) -> None:
    """Wait until nothing is read and everything is laid out."""
    for _round in range(_ROUNDS):
        qtbot.waitUntil(lambda: shop.ui.background.is_idle)
        QApplication.processEvents()


def every_page(shop: ShopWindow, qtbot: QtBot) -> Iterator[PageName]:
    """Open each page and yield its name; the customers' page shows a card too."""
    for name in shop.window.page_names:
        shop.window.open_page(name)
        settle(shop, qtbot)
        yield name


def every_import_step(shop: ShopWindow, qtbot: QtBot, language: str) -> Iterator[str]:
    """Bring in a file with a wrong row, with amounts and dates, and yield each step's name."""
    name, text = _FILES[language]
    path = shop.ui.background.database.path.with_name(name)
    path.write_text(text, encoding="utf-8")
    shop.window.open_page(PageName.IMPORTS)
    shop.window.findChildren(ImportsPage)[0].start()
    (wizard,) = shop.window.findChildren(ImportWizard)
    settle(shop, qtbot)
    yield "import"
    wizard.take_file(path)
    for step in ("file", "columns", "check", "result"):
        settle(shop, qtbot)
        yield f"import, {step}"
        if step == "columns":
            wizard.columns.options.unit.set_value(MoneyUnit.TOMAN)
            wizard.columns.options.changed.emit()
            settle(shop, qtbot)
        if step != "result":
            wizard.go_on()
    wizard.close_overlay()
    shop.window.open_page(PageName.IMPORTS)
    settle(shop, qtbot)
    yield "imports"


def every_form(
    shop: ShopWindow, some: SmallShop, qtbot: QtBot, *, without: Collection[str] = ()
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
        "group, new": forms.segment,
        "group": lambda: forms.segment(preset_id("brand_loyal")),
        "task, new": lambda: forms.task(customer_id=some.customer),
        "task": lambda: forms.task(some.task),
        "merge": lambda: open_merge_sheet(shop.ui, window, some.customer, some.company),
        "merge, with whom": lambda: open_merge_sheet(shop.ui, window, some.customer),
        "forget": lambda: open_forget_sheet(
            shop.ui, window, Forgettable(id=some.customer, name=WORDS[language()][1], code="1")
        ),
        "print": lambda: forms.print_customer(some.customer),
        "keys": forms.keys,
        "encrypt": lambda: EncryptSheet(window, shop.ui).open(),
        "phrase": lambda: PhraseSheet(window, shop.ui, bytes(16)).open(),
        "prove": lambda: ProveSheet(window, shop.ui).open(),
        "password": lambda: PasswordSheet(window, shop.ui, shop.ui.user).open(),
        "password, of another": lambda: PasswordSheet(
            window, shop.ui, replace(shop.ui.user, id=some.customer, has_password=True)
        ).open(),
        "password, removed": lambda: PasswordSheet(
            window, shop.ui, replace(shop.ui.user, has_password=True), removing=True
        ).open(),
    }
    for name, step in steps.items():
        if name in without:
            continue
        window.open_page(PageName.CUSTOMERS)
        step()
        qtbot.waitUntil(lambda: top_overlay(window.content) is not None)
        for button in window.findChildren(MoreButton):
            button.setChecked(True)
        settle(shop, qtbot)
        yield name
        while (overlay := top_overlay(window.content)) is not None:
            overlay.close_overlay()
        settle(shop, qtbot)
