"""Customers of the sample shop: who they are, where they live, how to reach them."""

from array import array
from operator import mul
from random import Random

from ecrm_desktop.models.customers import (
    Customer,
    CustomerConsent,
    CustomerFavorite,
    CustomerField,
    CustomerFieldValue,
    CustomerPhone,
    CustomerSocial,
    CustomerTag,
)
from ecrm_desktop.services.demo import names
from ecrm_desktop.services.demo.catalogue import ITEMS
from ecrm_desktop.services.demo.draws import endless, often
from ecrm_desktop.services.demo.places import (
    ALLEYS,
    HOME_PROVINCE,
    MOBILE_PREFIXES,
    PLACES,
    STREETS,
    Place,
)
from ecrm_desktop.services.demo.talk import NOTES, TAGS
from ecrm_desktop.services.demo.timeline import Timeline
from ecrm_desktop.services.row_store import Store
from ecrm_desktop.values.digits import to_persian_digits
from ecrm_desktop.values.jalali import PartialDate, month_length
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    FieldKind,
    Gender,
    IncomeBand,
    PhoneLabel,
    SocialNetwork,
)

_PHONES_IN_PREFIX = 10**7
_STRIDE = 7_368_787  # prime to `_PHONES_IN_PREFIX`, so that no two customers share a number
_SIZES = ("۳۶", "۳۸", "۴۰", "۴۲", "۴۴", "۴۶", "۴۸")
_ON_PAPER = "فرم عضویت"
_ORALLY = "شفاهی"
_BIRTHDAYS_TODAY = 4
_BORN_TODAY = 1370
_MARRIES_AT = 23
_SHORTEST_MONTH = 29
_IRAN = sum(place.weight for place in PLACES)

FEMALE, MALE, COMPANY = range(3)
"""Who buys, as `People.buyers` says."""


