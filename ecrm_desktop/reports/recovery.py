"""The sheets with what opens a shop again, to be printed and locked away."""

from collections.abc import Sequence
from datetime import UTC, datetime

from ecrm_desktop.i18n import translate
from ecrm_desktop.reports.layout import (
    ColumnKind,
    Fact,
    Facts,
    Groups,
    Paragraph,
    Report,
)
from ecrm_desktop.storage.keyring_secrets import key_id
from ecrm_desktop.values.display import Display
from ecrm_desktop.values.recovery_phrase import to_phrase
from ecrm_desktop.values.text import isolate


def recovery_title() -> str:
    """Return what the sheet is called."""
    return translate("Recovery", "Recovery phrase")


def recovery_report(
    secret: bytes, display: Display, *, shop_name: str, now: datetime | None = None
) -> Report:
    """Return the sheet of a secret: the phrase in large digits, and what it is for."""
    return _sheet(
        recovery_title(),
        translate(
            "Recovery",
            "The customers of this shop are encrypted on its computer. If that computer "
            "breaks, is stolen or loses its key, only these nine groups open the shop's "
            "file and its backups. Without them nobody can, not even the makers of this "
            "program.",
        ),
        Fact(translate("Recovery", "Key"), isolate(key_id(secret).hex())),
        to_phrase(secret),
        (
            translate(
                "Recovery",
                "Keep this sheet where you keep deeds and cheques, away from the "
                "computer. Whoever has both the sheet and a file can read everything.",
            ),
            translate(
                "Recovery",
                "The program asks for the phrase on a new computer, or with a backup "
                "there. Persian and English digits are both right, and each group is "
                "checked as you type it.",
            ),
            translate(
                "Recovery",
                "Do not send it as a picture or message, and do not keep this PDF on "
                "the same computer.",
            ),
        ),
        display,
        shop_name=shop_name,
        now=now,
    )


def recovery_code_report(
    code: str, name: str, display: Display, *, shop_name: str, now: datetime | None = None
) -> Report:
    """Return the sheet of an owner's recovery code."""
    return _sheet(
        translate("RecoveryCode", "Recovery code"),
        translate(
            "RecoveryCode",
            "If {name} forgets the password, these four groups let them in again: on the "
            "page that asks for the password choose “Forgotten?” and type them.",
            name=name,
        ),
        Fact(translate("RecoveryCode", "For"), name),
        code.split(),
        (
            translate(
                "RecoveryCode",
                "Keep this sheet where you keep deeds and cheques: whoever has it can work as "
                "the owner. The code counts until the password is removed or another code is "
                "made.",
            ),
        ),
        display,
        shop_name=shop_name,
        now=now,
    )


def _sheet(
    title: str,
    purpose: str,
    whose: Fact,
    groups: Sequence[str],
    advice: Sequence[str],
    display: Display,
    *,
    shop_name: str,
    now: datetime | None,
) -> Report:
    moment = now or datetime.now(UTC)
    date = Fact(translate("Recovery", "Date"), display.local_date(moment), ColumnKind.DATE)
    return Report(
        title=title,
        shop_name=shop_name,
        period_text="",
        generated_at=moment,
        display=display,
        sections=[
            Paragraph(purpose),
            Facts("", [Fact(translate("Recovery", "Shop"), shop_name), date, whose]),
            Groups(translate("Recovery", "Type them in this order"), groups),
            Paragraph("\n".join(advice)),
        ],
    )
