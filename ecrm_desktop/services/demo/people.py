"""Customers of the sample shop: who they are, where they live, how to reach them."""

from array import array
from datetime import timedelta
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
from ecrm_desktop.services.demo.catalogue import BRANDS
from ecrm_desktop.services.demo.draws import endless, often
from ecrm_desktop.services.demo.kinds import CHANNELS, HABITS, Kind
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
from ecrm_desktop.values.jalali import PartialDate, month_length, to_jalali
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

_FIRST_PHONE = 2_000_000  # after the prefix: few have a number that begins with noughts
_PHONES_IN_PREFIX = 8_000_000
_STRIDE = 5_368_787  # prime to `_PHONES_IN_PREFIX`, so that no two customers share a number
_SIZES = ("۳۶", "۳۸", "۴۰", "۴۲", "۴۴", "۴۶", "۴۸")
_ON_PAPER = "فرم عضویت"
_ORALLY = "شفاهی"
# Which of the first customers have their birthday in how many days, for the first page to show.
_BIRTHDAYS_SOON = {2: 0, 7: 0, 11: 0, 5: 1, 16: 2, 19: 4}
_MARRIES_AT = 23
_SIX_LONG_MONTHS = 6 * 31
_DAYS_IN_YEAR = 365
_IRAN = sum(place.weight for place in PLACES)
# Asked millions of times: members of an enum would be slower than what they stand for.
_LOYAL = int(Kind.LOYAL)
_REFERRER = int(Kind.REFERRER)
_TAGS = [HABITS[one].tag for one in Kind]

FEMALE, MALE, COMPANY = range(3)
"""Who buys, as `People.buyers` says."""


class People:
    """Makes customers one after the other and remembers of each what later events need."""

    def __init__(self, rng: Random, timeline: Timeline, kinds: bytearray, store: Store) -> None:
        self._rng = rng
        self._timeline = timeline
        self._ids = bytearray()
        self._referrers = array("I")
        self.kinds = kinds
        """The `Kind` of each customer, also of those still to come."""
        self.channels = bytearray()
        """By which of `CHANNELS` each was found."""
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
        numbers = range(len(CHANNELS))
        self._found = [endless(rng, numbers, HABITS[kind].channels) for kind in Kind]
        self._by_referrer = often(rng, 0.85)
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
        self._brand = endless(rng, BRANDS)
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
        habit = self.kinds[at]
        number = next(self._found[habit])
        found = CHANNELS[number]
        self.channels.append(number)
        referred_by = None
        if found is AcquisitionChannel.REFERRAL and at:
            referred_by = self.id(self._referrer(at))
        if habit == _REFERRER:
            self._referrers.append(at)
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

    def brand(self, at: int) -> str | None:
        """Return the brand that a customer holds to, if to any."""
        return BRANDS[at * 5 % len(BRANDS)] if self.kinds[at] == _LOYAL else None

    def _referrer(self, before: int) -> int:
        """Return who brings a customer: mostly one of those who bring many."""
        referrers, share = self._referrers, self._rng.random()
        if len(referrers) and next(self._by_referrer):
            return referrers[int(share * len(referrers))]
        return int(share * before)

    def _add_phones(self, at: int, owner: bytes, place: Place, day: int, minute: int) -> None:
        prefix = place.mobile if next(self._chance[45]) else next(self._prefix)
        mobile = int(f"98{prefix}{_FIRST_PHONE + (at + 1) * _STRIDE % _PHONES_IN_PREFIX}")
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
        own_brand = self.brand(at)
        if next(chance[45] if own_brand else chance[8]):
            brand = own_brand or next(self._brand)
            favorite = new_id(day, minute), owner, FavoriteKind.BRAND.value, brand, now
            self._favorites.append(favorite)
        own_tag = _TAGS[self.kinds[at]]
        if next(chance[45] if own_tag else chance[10]):
            self._tags.append((new_id(day, minute), owner, own_tag or next(self._tag), now))
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
        soon = _BIRTHDAYS_SOON.get(at)
        if soon is not None:
            year, month, day = to_jalali(self._timeline.dates[-1] + timedelta(soon))
            return str(PartialDate(year - age, month, min(day, month_length(year - age, month))))
        return self._anniversary(age) if next(self._chance[62]) else ""

    def _anniversary(self, years: int) -> str:
        month, day = _month_and_day(int(self._rng.random() * _DAYS_IN_YEAR))
        year = "-" if next(self._chance[25]) else str(self._timeline.jalali[-1][0] - years)
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


def _month_and_day(day: int) -> tuple[int, int]:
    """Return the Jalali month and day of a day of the year counted from 0."""
    if day < _SIX_LONG_MONTHS:
        return day // 31 + 1, day % 31 + 1
    day -= _SIX_LONG_MONTHS
    return day // 30 + 7, day % 30 + 1
