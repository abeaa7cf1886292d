"""One of several parts of a page, which is built when it is first opened."""

from uuid import UUID

from PySide6.QtWidgets import QWidget


class PagePart(QWidget):
    """What stands below one tab; its page says when to read."""

    def refresh(self) -> None:
        """Read what the part shows again; must return at once."""
        raise NotImplementedError

    def current_customer(self) -> UUID | None:
        """Return who is current, for a call or a purchase that is recorded from here."""
        return None
