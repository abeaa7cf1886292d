"""What tests with windows share."""

from tests.helpers.window_fixtures import background, look, navigator, persian_look, ui, window

__all__ = ["background", "look", "navigator", "persian_look", "ui", "window"]
