"""The fields of the shop and of those who work in it."""

from typing import Final

from ecrm_desktop.fields.common import (
    SOFT_DELETED,
    SYNCED,
    address_title,
    name_title,
    phone_title,
    user_title,
)
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

SHOP: Final = RecordSpec(
    "shop",
    lambda: translate("ShopFields", "Shop"),
    (
        FieldSpec("name", ValueKind.LINE, name_title),
        FieldSpec(
            "currency",
            ValueKind.CURRENCY,
            lambda: translate("ShopFields", "Currency"),
            in_draft=False,
        ),
        FieldSpec(
            "money_unit", ValueKind.CHOICE, lambda: translate("ShopFields", "Unit of amounts")
        ),
        FieldSpec("area_code", ValueKind.CODE, lambda: translate("ShopFields", "Area code")),
        FieldSpec("phone", ValueKind.PHONE, phone_title),
        FieldSpec("address", ValueKind.LINES, address_title),
        FieldSpec(
            "promise_low",
            ValueKind.DAYS,
            lambda: translate("ShopFields", "Promise, low severity"),
        ),
        FieldSpec(
            "promise_normal",
            ValueKind.DAYS,
            lambda: translate("ShopFields", "Promise, normal severity"),
        ),
        FieldSpec(
            "promise_high",
            ValueKind.DAYS,
            lambda: translate("ShopFields", "Promise, high severity"),
        ),
        FieldSpec(
            "promise_critical",
            ValueKind.DAYS,
            lambda: translate("ShopFields", "Promise, critical severity"),
        ),
        FieldSpec(
            "is_sample",
            ValueKind.FLAG,
            lambda: translate("ShopFields", "Sample shop"),
            in_draft=False,
        ),
        FieldSpec(
            "lock_minutes",
            ValueKind.MINUTES,
            lambda: translate("ShopFields", "Locks after"),
            in_draft=False,
        ),
        FieldSpec(
            "audit_years",
            ValueKind.YEARS,
            lambda: translate("ShopFields", "Audit trail is kept for"),
            in_draft=False,
        ),
        *SYNCED,
    ),
)
USER: Final = RecordSpec(
    "users",
    user_title,
    (
        FieldSpec("name", ValueKind.LINE, name_title),
        FieldSpec("role", ValueKind.CHOICE, lambda: translate("ShopFields", "Role")),
        FieldSpec("active", ValueKind.FLAG, lambda: translate("ShopFields", "In use")),
        FieldSpec(
            "password_hash",
            ValueKind.SECRET,
            lambda: translate("ShopFields", "Password"),
            in_draft=False,
        ),
        FieldSpec(
            "recovery_hash",
            ValueKind.SECRET,
            lambda: translate("ShopFields", "Recovery code"),
            in_draft=False,
        ),
        FieldSpec(
            "password_sealed",
            ValueKind.SECRET,
            lambda: translate("ShopFields", "Password, for the other computers"),
            in_draft=False,
        ),
        FieldSpec(
            "recovery_sealed",
            ValueKind.SECRET,
            lambda: translate("ShopFields", "Recovery code, for the other computers"),
            in_draft=False,
        ),
        FieldSpec(
            "reset_asked_on",
            ValueKind.DATE,
            lambda: translate("ShopFields", "Reset of the password, asked for"),
            in_draft=False,
        ),
        FieldSpec(
            "reset_seen_on",
            ValueKind.DATE,
            lambda: translate("ShopFields", "Reset of the password, last day counted"),
            in_draft=False,
        ),
        FieldSpec(
            "reset_days",
            ValueKind.COUNT,
            lambda: translate("ShopFields", "Reset of the password, days counted"),
            in_draft=False,
        ),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
