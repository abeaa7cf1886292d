"""People who work in the shop."""

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Binned, word
from ecrm_desktop.values.statuses import Role


class User(Binned):
    """Someone who works with the program."""

    __tablename__ = "users"

    name: Mapped[str]
    role: Mapped[Role] = word(Role, Role.STAFF)
    active: Mapped[bool] = mapped_column(default=True)
