"""What a person would press, found by the name it has on the screen."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.helpers.person import name_of


def button(place: QWidget, name: str) -> QAbstractButton:
    """Return the only button of this name in a place, in sight or not."""
    [found] = [one for one in place.findChildren(QAbstractButton) if name_of(one) == name]
    return found
