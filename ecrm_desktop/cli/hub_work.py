"""What `ecrm hub` does: a hub made, served and looked at, and who may sync through it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID, uuid4

import click

from ecrm_desktop.cli.output import complain, finish, give_json, number_text, say
from ecrm_desktop.cli.server_access import password_from, pc_name
from ecrm_desktop.cli.server_work import give_devices, shut_out_named
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import Cancelled, Problem, SyncError
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.shop import display_before_opening
from ecrm_desktop.sync.address import parse_hub_url
from ecrm_desktop.sync.hub.archive import Archive, read_archive, write_archive
from ecrm_desktop.sync.hub.limits import Limits
from ecrm_desktop.sync.hub.serving import Certificate, serve
from ecrm_desktop.sync.hub.storage import managing, own_certificate, prepare_storage, serving
from ecrm_desktop.sync.server.administering import (
    Admin,
    devices,
    invite_through_hub,
    named_shops,
    server_state,
)
from ecrm_desktop.sync.server.installing import make_shop
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.timezone import LocalZone


def prepare_hub(storage: str, password_file: Path | None) -> None:
    """Make what a hub needs."""
    prepare_storage(storage, password_from(password_file))
    say(translate("CommandLine", "The hub's database is prepared; ecrm hub serve starts it."))


def serve_hub(
    storage: str,
    password_file: Path | None,
    host: str,
    port: int,
    tls_cert: Path | None,
    tls_key: Path | None,
    insecure: bool,
    rate: float,
    failures: float,
    connections: int,
    open_metrics: bool,
    as_long_as: Path | None,
) -> None:
    """Answer until somebody ends it, or takes the file `as_long_as` away."""
    certificate = _certificate(storage, tls_cert, tls_key, insecure=insecure)
    with serving(storage, password_from(password_file)) as conninfo:
        serve(
            conninfo,
            host,
            port,
            certificate,
            Limits(rate=rate, failures=failures, connections=connections),
            open_metrics=open_metrics,
            as_long_as=as_long_as,
            announce=_announce,
        )


def _certificate(
    storage: str, tls_cert: Path | None, tls_key: Path | None, *, insecure: bool
) -> Certificate | None:
    if (tls_cert is None) != (tls_key is None) or (insecure and tls_cert is not None):
        raise WrongUse(
            translate("CommandLine", "Say --tls-cert and --tls-key together, or --insecure alone.")
        )
    if insecure:
        return None
    if tls_cert is not None and tls_key is not None:
        return Certificate(certificates=tls_cert, key=tls_key)
    if (own := own_certificate(storage)) is not None:
        return own
    raise WrongUse(
        translate(
            "CommandLine",
            "Say with which certificate the hub encrypts: --tls-cert FILE --tls-key FILE.",
        )
    )


def _announce(where: str) -> None:
    say(translate("CommandLine", "The hub answers at {where}", where=where))
    finish()


def let_in(
    storage: str,
    password_file: Path | None,
    url: str,
    name: str,
    shop: str | None,
    manages: bool,
    as_json: bool,
) -> None:
    """Make a pairing text for a PC."""
    address, called = parse_hub_url(url), pc_name(name)
    with _hub(storage, password_file) as connection:
        chosen, is_new = _meant(connection, shop)
        pairing = invite_through_hub(connection, chosen, called, address, manages=manages)
    if as_json:
        give_json(
            {
                "text": pairing.text(),
                "shop": str(pairing.shop),
                "device": str(pairing.device),
                "name": pairing.name,
                "server": address,
                "new_shop": is_new,
            }
        )
        return
    say(pairing.text())
    if is_new:
        complain(
            translate(
                "CommandLine",
                "A shop was begun at the hub; this text is for the computer whose data becomes it.",
            )
        )
    complain(
        translate(
            "CommandLine",
            "Whoever has this line joins the shop in the place of {name}: give it to nobody else."
            " It is good for one computer and ten minutes.",
            name=pairing.name,
        )
    )


def list_devices(storage: str, password_file: Path | None, as_json: bool) -> None:
    """List the PCs that were let in."""
    with _hub(storage, password_file) as connection:
        rows, shops = devices(connection), named_shops(connection)
    give_devices(rows, as_json, shops)


def shut_out(storage: str, password_file: Path | None, pc: str, shop: str | None) -> None:
    """Refuse a PC from now on."""
    with _hub(storage, password_file) as connection:
        wanted = None if shop is None else _known(named_shops(connection), shop)
        shut_out_named(connection, pc, wanted)


def back_up(storage: str, password_file: Path | None, file: Path) -> None:
    """Write all shops into a file."""
    with _hub(storage, password_file) as connection:
        archive = write_archive(connection, file)
    say(translate("CommandLine", "Backup made and checked: {path}", path=file))
    _describe(archive)


def restore(storage: str, password_file: Path | None, file: Path, yes: bool) -> None:
    """Put the shops of a file back."""
    if not yes and not _agreed():
        raise Cancelled
    with _hub(storage, password_file) as connection:
        archive = read_archive(connection, file)
    say(translate("CommandLine", "The hub's shops are as they were in the backup."))
    _describe(archive)


def _describe(archive: Archive) -> None:
    display = display_before_opening(language(), LocalZone())
    say(
        translate(
            "CommandLine",
            "{shops} shops as of {time}",
            shops=number_text(archive.shops),
            time=display.datetime(archive.at),
        )
    )


def _agreed() -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUse(translate("CommandLine", "Say --yes if the hub is to be put back."))
    return click.confirm(translate("CommandLine", "Put the hub back?"), err=True)


@contextmanager
def _hub(storage: str, password_file: Path | None) -> Iterator[Admin]:
    with managing(storage, password_from(password_file)) as connection:
        if not server_state(connection).version:
            raise SyncError(Problem.SYNC_SERVER_OLD)
        yield connection


def _meant(connection: Admin, shop: str | None) -> tuple[UUID, bool]:
    """Return the shop that is asked for, and whether it was begun just now."""
    shops = named_shops(connection)
    if shop is None and len(shops) == 1:
        return next(iter(shops)), False
    if shop is None and shops:
        raise WrongUse(_several(shops))
    if shop is not None and (known := _found(shops, shop)) is not None:
        return known, False
    new, name = _new_shop(shop)
    make_shop(connection, new, name)
    return new, True


def _new_shop(shop: str | None) -> tuple[UUID, str]:
    """Return id and name of a shop; that of another server keeps its id."""
    try:
        return UUID(shop), ""
    except (ValueError, TypeError):
        return uuid4(), "" if shop is None else pc_name(shop)


def _known(shops: dict[UUID, str], shop: str) -> UUID:
    found = _found(shops, shop)
    if found is None:
        raise WrongUse(translate("CommandLine", "There is no shop called {name}.", name=shop))
    return found


def _found(shops: dict[UUID, str], shop: str) -> UUID | None:
    named = [one for one, name in shops.items() if fold(name) == fold(shop) or _is(one, shop)]
    if len(named) > 1:
        raise WrongUse(_several({one: shops[one] for one in named}))
    return named[0] if named else None


def _is(shop: UUID, text: str) -> bool:
    return text.strip().lower() in {str(shop), shop.hex}


def _several(shops: dict[UUID, str]) -> str:
    return translate(
        "CommandLine",
        "There are several shops in this database; say which one: --shop ID ({shops})",
        shops=", ".join(f"{name} {shop}".strip() for shop, name in shops.items()),
    )
