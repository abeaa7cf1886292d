"""What tests with windows share."""

from tests.helpers.window_fixtures import background, look, persian_look, window, work

__all__ = ["background", "look", "persian_look", "window", "work"]
