"""The fields of an interaction."""

from typing import Final

from ecrm_desktop.fields.common import (
    SOFT_DELETED,
    SYNCED,
    customer_title,
    phone_title,
    subject_title,
    time_title,
    user_title,
)
from ecrm_desktop.fields.field import FieldSpec, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate

INTERACTION: Final = RecordSpec(
    "interactions",
    lambda: translate("InteractionFields", "Interaction"),
    (
        FieldSpec("customer_id", ValueKind.REFERENCE, customer_title),
        FieldSpec("channel", ValueKind.CHOICE, lambda: translate("InteractionFields", "Channel")),
        FieldSpec(
            "direction", ValueKind.CHOICE, lambda: translate("InteractionFields", "Direction")
        ),
        FieldSpec("answered", ValueKind.FLAG, lambda: translate("InteractionFields", "Answered")),
        FieldSpec("occurred_at", ValueKind.INSTANT, time_title),
        FieldSpec(
            "duration", ValueKind.SECONDS, lambda: translate("InteractionFields", "Duration")
        ),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        FieldSpec("phone", ValueKind.PHONE, phone_title, is_personal=True),
        FieldSpec("subject", ValueKind.LINE, subject_title, is_personal=True),
        FieldSpec(
            "text",
            ValueKind.LINES,
            lambda: translate("InteractionFields", "Text"),
            is_personal=True,
        ),
        FieldSpec("outcome", ValueKind.CHOICE, lambda: translate("InteractionFields", "Outcome")),
        FieldSpec("source_key", ValueKind.CODE, in_draft=False),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
