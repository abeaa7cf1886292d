"""A shop on several PCs that sync until all hold the same, and what tests do at one of them."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.models.customers import Customer
from ecrm_desktop.models.sync import Conflict
from ecrm_desktop.services.customers import create_customer
from ecrm_desktop.storage.database import Session
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres
from tests.helpers.small_shop import SmallShop, fill_small_shop
from tests.helpers.synced_pcs import Pc, ServedShop


class SyncedShop:
    """Two PCs of one shop, both synced."""

    def __init__(
        self,
        cluster: EmbeddedPostgres,
        template: Path,
        folder: Path,
        *,
        copied_from: "SyncedShop | None" = None,
    ) -> None:
        """Make it, of copies of the file `template`; or copy one that was made and closed."""
        self._cluster, self._template, self._folder = cluster, template, folder
        source = None if copied_from is None else copied_from.served
        self.served: ServedShop = ServedShop(cluster, f"engine_{uuid4().hex}", copied_from=source)
        self.pcs: list[Pc] = []
        self.devices: list[UUID] = []
        if copied_from is None:
            self.first = self.add()
            with self.first.database.transaction() as session:
                self.some: SmallShop = fill_small_shop(session, "fa")
            self.first.sync()
            self.second = self.add()
            self.sync()
        else:
            for pc, device in zip(copied_from.pcs, copied_from.devices, strict=True):
                path = folder / pc.database.path.name
                shutil.copy(pc.database.path, path)
                self.pcs.append(Pc(path, self.served.transport(device), pc.name))
            self.first, self.second = self.pcs
            self.some = copied_from.some

    def add(self) -> Pc:
        path = self._folder / f"{len(self.pcs)}.db"
        shutil.copy(self._template, path)
        self.pcs.append(Pc.joining(self.served, path, f"رایانهٔ {len(self.pcs) + 1}"))
        self.devices.append(self.pcs[-1].engine.device_id)
        return self.pcs[-1]

    def sync(self) -> None:
        """Let everybody sync until nothing moves, and all hold the same without being healed."""
        for _ in range(6):
            rounds = [pc.sync() for pc in self.pcs]
            assert [one.healed for one in rounds] == [0] * len(rounds)
            if not any(one.sent or one.received for one in rounds):
                break
        first, *others = [pc.digests() for pc in self.pcs]
        assert all(one == first for one in others)
        server = self.first.transport.digests(self.first.engine.device_id)["tables"]
        assert server == {name: first[name] for name in server}
        assert [pc.findings() for pc in self.pcs] == [{}] * len(self.pcs)

    def close(self) -> None:
        for pc in self.pcs:
            pc.database.close()
        self.served.close()


def write(pc: Pc, what: Callable[[Session], Any], action: str = "") -> Any:
    with pc.database.transaction(action) as session:
        return what(session)


def read(pc: Pc, what: Callable[[Session], Any]) -> Any:
    with pc.database.reading() as session:
        return what(session)


def edit(pc: Pc, record: UUID, **values: str) -> None:
    def change(session: Session) -> None:
        for name, value in values.items():
            setattr(session.get_one(Customer, record), name, value)

    write(pc, change)


def add_customer(pc: Pc, draft: CustomerDraft) -> UUID:
    made: UUID = write(pc, lambda session: create_customer(session, draft))
    return made


def customer(pc: Pc, record: UUID) -> Any:
    return read(pc, lambda session: session.get(Customer, record))


def conflicts(pc: Pc) -> list[tuple[str, str]]:
    rows = select(Conflict.unit, Conflict.lost).order_by(Conflict.unit)
    return [tuple(row) for row in read(pc, lambda session: session.execute(rows).all())]
