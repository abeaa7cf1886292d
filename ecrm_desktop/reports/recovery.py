"""The sheets with what opens a shop again, to be printed and locked away."""

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
    moment = now or datetime.now(UTC)
    return Report(
        title=recovery_title(),
        shop_name=shop_name,
        period_text="",
        generated_at=moment,
        display=display,
        sections=[
            Paragraph(
                translate(
                    "Recovery",
                    "The customers of this shop are encrypted on its computer. If that computer "
                    "breaks, is stolen or loses its key, only these nine groups open the shop's "
                    "file and its backups. Without them nobody can, not even the makers of this "
                    "program.",
                )
            ),
            Facts(
                "",
                [
                    Fact(translate("Recovery", "Shop"), shop_name),
                    Fact(
                        translate("Recovery", "Date"),
                        display.local_date(moment),
                        ColumnKind.DATE,
                    ),
                    Fact(translate("Recovery", "Key"), isolate(key_id(secret).hex())),
                ],
            ),
            Groups(translate("Recovery", "Type them in this order"), to_phrase(secret)),
            Paragraph(
                "\n".join(
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
                    )
                )
            ),
        ],
    )


def recovery_code_report(
    code: str, name: str, display: Display, *, shop_name: str, now: datetime | None = None
) -> Report:
    """Return the sheet of an owner's recovery code."""
    moment = now or datetime.now(UTC)
    return Report(
        title=translate("RecoveryCode", "Recovery code"),
        shop_name=shop_name,
        period_text="",
        generated_at=moment,
        display=display,
        sections=[
            Paragraph(
                translate(
                    "RecoveryCode",
                    "If {name} forgets the password, these four groups let them in again: on the "
                    "page that asks for the password choose “Forgotten?” and type them.",
                    name=name,
                )
            ),
            Facts(
                "",
                [
                    Fact(translate("Recovery", "Shop"), shop_name),
                    Fact(translate("RecoveryCode", "For"), name),
                    Fact(
                        translate("Recovery", "Date"),
                        display.local_date(moment),
                        ColumnKind.DATE,
                    ),
                ],
            ),
            Groups(translate("Recovery", "Type them in this order"), code.split()),
            Paragraph(
                translate(
                    "RecoveryCode",
                    "Keep this sheet where you keep deeds and cheques: whoever has it can work as "
                    "the owner. The code counts until the password is removed or another code is "
                    "made.",
                )
            ),
        ],
    )
