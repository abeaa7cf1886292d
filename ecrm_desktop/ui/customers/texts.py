"""How a customer is told in words, the same in card, details and forms."""

from datetime import date
from decimal import Decimal

from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import ConsentRow, CustomerDetail, FieldRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.widgets.listed import dotted
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.statuses import AcquisitionChannel, FieldKind


def headline(detail: CustomerDetail, display: Display) -> str:
    """Return `اشتراک ۱۰۴۲ · اصفهان · آشنایی از اینستاگرام`."""
    code = translate("Customers", "code {code}", code=display.code(detail.code))
    return dotted((code, detail.city, found_by(detail.acquisition_channel)))


def found_by(channel: AcquisitionChannel | None) -> str:
    """Return how a customer found the shop, "" if nobody asked."""
    if channel is None:
        return ""
    return translate("Customers", "found us by: {channel}", channel=label(channel))


def own_field_text(field: FieldRow, value: str, display: Display) -> str:
    """Return a value of one of the shop's own fields as people read it."""
    if field.kind == FieldKind.DATE:
        return display.date(date.fromisoformat(value))
    if field.kind == FieldKind.NUMBER:
        return display.number(Decimal(value))
    return value


def consent_text(consent: ConsentRow | None, display: Display) -> str:
    """Return whether a customer agreed, when, and how we know; "" if nobody asked."""
    if consent is None:
        return ""
    agreed = (
        translate("Customers", "agreed")
        if consent.granted
        else translate("Customers", "does not want any")
    )
    day = display.date(consent.given_on) if consent.given_on else ""
    return dotted((agreed, day, consent.source))
