"""What the shop sells."""

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import SoftDeleted


class Product(SoftDeleted):
    """A product or service; `price` in minor units of the shop's currency for one `unit`."""

    __tablename__ = "products"

    code: Mapped[str] = mapped_column(default="", index=True)
    barcode: Mapped[str] = mapped_column(default="", index=True)
    name: Mapped[str]
    name_folded: Mapped[str] = mapped_column(index=True)
    brand: Mapped[str] = mapped_column(default="")
    category: Mapped[str] = mapped_column(default="")
    unit: Mapped[str] = mapped_column(default="")
    price: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)
