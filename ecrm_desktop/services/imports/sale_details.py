"""What a row says of its purchase beside the goods, as the tables keep it."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

from sqlalchemy import select

from ecrm_desktop.drafts.imports import ImportedSale, SaleDetails
from ecrm_desktop.i18n import translate
from ecrm_desktop.models.users import User
from ecrm_desktop.services.imports.import_context import ImportContext
from ecrm_desktop.services.records import lines_of
from ecrm_desktop.values.statuses import PurchaseChannel
from ecrm_desktop.values.text import fold

_USUAL: Final = PurchaseChannel.IN_STORE.value


class SaleDetailValues:
    """The values of purchases that say more; a seller who is no user is named in the note."""

    def __init__(self, context: ImportContext) -> None:
        self._context = context

    def of(self, sale: ImportedSale, name: str, key: str, kept: Sequence[str]) -> tuple[Any, ...]:
        """Return note, source key, channel, payment method and seller.

        `name` begins the note, the lines `kept` end it.
        """
        details = sale.details
        if details is None and not kept:
            return name, key, _USUAL, None, None
        details = details or SaleDetails()
        seller = self._sellers.get(fold(details.seller)) if details.seller else None
        notes = [name, details.note]
        if details.seller and seller is None:
            notes.append(translate("ImportNote", "Seller: {name}", name=details.seller))
        notes += kept
        return (
            lines_of("\n".join(filter(None, notes)), "note"),
            key,
            (details.channel or PurchaseChannel.IN_STORE).value,
            details.payment.value if details.payment else None,
            seller,
        )

    @cached_property
    def _sellers(self) -> dict[str, bytes]:
        users = self._context.session.execute(
            select(User.name, User.id).where(User.deleted_at.is_(None))
        )
        return {fold(name): user_id.bytes for name, user_id in users}
