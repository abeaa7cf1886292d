"""A shop on two PCs: what is done in the window reaches the other file, and comes from there."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from sqlalchemy import delete, select, update

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.drafts.shop import ShopDraft
from ecrm_desktop.errors import DatabaseError, Problem, SyncError
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.shop import Counter
from ecrm_desktop.queries.conflicts import open_conflicts
from ecrm_desktop.queries.sync_log import logged_rounds
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.shop import create_shop
from ecrm_desktop.shell.app import Program
from ecrm_desktop.shell.shop_window import ShopWindow
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.sync.identity import COMPARED
from ecrm_desktop.sync.rounds import Elsewhere, Syncing, run_round
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, wheel_binaries
from ecrm_desktop.ui.background import Lane
from ecrm_desktop.ui.customers.page import CustomersPage
from ecrm_desktop.ui.destinations import PageName, SettingsTab
from ecrm_desktop.ui.sync.page import SyncPage, SyncTab
from ecrm_desktop.ui.sync_texts import sync_line
from tests.helpers.cable import Cable
from tests.helpers.new_files import new_database
from tests.helpers.person import Person
from tests.helpers.postgres_places import place_for
from tests.helpers.shared_shop import SharedShop, digests
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.journeys.conftest import Start, shop_of


@pytest.fixture(scope="session")
def server() -> Iterator[EmbeddedPostgres]:
    """A running PostgreSQL."""
    with place_for(wheel_binaries()) as place, place:
        yield place


class TwoPcs:
    """The file that the window opens, and the one of another PC, which is at hand here."""

    def __init__(self, server: EmbeddedPostgres, path: Path) -> None:
        first = new_database(path)
        with first.transaction() as session:
            self.some: SmallShop = fill_small_shop(session, "fa")
        self.shared = SharedShop(server, path.parent, first)
        self.shared.join(first, "دفتر")
        first.close()
        self.other = new_database(path.with_name("other.db"))
        self.shared.join(self.other, "صندوق")

    @property
    def cable(self) -> Cable:
        return self.shared.cables["دفتر"]

    def set_there(self, **values: object) -> None:
        """Change the customer on the other PC, and send it."""
        with self.other.transaction() as session:
            customer = session.get_one(Customer, self.some.customer)
            for name, value in values.items():
                setattr(customer, name, value)
        run_round(self.other)

    def read_there(self, column: str) -> object:
        """Sync the other PC, and return what its customer says."""
        run_round(self.other)
        with self.other.reading() as session:
            return getattr(session.get_one(Customer, self.some.customer), column)

    def close(self) -> None:
        self.shared.close()
        self.other.close()


@pytest.fixture
def pcs(
    server: EmbeddedPostgres, path: Path, keyring_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TwoPcs]:
    monkeypatch.setattr("ecrm_desktop.ui.sync_keeper._AFTER_SAVE_MS", 100)
    pcs = TwoPcs(server, path)
    yield pcs
    pcs.close()


def opened_and_synced(start: Start, person: Person) -> tuple[Program, ShopWindow]:
    """Return the program once the round is over that takes what waits when it begins."""
    begun = datetime.now(UTC)
    program = start()
    person.press("Return")
    shop = shop_of(program, person)

    def is_over() -> bool:
        state = shop.syncing.state
        synced_at = None if state is None else state.synced_at
        return synced_at is not None and synced_at > begun and not shop.syncing.is_running

    person.wait(is_over)
    return program, shop


def opened(start: Start, person: Person) -> ShopWindow:
    program = start()
    person.press("Return")
    shop = shop_of(program, person)
    person.wait(lambda: told(shop).startswith("همگام"))
    return shop


def told(shop: ShopWindow) -> str:
    line = sync_line(shop.syncing, shop.ui.display)
    return "" if line is None else line.text


def set_here(shop: ShopWindow, customer: UUID, **values: object) -> None:
    def save(session: Session) -> None:
        session.execute(update(Customer).where(Customer.id == customer).values(**values))

    shop.ui.background.write(save, owner=shop)


def test_what_is_saved_here_soon_is_there(start: Start, person: Person, pcs: TwoPcs) -> None:
    shop = opened(start, person)
    set_here(shop, pcs.some.customer, job="معلم")

    person.wait(lambda: pcs.read_there("job") == "معلم")


def test_what_was_saved_last_is_sent_while_the_window_closes(
    start: Start, person: Person, pcs: TwoPcs, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the computer is: only the last round can send it.
    monkeypatch.setattr("ecrm_desktop.ui.sync_keeper._AFTER_SAVE_MS", 60_000)
    monkeypatch.setattr("ecrm_desktop.ui.sync_keeper._LAST_ROUND_SECONDS", 30.0)
    program, shop = opened_and_synced(start, person)
    set_here(shop, pcs.some.customer, job="معلم")
    person.wait(lambda: "صف" in told(shop))
    shop.window.close()
    program.finish()
    assert pcs.read_there("job") == "معلم"


def test_what_hangs_while_the_window_closes_keeps_its_connection(
    start: Start, person: Person, pcs: TwoPcs, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, answered, closed = threading.Event(), threading.Event(), list[str]()

    def hang(_syncing: Syncing, *, elsewhere: Elsewhere, **_more: object) -> None:
        begun.set()
        with elsewhere():
            answered.wait(30)

    monkeypatch.setattr("ecrm_desktop.ui.sync_keeper._AFTER_SAVE_MS", 60_000)
    program, shop = opened_and_synced(start, person)
    set_here(shop, pcs.some.customer, job="معلم")
    person.wait(lambda: "صف" in told(shop))
    monkeypatch.setattr(Syncing, "run_round", hang)
    monkeypatch.setattr(Syncing, "close", lambda _syncing: closed.append("under its thread"))
    monkeypatch.setattr("ecrm_desktop.ui.sync_keeper._LAST_ROUND_SECONDS", 1.5)
    shop.window.close()
    # One that has not begun is let go, and its connection with it.
    person.wait(begun.is_set)
    program.finish()
    assert closed == []
    answered.set()


def test_offline_the_work_waits_and_goes_when_the_server_is_back(
    start: Start, person: Person, pcs: TwoPcs
) -> None:
    shop = opened(start, person)
    pcs.cable.pull()
    set_here(shop, pcs.some.customer, job="معلم")
    person.wait(lambda: "قطع" in told(shop))
    person.press("F5")
    person.wait(lambda: person.sees("در دسترس نیست"))
    assert pcs.read_there("job") == ""

    pcs.cable.plug()
    pcs.set_there(city="یزد")
    person.press("F5")
    person.wait(lambda: told(shop).startswith("همگام"))
    assert pcs.read_there("job") == "معلم"
    assert digests(pcs.other) == digests(shop.ui.background.database)


def test_a_value_that_lost_is_taken_by_a_click_and_given_back(
    start: Start, person: Person, pcs: TwoPcs
) -> None:
    shop = opened(start, person)
    pcs.cable.pull()
    set_here(shop, pcs.some.customer, job="معلم")
    pcs.set_there(job="پزشک")
    pcs.cable.plug()
    person.press("F5")
    shop.window.open_page(PageName.SYNC)
    person.wait(lambda: person.sees("تعارض‌ها (۱)"))
    assert person.sees("همگام‌سازی ۱")  # the sidebar's count
    page = shop.window.page(PageName.SYNC)
    assert isinstance(page, SyncPage)
    page.open_tab(SyncTab.CONFLICTS)
    person.wait_to_see("اکنون در کارت")
    assert person.sees("معلم")
    assert person.sees("پزشک")
    before = job_here(shop, pcs)

    person.walk_to("این را بگذار")
    person.press("Return")
    person.wait_to_see("تعارضی نیست")
    person.press("F5")
    taken = job_here(shop, pcs)
    assert {before, taken} == {"معلم", "پزشک"}
    person.wait(lambda: pcs.read_there("job") == taken)
    assert digests(pcs.other) == digests(shop.ui.background.database)

    person.press("Ctrl+Z")
    person.wait(lambda: job_here(shop, pcs) == before)
    person.press("F5")
    person.wait(lambda: pcs.read_there("job") == before)
    person.wait_to_see("این را بگذار")
    with pcs.other.reading() as session:
        assert len(open_conflicts(session)) == 1
    person.wait(lambda: digests(pcs.other) == digests(shop.ui.background.database))


def job_here(shop: ShopWindow, pcs: TwoPcs) -> str:
    with shop.ui.background.database.reading() as session:
        return session.get_one(Customer, pcs.some.customer).job


def test_what_is_made_the_same_as_the_servers_is_told_and_in_the_log(
    start: Start, person: Person, pcs: TwoPcs
) -> None:
    shop = opened(start, person)
    database = shop.ui.background.database
    with database.transaction(captured=False) as session:
        customer = session.get_one(Customer, pcs.some.customer)
        before, customer.city = customer.city, "یزد"
        session.execute(delete(Counter).where(Counter.name == COMPARED))
    person.press("F5")
    person.wait_to_see("۱ رکورد با سرور یکسان نبود و حالا یکسان شد.")
    assert is_here(shop, pcs, before)
    with database.reading() as session:
        assert logged_rounds(session)[0].received == 1


def test_nothing_jumps_when_others_write(start: Start, person: Person, pcs: TwoPcs) -> None:
    with pcs.other.transaction() as session:
        for number in range(60):
            create_customer(session, CustomerDraft(last_name=f"مشتری {number:02}"))
    run_round(pcs.other)
    shop = opened(start, person)
    page = shop.window.open_page(PageName.CUSTOMERS)
    assert isinstance(page, CustomersPage)
    table = page.table
    person.wait(lambda: len(table.paged.ids) == 62)
    table.select([table.paged.ids[30]])
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    place, chosen = table.verticalScrollBar().value(), table.selected_ids()
    assert place > 0
    sheet = shop.forms.customer(pcs.some.customer)
    person.wait(lambda: sheet.isVisible() and isinstance(person.place, QLineEdit))
    person.fill("نام خانوادگی", "کریمی‌نژاد")
    typing = person.place

    with pcs.other.transaction() as session:
        session.get_one(Customer, pcs.some.customer).city = "یزد"
    run_round(pcs.other)
    person.press("F5")
    person.wait_to_see("کسی · صندوق «شهر» را عوض کرد؛ اکنون: یزد")

    assert person.place is typing
    assert isinstance(typing, QLineEdit)
    assert typing.text() == "کریمی‌نژاد"
    assert table.verticalScrollBar().value() == place
    assert list(table.selected_ids()) == list(chosen)


def test_failures_with_a_success_between_are_not_called_a_row(pcs: TwoPcs) -> None:
    cable = pcs.shared.cables["صندوق"]
    for tries in (2, 1):
        cable.pull()
        for _ in range(tries):
            with pytest.raises(SyncError):
                run_round(pcs.other)
        cable.plug()
        run_round(pcs.other)
    with pcs.other.reading() as session:
        assert [one.rounds for one in logged_rounds(session, only_failed=True)] == [1, 2]


def lonely_shop(path: Path, *customers: str) -> Database:
    """A shop of another computer that has joined nobody yet."""
    database = new_database(path)
    with database.transaction() as session:
        create_shop(session, ShopDraft(name="شعبه"), "IRR", "نرگس")
        for name in customers:
            create_customer(session, CustomerDraft(last_name=name))
    return database


def paste(person: Person, text: str) -> None:
    person.walk_to("متن اتصال")
    person.press("Ctrl+A")
    QApplication.clipboard().setText(text)
    person.press("Ctrl+V")


def test_who_begins_joins_at_the_first_start(
    start: Start, person: Person, server: EmbeddedPostgres, path: Path, keyring_file: Path
) -> None:
    other = lonely_shop(path.with_name("other.db"), "احمدی", "رضایی")
    shared = SharedShop(server, path.parent, other)
    shared.join(other, "دفتر")
    text = shared.pairing("صندوق").text()
    program = start()
    person.walk_to("فروشگاه من روی رایانه‌های دیگر است")
    person.press("Return")
    person.wait_to_be_at("متن اتصال")
    paste(person, "سلام")
    person.walk_to("بررسی متن")
    person.press("Return")
    person.wait_to_see("این متن اتصال نیست")
    paste(person, text)
    person.walk_to("بررسی متن")
    person.press("Return")
    person.wait_to_see("شعبه: ۲ مشتری فروشگاه، ۰ مشتری این رایانه.")
    assert not path.exists()
    person.walk_to("پیوستن")
    person.press("Return")
    shop = shop_of(program, person)
    person.wait(lambda: told(shop).startswith("همگام"))
    run_round(other)
    assert digests(other) == digests(shop.ui.background.database)
    assert shop.ui.user.name == "نرگس"
    shared.close()
    other.close()


def test_a_shop_with_customers_joins_after_a_backup(
    start: Start, person: Person, server: EmbeddedPostgres, path: Path, keyring_file: Path
) -> None:
    other = lonely_shop(path.with_name("other.db"), "احمدی", "رضایی")
    shared = SharedShop(server, path.parent, other)
    shared.join(other, "دفتر")
    lonely_shop(path, "کریمی").close()
    program = start()
    person.press("Return")
    shop = shop_of(program, person)
    assert PageName.SYNC not in shop.window.page_names
    shop.navigator.open_settings(SettingsTab.COMPUTERS)
    paste(person, shared.pairing("صندوق").text())
    person.walk_to("بررسی متن")
    person.press("Return")
    person.wait_to_see("۲ مشتری فروشگاه، ۱ مشتری این رایانه")
    assert not list(path.parent.glob("*/shop*.ecrm.db"))
    person.walk_to("پیوستن")
    person.press("Return")

    person.wait(lambda: program.shop is not None and program.shop is not shop)
    shop = shop_of(program, person)
    assert PageName.SYNC in shop.window.page_names
    [_backup] = path.parent.glob("*/shop*.ecrm.db")
    person.wait(lambda: told(shop).startswith("همگام"))
    run_round(other)
    assert digests(other) == digests(shop.ui.background.database)
    with other.reading() as session:
        assert len(session.scalars(select(Customer.id)).all()) == 3
    shared.close()
    other.close()


def test_whom_another_pc_forgets_leaves_no_byte_here(
    start: Start, person: Person, pcs: TwoPcs
) -> None:
    name = "کیوان‌دخت"
    with pcs.other.transaction() as session:
        made = create_customer(session, CustomerDraft(first_name=name, last_name=name))
    run_round(pcs.other)
    shop = opened(start, person)
    database = shop.ui.background.database

    def is_here() -> bool:
        with database.reading() as session:
            return session.get(Customer, made) is not None

    person.wait(is_here)
    with pcs.other.transaction(FORGETTING) as session:
        forget_customer(session, made, None)
    run_round(pcs.other)
    person.press("F5")
    person.wait(lambda: not any(name.encode() in one.read_bytes() for one in files(database)))


def test_wiping_lets_savers_wait_and_is_tried_once_at_an_opening(
    start: Start, person: Person, pcs: TwoPcs, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pcs.other.transaction() as session:
        made = create_customer(session, CustomerDraft(last_name="کیوان‌دخت"))
    run_round(pcs.other)
    shop = opened(start, person)
    lanes: list[str] = []

    def wipe(_database: Database) -> bool:
        lanes.append(threading.current_thread().name)
        raise DatabaseError(Problem.WIPING_WAITS)

    monkeypatch.setattr("ecrm_desktop.ui.sync_keeper.wipe_file", wipe)
    with pcs.other.transaction(FORGETTING) as session:
        forget_customer(session, made, None)
    run_round(pcs.other)
    for city in ("یزد", "قم"):
        pcs.set_there(city=city)
        person.press("F5")
        person.wait(partial(is_here, shop, pcs, city))
        person.wait(lambda: shop.ui.background.is_idle)
    assert lanes == [Lane.WRITE.value]


def is_here(shop: ShopWindow, pcs: TwoPcs, city: str) -> bool:
    with shop.ui.background.database.reading() as session:
        return session.get_one(Customer, pcs.some.customer).city == city


def files(database: Database) -> list[Path]:
    """Return the file and what SQLite has beside it."""
    return list(database.path.parent.glob(f"{database.path.name}*"))


def test_a_computer_is_shut_out_from_the_list_that_the_server_gave(
    start: Start, person: Person, pcs: TwoPcs
) -> None:
    pcs.set_there(job="پزشک")
    shop = opened(start, person)
    shop.window.open_page(PageName.SYNC)
    page = shop.window.page(PageName.SYNC)
    assert isinstance(page, SyncPage)
    page.open_tab(SyncTab.COMPUTERS)
    person.wait_to_see("آخرین ارتباط: همین حالا")

    person.walk_to("کنار گذاشتن…")
    person.press("Return")
    person.wait_to_see("صندوق کنار گذاشته شود؟")
    person.walk_to("کنار بگذار")
    person.press("Return")
    person.wait_to_see("کنار گذاشته شده: همین حالا")
    assert not person.sees("کنار گذاشتن…")
    with pytest.raises(SyncError) as refused:
        run_round(pcs.other)
    assert refused.value.problem is Problem.SYNC_REVOKED


def test_without_the_server_the_list_says_what_this_computer_knows(
    start: Start, person: Person, pcs: TwoPcs
) -> None:
    pcs.set_there(job="پزشک")
    shop = opened(start, person)
    person.wait(lambda: job_here(shop, pcs) == "پزشک")
    pcs.cable.pull()
    shop.window.open_page(PageName.SYNC)
    page = shop.window.page(PageName.SYNC)
    assert isinstance(page, SyncPage)
    page.open_tab(SyncTab.COMPUTERS)
    person.wait_to_see("خودِ این رایانه می‌داند")
    person.wait_to_see("صندوق")
    assert person.sees("این رایانه")
    assert not person.sees("کنار گذاشتن…")
