"""The files that well-known programs write: their titles, and what stands below them."""

from collections.abc import Sequence
from typing import Final

from ecrm_desktop.exchange.call_programs import CALLS
from ecrm_desktop.exchange.customer_programs import CUSTOMERS
from ecrm_desktop.exchange.program import FALLBACK, Program
from ecrm_desktop.exchange.sale_programs import SALES
from ecrm_desktop.values.text import fold

__all__ = ["FALLBACK", "PROGRAMS", "Program", "find_program"]

PROGRAMS: Final = (*SALES, *CUSTOMERS, *CALLS)
"""Each program's table of titles: the first one whose signs a file has is the one."""


def find_program(titles: Sequence[str]) -> Program | None:
    """Return the program that writes files with these titles."""
    there = {fold(title) for title in titles}
    return next((program for program in PROGRAMS if program.signs <= there), None)
