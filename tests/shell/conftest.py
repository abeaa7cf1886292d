"""What tests of the window's life share; they dress the program themselves."""

from tests.helpers.window_fixtures import background, ui, window

__all__ = ["background", "ui", "window"]
