"""People who work in the shop."""

from sqlalchemy.orm import Mapped, mapped_column

from ecrm_desktop.models.base import Binned, word
from ecrm_desktop.models.changes import SECRET
from ecrm_desktop.values.statuses import Role


class User(Binned):
    """Someone who works with the program; `password_hash` is argon2id's text, empty for none."""

    __tablename__ = "users"

    name: Mapped[str]
    role: Mapped[Role] = word(Role, Role.STAFF)
    active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str] = mapped_column(default="", info={SECRET: True})
