"""The program without its window: the same services for scripts and trials."""

from ecrm_desktop.cli.program import main

__all__ = ["main"]
