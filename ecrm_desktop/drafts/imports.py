"""What a file of purchases says."""

from dataclasses import dataclass
from datetime import date

from ecrm_desktop.values.phone import Phone


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedLine:
    """One line; `quantity` in thousandths and perhaps 0, amounts in minor units."""

    product_code: str = ""
    product_name: str = ""
    quantity: int
    unit_price: int
    discount: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPurchase:
    """One purchase with at least one line.

    `source_key` is the same whenever the same file, or a longer one, is read again, and differs
    between identical purchases of one file.
    """

    source_key: str
    number: str = ""
    purchased_on: date
    customer_code: str = ""
    customer_name: str = ""
    customer_phone: Phone | None = None
    lines: tuple[ImportedLine, ...]
