"""One of several parts of a page, which is built when it is first opened."""

from PySide6.QtWidgets import QWidget


class PagePart(QWidget):
    """What stands below one tab; its page says when to read."""

    def refresh(self) -> None:
        """Read what the part shows again; must return at once."""
        raise NotImplementedError
