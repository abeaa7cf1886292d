"""What people of a shop do at one PC, at random, by the real services."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from ecrm_desktop.drafts.complaints import ComplaintDraft
from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft, PhoneDraft
from ecrm_desktop.drafts.interactions import InteractionDraft
from ecrm_desktop.drafts.products import ProductDraft
from ecrm_desktop.drafts.purchases import LineDraft, PurchaseDraft, ReturnDraft, ReturnLineDraft
from ecrm_desktop.drafts.shop import UserDraft
from ecrm_desktop.drafts.tasks import TaskDraft
from ecrm_desktop.errors import EcrmError, InvalidInput, Problem
from ecrm_desktop.importing import undo_import
from ecrm_desktop.models.changes import FORGETTING
from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customers import Customer, CustomerMerge
from ecrm_desktop.models.imports import Import
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine
from ecrm_desktop.models.tasks import Task
from ecrm_desktop.models.users import User
from ecrm_desktop.services.bin import empty_bin, restore_deletion
from ecrm_desktop.services.complaints import add_complaint_note, move_complaint, open_complaint
from ecrm_desktop.services.customer_merges import merge_customers, undo_merge
from ecrm_desktop.services.customers import create_customer, delete_customers, update_customer
from ecrm_desktop.services.forgetting import forget_customer
from ecrm_desktop.services.interactions import record_interaction
from ecrm_desktop.services.products import create_product, delete_products
from ecrm_desktop.services.purchases import delete_purchases, record_purchase, update_purchase
from ecrm_desktop.services.returns import record_return
from ecrm_desktop.services.tasks import (
    complete_task,
    create_task,
    delete_tasks,
    postpone_task,
    reopen_task,
)
from ecrm_desktop.services.users import add_user, update_user
from ecrm_desktop.storage.database import Database, Session
from ecrm_desktop.values.phone import Phone
from ecrm_desktop.values.statuses import (
    ComplaintStatus,
    ConsentChannel,
    ImportKind,
    Role,
    TaskRepeat,
)
from tests.helpers.import_files import bring_in, write_csv
from tests.helpers.shop_life_more import MORE_DEEDS

T = TypeVar("T")
NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
TODAY = NOW.date()
NAMES = ("مریم", "سمیرا", "رضا", "علی", "زهرا", "حسن")
TAGS = ("خوش‌حساب", "عمده", "همکار")


class Life:
    """Somebody at a PC; the same `random` and the same file give the same deeds."""

    def __init__(
        self, database: Database, random: Random, folder: Path, *, forgets: bool = False
    ) -> None:
        self.database = database
        self._deeds = FORGETTING_TOO if forgets else DEEDS
        self._random = random
        self._folder = folder
        self.now = NOW
        self.merged: list[UUID] = []
        """What the last merge of several made."""
        self.codes: dict[UUID, str] = {}
        """What is on paper here, by whose it is."""

    def act(self) -> str:
        """Do something in an owner's name; what the services refuse is not done.

        Return what it was.
        """
        deed = self._random.choice(self._deeds)
        self.do(deed)
        return deed.__name__

    def do(self, deed: "Deed") -> None:
        """Do it, if the services let."""
        with suppress(InvalidInput), self.database.capture.working_for(self._owner()):
            if deed in _OWN_TRANSACTION:
                deed(self, None)
            else:
                action = FORGETTING if deed is _forget else ""
                with self.database.transaction(action) as session:
                    deed(self, session)

    def do_as_owner(self, deed: Callable[[], object]) -> None:
        """Do something that opens its own transactions, if the services let."""
        with suppress(InvalidInput), self.database.capture.working_for(self._owner()):
            deed()

    def _owner(self) -> UUID | None:
        """Return who has worked here for the longest of those who may do everything."""
        may = User.role == Role.OWNER, User.active, User.deleted_at.is_(None)
        first = select(User.id).where(*may).order_by(User.created_at, User.id).limit(1)
        with self.database.reading() as session:
            return session.scalar(first)

    def one(self, session: Session, table: Any, *where: Any) -> UUID:
        """Return the id of some record; InvalidInput if there is none."""
        ids: Sequence[UUID] = session.scalars(
            select(table.id).where(*where).order_by(table.id)
        ).all()
        if not ids:
            raise InvalidInput(Problem.RECORD_MISSING)
        return self._random.choice(ids)

    def living(self, session: Session, table: Any) -> UUID:
        """Return some record that is not in the bin."""
        return self.one(session, table, table.deleted_at.is_(None))

    def word(self) -> str:
        """Return a word."""
        return f"{self._random.choice(NAMES)} {self._random.randrange(1000)}"

    def number(self, most: int) -> int:
        """Return a number below `most`."""
        return self._random.randrange(most)

    def choice(self, of: Sequence[T]) -> T:
        """Return one of several."""
        return self._random.choice(of)

    def customer(self) -> CustomerDraft:
        """Return what somebody types about a customer."""
        phones = [
            Phone.parse(f"0912{self._random.randrange(40):07}") for _ in range(self.number(3))
        ]
        return CustomerDraft(
            first_name=self._random.choice(NAMES),
            last_name=self.word(),
            city=self._random.choice(("یزد", "قم", "")),
            notes=self.word(),
            phones=tuple(
                PhoneDraft(phone=phone, is_primary=at == 0)
                for at, phone in enumerate(dict.fromkeys(phones))
            ),
            tags=tuple(self._random.sample(TAGS, self.number(3))),
            consents=(
                ConsentDraft(
                    channel=self._random.choice(list(ConsentChannel)),
                    granted=self.number(2) == 0,
                    given_on=date(2026, 1, 1) + timedelta(days=self.number(300)),
                ),
            ),
        )

    def import_file(self) -> None:
        """Bring in a list of customers."""
        path = self._folder / f"list{self.number(10**9)}.csv"
        start = self.number(30)
        rows = [
            (self.choice(NAMES), f"{NAMES[n % 6]}{n}", f"0935{n:07}")
            for n in range(start, start + 1 + self.number(12))
        ]
        write_csv(path, ("first_name", "last_name", "phone"), rows)
        bring_in(self.database, ImportKind.CUSTOMERS, path)


def _create_customer(life: Life, session: Session) -> None:
    create_customer(session, life.customer())


def _update_customer(life: Life, session: Session) -> None:
    update_customer(session, life.living(session, Customer), life.customer())


def _edit_one_field(life: Life, session: Session) -> None:
    one = session.get_one(Customer, life.living(session, Customer))
    setattr(one, life.choice(("job", "notes", "address")), life.word())


def _delete_customer(life: Life, session: Session) -> None:
    delete_customers(session, [life.living(session, Customer)])


def _restore(life: Life, session: Session) -> None:
    one = life.one(session, Customer, Customer.deletion_id.is_not(None))
    deletion = session.get_one(Customer, one).deletion_id
    if deletion is not None:
        restore_deletion(session, deletion)


def _empty_bin(_life: Life, session: Session) -> None:
    empty_bin(session)


def _merge(life: Life, session: Session) -> None:
    merge_customers(session, life.living(session, Customer), life.living(session, Customer), {})


def _undo_merge(life: Life, session: Session) -> None:
    undo_merge(session, life.living(session, CustomerMerge))


def _complain(life: Life, session: Session) -> None:
    open_complaint(
        session,
        ComplaintDraft(
            customer_id=life.living(session, Customer), subject=life.word(), received_at=NOW
        ),
    )


def _move_complaint(life: Life, session: Session) -> None:
    status = (ComplaintStatus.IN_PROGRESS, ComplaintStatus.WAITING_CUSTOMER, ComplaintStatus.NEW)
    move_complaint(session, life.living(session, Complaint), status[life.number(3)])


def _note(life: Life, session: Session) -> None:
    add_complaint_note(session, life.living(session, Complaint), life.word())


def _call(life: Life, session: Session) -> None:
    record_interaction(
        session,
        InteractionDraft(
            customer_id=life.living(session, Customer), occurred_at=NOW, subject=life.word()
        ),
    )


def _task(life: Life, session: Session) -> None:
    repeat = (TaskRepeat.NONE, TaskRepeat.DAILY)[life.number(2)]
    about = life.living(session, Customer)
    create_task(
        session, TaskDraft(title=life.word(), due_on=TODAY, repeat=repeat, customer_id=about)
    )


def _complete(life: Life, session: Session) -> None:
    complete_task(session, life.living(session, Task), today=TODAY)


def _reopen(life: Life, session: Session) -> None:
    reopen_task(session, life.living(session, Task))


def _postpone(life: Life, session: Session) -> None:
    postpone_task(session, life.living(session, Task), TODAY + timedelta(days=1 + life.number(9)))


def _delete_task(life: Life, session: Session) -> None:
    delete_tasks(session, [life.living(session, Task)])


def _product(life: Life, session: Session) -> None:
    create_product(session, ProductDraft(name=life.word(), price=1 + life.number(9)))


def _delete_product(life: Life, session: Session) -> None:
    delete_products(session, [life.living(session, Product)])


def _lines(life: Life, session: Session) -> tuple[LineDraft, ...]:
    return tuple(
        LineDraft(product_id=life.living(session, Product), title="", unit_price=5 + life.number(9))
        for _ in range(1 + life.number(3))
    )


def _buy(life: Life, session: Session) -> None:
    record_purchase(session, _sale(life, session))


def _sale(life: Life, session: Session) -> PurchaseDraft:
    return PurchaseDraft(
        customer_id=life.living(session, Customer),
        purchased_on=TODAY,
        purchased_at=NOW,
        discount=life.number(3),
        lines=_lines(life, session),
    )


def _change_purchase(life: Life, session: Session) -> None:
    update_purchase(session, life.living(session, Purchase), _sale(life, session))


def _delete_purchase(life: Life, session: Session) -> None:
    delete_purchases(session, [life.living(session, Purchase)])


def _return(life: Life, session: Session) -> None:
    purchase = life.living(session, Purchase)
    line = life.one(session, PurchaseLine, PurchaseLine.purchase_id == purchase)
    record_return(
        session,
        ReturnDraft(
            purchase_id=purchase,
            returned_on=TODAY,
            returned_at=NOW,
            lines=(ReturnLineDraft(purchase_line_id=line, quantity=1000, amount=1),),
        ),
    )


def _new_user(life: Life, session: Session) -> None:
    add_user(session, UserDraft(name=life.word(), role=life.choice(list(Role))))


def _change_user(life: Life, session: Session) -> None:
    one = life.living(session, User)
    role = life.choice(list(Role))
    update_user(session, one, UserDraft(name=life.word(), role=role))


def _forget(life: Life, session: Session) -> None:
    forget_customer(session, life.living(session, Customer), None)


def _import(life: Life, _session: object) -> None:
    life.import_file()


def _undo_import(life: Life, _session: object) -> None:
    with life.database.reading() as session:
        one = life.one(session, Import, Import.undone_at.is_(None))
    with suppress(EcrmError):
        undo_import(life.database, one)


Deed = Callable[[Life, Any], None]
DEEDS: tuple[Deed, ...] = (
    _create_customer,
    _update_customer,
    _edit_one_field,
    _delete_customer,
    _restore,
    _empty_bin,
    _merge,
    _undo_merge,
    _complain,
    _move_complaint,
    _note,
    _call,
    _task,
    _complete,
    _reopen,
    _postpone,
    _delete_task,
    _product,
    _delete_product,
    _buy,
    _change_purchase,
    _delete_purchase,
    _return,
    _new_user,
    _change_user,
    _import,
    _undo_import,
    *MORE_DEEDS,
)
FORGETTING_TOO = (*DEEDS, _forget)
_OWN_TRANSACTION = (_import, _undo_import)