class People:
    """Makes customers one after the other and remembers of each what later events need."""

    def __init__(self, rng: Random, timeline: Timeline, store: Store) -> None:
        self._rng = rng
        self._timeline = timeline
        self._ids = bytearray()
        self.phones = array("Q")
        self.buyers = bytearray()
        self._customers = store.table(
            Customer,
            "id code kind first_name last_name company_name email national_id birth_date gender job"
            " marriage_date spouse_name income_band province city address postal_code"
            " acquisition_channel referred_by_id preferred_channel notes",
        )
        self._phones = store.table(CustomerPhone, "id customer_id number label is_primary position")
        self._consents = store.table(
            CustomerConsent, "id customer_id channel granted given_on source"
        )
        self._socials = store.table(CustomerSocial, "id customer_id network handle")
        self._favorites = store.table(CustomerFavorite, "id customer_id kind name")
        self._tags = store.table(CustomerTag, "id customer_id tag")
        self._fields = store.table(CustomerField, "id title kind choices position")
        self._field_values = store.table(CustomerFieldValue, "id customer_id field_id value")
        self._own_fields = self._make_fields()
        self._draw()

    def _draw(self) -> None:
        rng = self._rng
        self._female = endless(rng, names.FEMALE[0], names.FEMALE[1])
        self._male = endless(rng, names.MALE[0], names.MALE[1])
        self._last = endless(rng, names.LAST[0], names.LAST[1])
        self._kind = endless(rng, (FEMALE, MALE, COMPANY), (64, 33, 3))
        self._company = endless(rng, names.COMPANIES)
        self._job = endless(rng, names.JOBS)
        self._place = endless(rng, PLACES, [_closeness(place) for place in PLACES])
        self._street = endless(rng, STREETS)
        self._alley = endless(rng, ALLEYS)
        self._prefix = endless(rng, MOBILE_PREFIXES)
        self._age = endless(rng, range(16, 78), [_of_age(age) for age in range(16, 78)])
        self._income = endless(rng, list(IncomeBand), (15, 25, 35, 18, 7))
        self._found = endless(rng, list(AcquisitionChannel), (45, 20, 5, 14, 4, 6, 4, 2))
        self._preferred = endless(
            rng,
            (None, Channel.CALL, Channel.SMS, Channel.WHATSAPP, Channel.TELEGRAM, Channel.EMAIL),
            (55, 14, 16, 9, 5, 1),
        )
        self._network = endless(
            rng,
            (SocialNetwork.INSTAGRAM, SocialNetwork.TELEGRAM, SocialNetwork.EITAA),
            (70, 20, 10),
        )
        self._tag = endless(rng, TAGS)
        self._note = endless(rng, NOTES)
        self._brand = endless(rng, sorted({item.brand for item in ITEMS}))
        self._chance = {
            percent: often(rng, percent / 100) for percent in (4, 8, 10, 15, 25, 35, 45, 62, 70, 85)
        }

    def add(self, day: int) -> None:
        """Make the next customer, who came on that day."""
        timeline, chance = self._timeline, self._chance
        at = len(self.buyers)
        minute = timeline.minute(day)
        now = timeline.instant(day, minute)
        made = timeline.new_id(day, minute)
        kind = next(self._kind)
        place = next(self._place)
        first, latin_first = next(self._male if kind == MALE else self._female)
        last, latin_last = next(self._last)
        latin = f"{latin_first}.{latin_last}{at % 997}"
        is_person = kind != COMPANY
        age = next(self._age)
        years_married = int(self._rng.random() * (age - _MARRIES_AT))
        married = is_person and years_married > 0 and next(chance[45])
        found = next(self._found)
        referred_by = None
        if found == AcquisitionChannel.REFERRAL and at:
            referred_by = self.id(int(self._rng.random() * at))
        has_address = next(chance[45])
        self._customers.append((
            made,
            str(at + 1),
            CustomerKind.PERSON.value if is_person else CustomerKind.COMPANY.value,
            first,
            last,
            "" if is_person else next(self._company),
            f"{latin}@example.com" if next(chance[10]) or not is_person else "",
            self._national_id() if is_person and next(chance[35]) else "",
            self._birth_date(at, age) if is_person else "",
            (Gender.MALE.value if kind == MALE else Gender.FEMALE.value) if is_person else None,
            next(self._job) if is_person and next(chance[45]) else "",
            self._anniversary(years_married) if married and next(chance[45]) else "",
            next(self._female if kind == MALE else self._male)[0] if married else "",
            next(self._income).value if next(chance[35]) else None,
            place.province,
            place.city,
            self._address() if has_address else "",
            self._postal_code() if has_address and next(chance[45]) else "",
            found.value,
            referred_by,
            preferred.value if (preferred := next(self._preferred)) else None,
            next(self._note) if next(chance[8]) else "",
            now,
        ))  # fmt: skip
        self._ids += made
        self.buyers.append(kind)
        self._add_phones(at, made, place, day, minute)
        self._add_wishes(at, made, latin, day, minute)

    def id(self, at: int) -> bytes:
        """Return the id of a customer made before, counted from 0."""
        return bytes(self._ids[at * 16 : at * 16 + 16])

    def _add_phones(self, at: int, owner: bytes, place: Place, day: int, minute: int) -> None:
        prefix = place.mobile if next(self._chance[45]) else next(self._prefix)
        mobile = int(f"98{prefix}{at * _STRIDE % _PHONES_IN_PREFIX:07}")
        self.phones.append(mobile)
        is_company = self.buyers[at] == COMPANY
        label = PhoneLabel.WORK if is_company else PhoneLabel.HOME
        now = self._timeline.instant(day, minute)
        new_id = self._timeline.new_id
        self._phones.append(
            (new_id(day, minute), owner, f"+{mobile}", PhoneLabel.MOBILE.value, 1, 0, now)
        )
        if is_company or next(self._chance[15]):
            first = 3 + int(self._rng.random() * 4)
            number = f"+98{place.area_code}{first}{int(self._rng.random() * 10**7):07}"
            self._phones.append((new_id(day, minute), owner, number, label.value, 0, 1, now))

    def _add_wishes(self, at: int, owner: bytes, latin: str, day: int, minute: int) -> None:
        chance = self._chance
        now, new_id = self._timeline.instant(day, minute), self._timeline.new_id
        on = self._timeline.iso[day]
        granted = 1 if next(chance[85]) else 0
        if next(chance[70]):
            sms = ConsentChannel.SMS.value
            self._consents.append((new_id(day, minute), owner, sms, granted, on, _ON_PAPER, now))
            if next(chance[15]):
                call = ConsentChannel.CALL.value
                self._consents.append((new_id(day, minute), owner, call, granted, on, _ORALLY, now))
        if next(chance[15]):
            network = next(self._network).value
            handle = latin.replace(".", "_")
            self._socials.append((new_id(day, minute), owner, network, handle, now))
        if next(chance[10]):
            brand = FavoriteKind.BRAND.value
            self._favorites.append((new_id(day, minute), owner, brand, next(self._brand), now))
        if next(chance[15]):
            self._tags.append((new_id(day, minute), owner, next(self._tag), now))
        if self.buyers[at] != COMPANY and next(chance[15]):
            size, shoe = self._own_fields
            value = _SIZES[int(self._rng.random() * len(_SIZES))]
            self._field_values.append((new_id(day, minute), owner, size, value, now))
            value = str(36 + int(self._rng.random() * 9))
            self._field_values.append((new_id(day, minute), owner, shoe, value, now))

    def _make_fields(self) -> tuple[bytes, bytes]:
        size, shoe = (self._timeline.new_id(0, 0) for _ in range(2))
        now = self._timeline.instant(0, 0)
        choices = "\n".join(_SIZES)
        self._fields.append((size, "سایز لباس", FieldKind.CHOICE.value, choices, 0, now))
        self._fields.append((shoe, "شمارهٔ کفش", FieldKind.NUMBER.value, "", 1, now))
        return size, shoe

    def _national_id(self) -> str:
        digits = f"{int(self._rng.random() * 10**9):09}"
        remainder = sum(map(mul, map(int, digits), range(10, 1, -1))) % 11
        return digits + str(remainder if remainder < 2 else 11 - remainder)  # noqa: PLR2004

    def _birth_date(self, at: int, age: int) -> str:
        if at < _BIRTHDAYS_TODAY:
            _, month, day = self._timeline.jalali[self._timeline.today]
            return str(PartialDate(_BORN_TODAY, month, min(day, month_length(_BORN_TODAY, month))))
        return self._anniversary(age) if next(self._chance[62]) else ""

    def _anniversary(self, years: int) -> str:
        today, _, _ = self._timeline.jalali[self._timeline.today]
        month, day = 1 + int(self._rng.random() * 12), 1 + int(self._rng.random() * _SHORTEST_MONTH)
        year = "-" if next(self._chance[25]) else str(today - years)
        return f"{year}-{month:02}-{day:02}"

    def _address(self) -> str:
        plate = to_persian_digits(str(1 + int(self._rng.random() * 250)))
        return f"خیابان {next(self._street)}، کوچهٔ {next(self._alley)}، پلاک {plate}"

    def _postal_code(self) -> str:
        return f"{8 + int(self._rng.random() * 2)}{int(self._rng.random() * 10**9):09}"


def _closeness(place: Place) -> float:
    """Return how likely a customer is from there: most come in person, few order from afar."""
    if place.city == HOME_PROVINCE:
        return 3.0 * _IRAN
    return place.weight * (6 if place.province == HOME_PROVINCE else 1)


def _of_age(age: int) -> float:
    """Return how many of that age buy clothes themselves, most around 35."""
    return max(0.1, 1 - abs(age - 35) / 45)
