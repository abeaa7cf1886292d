"""Where two customers differ, line by line, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail, FieldRow
from ecrm_desktop.services.customer_merges import MergeSide
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.customers.texts import consent_text, field_text
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import ConsentChannel
from ecrm_desktop.values.text import isolate


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeLine:
    """One difference; `key` is that of `merge_customers`' choices, an empty text means nothing."""

    key: str
    title: str
    kept: str
    merged: str

    @property
    def sides(self) -> tuple[MergeSide, ...]:
        """What can be chosen, the usual choice first."""
        if self.key == "notes" and self.kept and self.merged:
            return (MergeSide.BOTH, MergeSide.KEPT, MergeSide.MERGED)
        if not self.kept:
            return (MergeSide.MERGED, MergeSide.KEPT)
        return (MergeSide.KEPT, MergeSide.MERGED)


def merge_lines(
    kept: CustomerDetail, merged: CustomerDetail, fields: Sequence[FieldRow], display: Display
) -> list[MergeLine]:
    """Return the lines in which the two differ."""
    lines = [
        MergeLine(key=key, title=title, kept=mine, merged=other)
        for (key, title, mine), (_key, _title, other) in zip(
            _values(kept, fields, display), _values(merged, fields, display), strict=True
        )
    ]
    return [line for line in lines if line.kept != line.merged]


def _values(
    one: CustomerDetail, fields: Sequence[FieldRow], display: Display
) -> Iterator[tuple[str, str, str]]:
    """Yield key, title and text of everything that has one value a customer."""
    yield "code", translate("Customers", "Code"), display.code(one.code)
    yield "kind", translate("Customers", "Kind"), label(one.kind)
    yield "first_name", translate("Customers", "First name"), one.first_name
    yield "last_name", translate("Customers", "Last name"), one.last_name
    yield "company_name", translate("Customers", "Company"), one.company_name
    yield "phone", translate("Customers", "Main phone"), display.phone(one.phone)
    yield "email", translate("Customers", "E-mail"), isolate(one.email)
    yield "national_id", translate("Customers", "National ID"), display.code(one.national_id)
    birthday = display.partial_date(one.birth_date) if one.birth_date else ""
    yield "birth_date", translate("Customers", "Birthday"), birthday
    yield "gender", translate("Customers", "Gender"), label(one.gender) if one.gender else ""
    yield "job", translate("Customers", "Job"), one.job
    wedding = display.partial_date(one.marriage_date) if one.marriage_date else ""
    yield "marriage_date", translate("Customers", "Wedding day"), wedding
    yield "spouse_name", translate("Customers", "Spouse"), one.spouse_name
    income = label(one.income_band) if one.income_band else ""
    yield "income_band", translate("Customers", "Household income"), income
    yield "province", translate("Customers", "Province"), one.province
    yield "city", translate("Customers", "City"), one.city
    yield "address", translate("Customers", "Address"), one.address
    yield "postal_code", translate("Customers", "Postal code"), display.code(one.postal_code)
    found_by = label(one.acquisition_channel) if one.acquisition_channel else ""
    yield "acquisition_channel", translate("Customers", "Found us by"), found_by
    yield "referred_by_id", translate("Customers", "Referred by"), one.referred_by_name
    preferred = label(one.preferred_channel) if one.preferred_channel else ""
    yield "preferred_channel", translate("Customers", "Likes to be reached by"), preferred
    consents = {consent.channel: consent for consent in one.consents}
    for channel in ConsentChannel:
        title = translate("Customers", "Adverts by {channel}", channel=label(channel))
        yield f"consents.{channel}", title, consent_text(consents.get(channel), display)
    for field in fields:
        value = one.field_values.get(field.id, "")
        text = field_text(field, value, display) if value else ""
        yield f"field_values.{field.id}", field.title, text
    yield "notes", translate("Customers", "Notes"), one.notes
