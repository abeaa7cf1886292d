"""A believable shop in Iran, made up for looking around, for trials and for measuring."""

from ecrm_desktop.services.demo.fill import fill_demo

__all__ = ["fill_demo"]
