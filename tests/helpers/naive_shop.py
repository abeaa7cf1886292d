"""A random small shop as plain objects, and the same shop as records of a database."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from ecrm_desktop.models.complaints import Complaint
from ecrm_desktop.models.customer_figures import CustomerScore
from ecrm_desktop.models.customer_index import CustomerIndex
from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerField,
    CustomerFieldValue,
    CustomerPhone,
    CustomerTag,
)
from ecrm_desktop.models.interactions import Interaction
from ecrm_desktop.models.products import Product
from ecrm_desktop.models.purchases import Purchase, PurchaseLine, Return, ReturnLine
from ecrm_desktop.services.customer_figures import refresh_at_once
from ecrm_desktop.values.figure_numbers import number_of
from ecrm_desktop.values.ids import new_id
from ecrm_desktop.values.jalali import to_jalali
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ComplaintStatus,
    ConsentChannel,
    CustomerKind,
    CustomerState,
    FieldKind,
    Gender,
    IncomeBand,
    PurchaseChannel,
    RfmCell,
)
from tests.helpers.random_rules import Words

TODAY: Final = date(2026, 11, 21)
# One word in several spellings, the plain one first.
CITIES: Final = (("تهران", "تهران "), ("شیراز", "شيراز", "شــیراز"), ("ری", "ري"))
PROVINCES: Final = (("تهران",), ("فارس", "فارس‌"))
BRANDS: Final = (("آدیداس", "آديداس"), ("نایک", "نايک"))
CATEGORIES: Final = (("کفش", "كفش"), ("کلاه", "كلاه"))
TAGS: Final = ("vip", "عمده")
FIRST_NAMES: Final = ("مریم", "رضا", "Sara", "مریم‌السادات")
LAST_NAMES: Final = ("احمدی", "کریمی", "محمدی")


@dataclass
class Line:
    """What of one product a purchase had; `product` None for free text."""

    product: "Goods | None"
    money: int
    is_discounted: bool
    back: int = 0

    @property
    def net(self) -> int:
        return self.money - self.back


@dataclass
class Goods:
    """A product; brand and category are plain words, "" for none."""

    id: UUID
    brand: str
    category: str


@dataclass
class Buy:
    """A purchase."""

    day: date
    channel: PurchaseChannel
    discount: int
    lines: list[Line]
    returns: int = 0

    @property
    def total(self) -> int:
        return sum(one.money for one in self.lines)

    @property
    def net(self) -> int:
        return sum(one.net for one in self.lines)

    @property
    def is_discounted(self) -> bool:
        return self.discount > 0 or any(one.is_discounted for one in self.lines)


@dataclass(eq=False)
class Person:
    """A customer with all that rules ask about; words are plain ones, "" for none."""

    id: UUID
    first_name: str
    last_name: str
    phone: str
    kind: CustomerKind
    created: date
    gender: Gender | None = None
    income: IncomeBand | None = None
    acquisition: AcquisitionChannel | None = None
    preferred: Channel | None = None
    consents: dict[ConsentChannel, bool] = field(default_factory=dict)
    province: str = ""
    city: str = ""
    birth: tuple[int | None, int, int] | None = None
    referrer: "Person | None" = None
    tags: set[str] = field(default_factory=set)
    own: dict[UUID, str] = field(default_factory=dict)
    buys: list[Buy] = field(default_factory=list)
    open_complaints: int = 0
    last_contact: date | None = None
    cell: RfmCell | None = None
    state: CustomerState | None = None
    alive: int | None = None  # thousandths
    value: int | None = None
    loss: int | None = None


@dataclass
class NaiveShop:
    """The shop as plain objects; own fields by kind."""

    goods: list[Goods]
    people: list[Person]
    fields: dict[FieldKind, UUID]

    def words(self, segments: tuple[UUID, ...]) -> Words:
        """Return what rules of this shop are about."""
        return Words(
            TODAY,
            provinces=tuple(one[-1] for one in PROVINCES),
            cities=tuple(one[-1] for one in CITIES),
            brands=tuple(one[-1] for one in BRANDS),
            categories=tuple(one[0] for one in CATEGORIES),
            cells=tuple(RfmCell)[:3],
            states=tuple(CustomerState),
            tags=TAGS,
            products=tuple(one.id for one in self.goods),
            text_fields=(self.fields[FieldKind.CHOICE],),
            number_fields=(self.fields[FieldKind.NUMBER],),
            date_fields=(self.fields[FieldKind.DATE],),
            segments=segments,
            most_money=2_000,
        )


class ShopMaker:
    """Makes a random shop, in both forms."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def make(self, session: Session, people: int = 25) -> NaiveShop:
        """Store a shop, and return it as plain objects."""
        kinds = (FieldKind.CHOICE, FieldKind.NUMBER, FieldKind.DATE)
        shop = NaiveShop([], [], {kind: new_id() for kind in kinds})
        for kind, key in shop.fields.items():
            session.add(CustomerField(id=key, title=kind.value, kind=kind, choices="الف\nب"))
        for _ in range(6):
            shop.goods.append(self._product(session))
        for number in range(people):
            shop.people.append(self._person(session, shop, number))
        session.flush()
        refresh_at_once(session)
        self._score(session, shop)
        return shop

    def _product(self, session: Session) -> Goods:
        pick = self._random.choice
        brand, category = pick((("",), *BRANDS)), pick((("",), *CATEGORIES))
        product = Product(
            name="x", name_folded="x", brand=pick(brand).strip(), category=pick(category)
        )
        session.add(product)
        return Goods(product.id, brand[0], category[0])

    def _person(self, session: Session, shop: NaiveShop, number: int) -> Person:
        pick, chance = self._random.choice, self._random.random
        city, province = pick((("",), *CITIES)), pick((("",), *PROVINCES))
        person = Person(
            id=new_id(),
            first_name=pick(FIRST_NAMES),
            last_name=pick(LAST_NAMES),
            phone=f"+98912{self._random.randrange(10**7):07}",
            kind=pick(tuple(CustomerKind)[:1] * 4 + (CustomerKind.COMPANY,)),
            created=self._day(),
            gender=pick((None, *Gender)),
            income=pick((None, *IncomeBand)),
            acquisition=pick((None, *AcquisitionChannel)),
            preferred=pick((None, *Channel)),
            consents={one: chance() < 0.5 for one in ConsentChannel if chance() < 0.5},
            city=city[0],
            province=province[0],
            birth=self._birth(),
            referrer=pick((None, *shop.people[:4])),
            tags={tag for tag in TAGS if chance() < 0.3},
            own=self._own(shop),
            open_complaints=pick((0, 0, 0, 1, 2)),
            last_contact=pick((None, self._day())),
        )
        self._store(session, person, number, pick(city), pick(province))
        for _ in range(pick((0, 0, 1, 2, 4, 7))):
            person.buys.append(self._buy(session, shop, person))
        return person

    def _birth(self) -> tuple[int | None, int, int] | None:
        pick = self._random.choice
        if pick((True, False, False)):
            return None
        soon = to_jalali(TODAY + timedelta(days=self._random.randrange(-20, 120)))
        month, day = pick(((12, 30), (12, 29), (1, 1), soon[1:], (self._random.randint(1, 12), 5)))
        year = pick((None, 1370, 1399, 1340))
        return (1399 if year and (month, day) == (12, 30) else year, month, day)

    def _own(self, shop: NaiveShop) -> dict[UUID, str]:
        values = {
            FieldKind.CHOICE: self._random.choice(("الف", "ب")),
            FieldKind.NUMBER: str(Decimal(self._random.randint(0, 40)) / 4),
            FieldKind.DATE: self._day().isoformat(),
        }
        return {
            shop.fields[one]: text for one, text in values.items() if self._random.random() < 0.5
        }

    def _store(
        self, session: Session, person: Person, number: int, city: str, province: str
    ) -> None:
        year = "-"
        if person.birth is not None and person.birth[0] is not None:
            year = str(person.birth[0])
        birth = "" if person.birth is None else f"{year}-{person.birth[1]:02}-{person.birth[2]:02}"
        record = Customer(
            id=person.id,
            code=f"c{number}",
            kind=person.kind,
            first_name=person.first_name,
            last_name=person.last_name,
            gender=person.gender,
            income_band=person.income,
            acquisition_channel=person.acquisition,
            preferred_channel=person.preferred,
            city=city,
            province=province,
            birth_date=birth,
            referred_by_id=person.referrer and person.referrer.id,
            created_at=at(person.created),
        )
        record.phones = [CustomerPhone(number=person.phone, is_primary=True)]
        record.consents = [
            CustomerConsent(channel=one, granted=granted)
            for one, granted in person.consents.items()
        ]
        record.tags = [CustomerTag(tag=one) for one in person.tags]
        session.add(record)
        session.flush()
        for key, text in person.own.items():
            session.add(CustomerFieldValue(customer_id=person.id, field_id=key, value=text))
        complaint: dict[str, Any] = {"customer_id": person.id, "subject": "x", "due_on": TODAY}
        statuses = [ComplaintStatus.NEW, ComplaintStatus.REOPENED][: person.open_complaints]
        for status in (*statuses, ComplaintStatus.CLOSED):
            session.add(Complaint(number="1", received_at=at(TODAY), status=status, **complaint))
        if person.last_contact is not None:
            for days in (0, 3):
                when = at(person.last_contact - timedelta(days=days))
                session.add(Interaction(customer_id=person.id, occurred_at=when, subject="x"))

    def _buy(self, session: Session, shop: NaiveShop, person: Person) -> Buy:
        pick, chance = self._random.choice, self._random.random
        goods = self._random.sample((None, *shop.goods), pick((1, 1, 2, 3)))
        lines = [Line(one, self._random.randint(0, 500), chance() < 0.2) for one in goods]
        discount = pick((0, 0, 0, 10)) if len(lines) == 1 and lines[0].money >= 10 else 0
        buy = Buy(self._day(), pick(tuple(PurchaseChannel)[:3]), discount, lines)
        records = [
            PurchaseLine(
                position=at_,
                product_id=one.product and one.product.id,
                title="x",
                quantity=1000,
                unit_price=one.money + 5 * one.is_discounted,
                discount=5 * one.is_discounted,
                total=one.money,
            )
            for at_, one in enumerate(lines)
        ]
        lines[0].money -= discount
        purchase = Purchase(
            customer_id=person.id,
            purchased_on=buy.day,
            purchased_at=at(buy.day),
            channel=buy.channel,
            discount=discount,
            total=buy.total,
            lines=records,
        )
        session.add(purchase)
        session.flush()
        if chance() < 0.15:
            buy.returns = 1
            line = self._random.randrange(len(lines))
            lines[line].back = self._random.randint(0, lines[line].money)
            back = ReturnLine(
                purchase_line_id=records[line].id, quantity=1000, amount=lines[line].back
            )
            session.add(
                Return(
                    purchase_id=purchase.id,
                    customer_id=person.id,
                    returned_on=buy.day,
                    returned_at=at(buy.day),
                    total=lines[line].back,
                    lines=[back],
                )
            )
            session.flush()
        return buy

    def _score(self, session: Session, shop: NaiveShop) -> None:
        numbers = {one.customer_id: one.number for one in session.query(CustomerIndex).all()}
        for person in shop.people:
            if self._random.random() < 0.2:
                continue
            person.cell = self._random.choice((None, *tuple(RfmCell)[:4]))
            person.state = self._random.choice(tuple(CustomerState))
            person.alive = self._random.randint(0, 1000)
            person.value, person.loss = (self._random.randint(0, 2_000) for _ in range(2))
            zeros = dict.fromkeys(
                ("r", "f", "m", "gap", "gap_spread", "expected", "value_low", "value_high"), 0
            )
            session.add(
                CustomerScore(
                    number=numbers[person.id],
                    scored_on=TODAY.toordinal(),
                    cell=number_of(person.cell),
                    state=number_of(person.state),
                    alive=person.alive,
                    value=person.value,
                    loss=person.loss,
                    **zeros,
                )
            )
        session.flush()

    def _day(self) -> date:
        return TODAY - timedelta(
            days=self._random.choice((0, 3, 20, 60, 200, 300, 500, 800, -5))
            + self._random.randint(0, 20)
        )


def at(day: date) -> datetime:
    """Return the noon of a day."""
    return datetime.combine(day, time(12), UTC)
