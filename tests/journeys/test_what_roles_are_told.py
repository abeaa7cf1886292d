"""Every page, list, report, form, tooltip and clipboard tells a role only what is its own."""

import re
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft
from ecrm_desktop.models.base import utc_now
from ecrm_desktop.models.users import User
from ecrm_desktop.reports.request import ReportName
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.purchases import record_purchase
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.ui.export_requests import FileKind, ReportExport
from ecrm_desktop.ui.list_page import ListPage
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.statuses import Role
from tests.helpers.every_place import every_page, settle
from tests.helpers.everything_told import everything_told
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.screen import visible_widgets
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of

NAMES = {Role.OWNER: "مریم", Role.MANAGER: "زهرا", Role.STAFF: "سمیرا"}
# In rials, of three customers; no two sets of them have the same sum.
AMOUNTS = {
    "customer": (9_000_000, 10_130_070, 20_260_190),
    "company": (40_520_310,),
    "other": (81_040_770, 162_080_930),
}
# What only who reads the audit trail, manages people or encrypts is told.
OF_OWNERS = ("ردپا", "تاریخچهٔ تغییرات", "عبارت بازیابی", "افزودن همکار", "رمزگذاری این فروشگاه")
OF_MANAGERS = ("خروجی ", "اکسل", "PDF", "خالی کردن سطل", "فراموش کردن برای همیشه", "فیلدهای خودمان")
# What no button, menu or key of a role opens; the print preview is a picture.
NOT_OPENED: dict[Role, tuple[str, ...]] = {
    Role.OWNER: ("print",),
    Role.MANAGER: ("print", "encrypt", "phrase", "password, of another"),
    Role.STAFF: ("print", "encrypt", "phrase", "password, of another", "forget"),
}
_NUMBER = re.compile(r"[0-9][0-9٬,]*")


@pytest.fixture
def some(path: Path) -> SmallShop:
    database = new_database(path)
    with database.transaction() as session:
        filled = fill_small_shop(session, "fa")
        session.add(User(name=NAMES[Role.MANAGER], role=Role.MANAGER))
        other = create_customer(session, CustomerDraft(last_name="یوسفی", city="رشت"))
        buyers = {"customer": filled.customer, "company": filled.company, "other": other}
        for whose, amounts in AMOUNTS.items():
            for amount in amounts[1:] if whose == "customer" else amounts:
                record_purchase(session, bought(filled.product, buyers[whose], amount))
    database.close()
    return filled


def bought(product: UUID, buyer: UUID, amount: int) -> PurchaseDraft:
    now = utc_now()
    line = LineDraft(product_id=product, title="", unit_price=amount)
    return PurchaseDraft(
        customer_id=buyer, purchased_on=now.astimezone().date(), purchased_at=now, lines=(line,)
    )


def sums_over_several() -> dict[int, str]:
    """What purchases of several customers come to, and their means, in rials and in toman."""
    each = [(whose, amount) for whose, amounts in AMOUNTS.items() for amount in amounts]
    found = {}
    for size in range(2, len(each) + 1):
        for some in combinations(each, size):
            if len({whose for whose, _amount in some}) > 1:
                total = sum(amount for _whose, amount in some)
                for value in (total, total / size, total / 3):
                    found[round(value)] = found[round(value / 10)] = f"{size} purchases"
    return found


def numbers(text: str) -> set[int]:
    latin = to_latin_digits(text)
    return {int(re.sub("[٬,]", "", one)) for one in _NUMBER.findall(latin)}


def enter(start: Start, person: Person, role: Role) -> ShopWindow:
    program = start()
    person.walk_to(NAMES[role])
    person.press("Space")
    return shop_of(program, person)


def words_in(text: str, words: Iterable[str]) -> list[str]:
    return [word for word in words if word in text]


@pytest.mark.parametrize("role", Role)
def test_nothing_tells_a_role_what_is_not_its_own(
    start: Start, some: SmallShop, person: Person, qtbot: QtBot, role: Role
) -> None:
    shop = enter(start, person, role)
    forbidden = sums_over_several()
    with_sums: set[str] = set()
    of_owners: set[str] = set()
    of_managers: set[str] = set()
    for place, text in everything_told(shop, some, qtbot, without=NOT_OPENED[role]):
        sums = forbidden.keys() & numbers(text)
        if sums:
            with_sums.add(place)
        if place != "forget":  # which says what the audit trail keeps
            of_owners.update(f"{place}: {word}" for word in words_in(text, OF_OWNERS))
        of_managers.update(f"{place}: {word}" for word in words_in(text, OF_MANAGERS))
    if role is Role.STAFF:
        assert not with_sums
        assert not of_managers
    else:
        # A walk that comes past none of them proves nothing.
        assert {"dashboard", "purchases", "product"} <= with_sums
        assert any("report" in one for one in with_sums)
        assert len(of_managers) > len(OF_MANAGERS)
    if role is Role.OWNER:
        assert {one.split(": ")[1] for one in of_owners} == set(OF_OWNERS)
    else:
        assert not of_owners


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Let files be written where they are; return the names of those since the last time."""
    folder = tmp_path / "written"
    folder.mkdir()

    def choose(_window: object, _title: str, suggested: str, *_more: object) -> tuple[str, str]:
        return str(folder / Path(suggested).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)

    def names() -> list[str]:
        found = sorted(folder.iterdir())
        for one in found:
            one.unlink()
        return [one.suffix for one in found]

    return names


@pytest.mark.parametrize("role", Role)
def test_a_role_takes_out_only_what_it_may(
    start: Start,
    some: SmallShop,
    person: Person,
    qtbot: QtBot,
    written: Callable[[], list[str]],
    role: Role,
) -> None:
    shop = enter(start, person, role)

    def done() -> list[str]:
        settle(shop, qtbot)
        return written()

    exports = may(role, Permission.EXPORT)
    for name in ReportName:
        shop.navigator.export(ReportExport(name=name, kind=FileKind.CSV, customer_id=some.customer))
        allowed = may(role, Permission.SEE_AUDIT) if name is ReportName.AUDIT else exports
        assert done() == [".csv"] * allowed, name
    lists = 0
    for page in every_page(shop, qtbot):
        shown = shop.window.page(page)
        if not isinstance(shown, ListPage):
            continue
        lists += 1
        shown.export()
        settle(shop, qtbot)
        menus = {one for one in visible_widgets() if isinstance(one, QMenu)}
        assert len(menus) == exports
        for action in [one for menu in menus for one in menu.actions()][:3]:
            action.trigger()
        for menu in menus:
            menu.close()
        assert done() == [".csv", ".pdf", ".xlsx"] * exports
    assert lists > 4
    shop.navigator.save_contact(some.customer)
    shop.navigator.save_package()
    assert done() == [".vcf", ".zip"] * exports
