"""What a form or a file says about a product."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDraft:
    """One product; `price` in minor units for one `unit`."""

    code: str = ""
    barcode: str = ""
    name: str
    brand: str = ""
    category: str = ""
    unit: str = ""
    price: int = 0
    active: bool = True
