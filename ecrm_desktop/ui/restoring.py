"""Taking records back that others have something of by now, after a question."""

from collections.abc import Callable, Collection
from typing import TypeVar

from PySide6.QtCore import QObject

from ecrm_desktop.i18n import translate
from ecrm_desktop.services.clashes import Clash, ClashKind, clashes_in
from ecrm_desktop.storage.database import Session
from ecrm_desktop.ui.ui_context import UiContext

_LISTED = 4

Restored = TypeVar("Restored")


def restore_or_ask(
    ui: UiContext,
    restore: Callable[[Session, Collection[Clash]], Restored],
    done: Callable[[Restored], None],
    *,
    owner: QObject,
) -> None:
    """Run `restore(session, accepted)`; ask about what is refused as COMES_BACK_TAKEN, then again.

    Whoever answers no has lost nothing: it stays where it was.
    """

    def run(accepted: Collection[Clash]) -> None:
        ui.background.write(
            lambda session: restore(session, accepted), done, owner=owner, failed=refused
        )

    def refused(error: Exception) -> None:
        clashes = clashes_in(error)
        if clashes:
            ask(clashes)
        else:
            ui.messenger.show_error(error)

    def ask(clashes: tuple[Clash, ...]) -> None:
        ui.messenger.ask(
            translate("Restoring", "Somebody has the same by now. Take it back out?"),
            detail=_listed(ui, clashes),
            accept=translate("Restoring", "Take back out"),
            refuse=translate("Restoring", "Leave it"),
            on_accept=lambda: run(clashes),
        )

    run(())


def _listed(ui: UiContext, clashes: tuple[Clash, ...]) -> str:
    lines = [f"• {_line(ui, clash)}" for clash in clashes[:_LISTED]]
    if len(clashes) > _LISTED:
        more = ui.display.number(len(clashes) - _LISTED)
        lines.append(translate("Restoring", "And {count} more like these.", count=more))
    return "\n".join(lines)


def _line(ui: UiContext, clash: Clash) -> str:
    words = {
        "name": clash.name,
        "other": clash.other,
        "value": ui.display.phone(clash.value)
        if clash.kind is ClashKind.PHONE
        else ui.display.code(clash.value),
    }
    match clash.kind:
        case ClashKind.CODE:
            return translate(
                "Restoring",
                "Code {value} of {name} is {other}'s by now: {name} gets a new one.",
                **words,
            )
        case ClashKind.NATIONAL_ID:
            return translate(
                "Restoring",
                "{other} has the national ID of {name} too, {value}: both will have it. If they "
                "are one person, merge them then.",
                **words,
            )
        case ClashKind.PHONE:
            return translate(
                "Restoring",
                "{other} has the phone {value} of {name} too: both will have it.",
                **words,
            )
        case ClashKind.PRODUCT_CODE:
            return translate(
                "Restoring",
                "Code {value} of {name} is {other}'s by now: {name} comes back without it.",
                **words,
            )
        case ClashKind.REFERRER:
            return translate(
                "Restoring",
                "{name} and {other} would have brought each other: {name} comes back without a "
                "referrer.",
                **words,
            )
