"""What tests of the window's life share; they dress the program themselves."""

from tests.helpers.window_fixtures import background, window, work

__all__ = ["background", "window", "work"]
