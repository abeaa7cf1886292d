"""What `ecrm server` does: a shop's own server made, looked at, and who may sync with it."""

import socket
from collections.abc import Callable, Mapping
from pathlib import Path
from uuid import UUID

from ecrm_desktop.cli.files import opened_shop
from ecrm_desktop.cli.output import complain, finish, give_json, say, say_row
from ecrm_desktop.cli.pairing import enter_and_sync
from ecrm_desktop.cli.plain import plain
from ecrm_desktop.cli.server_access import Server, meant_shop, pc_name, server_at
from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.errors import FileError, InvalidInput, Problem, SyncError
from ecrm_desktop.i18n import language, translate
from ecrm_desktop.queries.shop import display_before_opening
from ecrm_desktop.sync.connecting import is_loopback
from ecrm_desktop.sync.entering import look_here, visiting
from ecrm_desktop.sync.server.administering import (
    SERIOUS,
    Admin,
    DeviceRow,
    Finding,
    ServerState,
    devices,
    pair_device,
    prepare,
    server_state,
)
from ecrm_desktop.sync.server.certificates import make_identity
from ecrm_desktop.sync.server.installing import make_shop, revoke_device
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.permissions import Permission
from ecrm_desktop.values.text import fold
from ecrm_desktop.values.timezone import LocalZone

_CERTIFICATES = "server.crt"
_KEY = "server.key"
_PRIVATE = 0o600


def prepare_server(
    url: str,
    with_shop: bool,
    name: str | None,
    folder: Path,
    address: str | None,
    password_file: Path | None,
) -> None:
    """Prepare a database, and bring this file's shop there if that is asked for."""
    with server_at(url, password_file) as server:
        prepare(server.connection)
        say(translate("CommandLine", "The server's database is prepared."))
        state = server_state(server.connection)
        if state.authority is None:
            _give_certificate(folder, state)
        if with_shop:
            _bring_shop(server, state, address, pc_name(name or socket.gethostname()))
        elif not state.shops:
            say(translate("CommandLine", "There is no shop in it yet: --shop-from brings one."))


def _give_certificate(folder: Path, state: ServerState) -> None:
    """Make what the server encrypts with, once, and say where it goes."""
    certificates, key = folder.absolute() / _CERTIFICATES, folder.absolute() / _KEY
    if not (certificates.exists() and key.exists()):
        identity = make_identity()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            key.touch(mode=_PRIVATE)
            key.write_bytes(identity.key)
            certificates.write_bytes(identity.certificates)
        except OSError as error:
            raise FileError(Problem.FILE_NOT_WRITABLE, path=folder) from error
    say(
        translate(
            "CommandLine",
            "Computers in the network are let in once the server encrypts. Copy these two files to"
            " {folder}, where only PostgreSQL's own user may read the second one:",
            folder=state.data_directory,
        )
    )
    say(f"  {certificates}\n  {key}")
    say(translate("CommandLine", "Add this to {file}:", file=state.config_file))
    say(
        "  ssl = on\n"
        f"  ssl_cert_file = '{_CERTIFICATES}'\n"
        f"  ssl_key_file = '{_KEY}'\n"
        "  listen_addresses = '*'"
    )
    say(translate("CommandLine", "Add this to {file}:", file=state.hba_file))
    say("  hostssl all +ecrm_sync_device samenet scram-sha-256")
    say(translate("CommandLine", "Then start PostgreSQL again, and run ecrm server check."))


def _bring_shop(server: Server, state: ServerState, address: str | None, name: str) -> None:
    host, port = server.reached_at(address)
    with opened_shop(permission=Permission.MANAGE_PEOPLE) as shop:
        with shop.database.reading() as session:
            here = look_here(session)
        if here.shop_id in state.shops:
            raise InvalidInput(Problem.SYNC_JOINED_ALREADY)
        # A shop that was on another server, perhaps one that is lost, goes on here.
        shop_id = here.shop_id or shop.shop.id
        shop.database.check_writable()
        if state.authority is None and not is_loopback(host):
            raise SyncError(Problem.SYNC_CLEAR_TEXT, host=host)
        if shop_id not in state.shops:
            make_shop(server.connection, shop_id)
        pairing = pair_device(server.connection, shop_id, name, host, port, state.authority)
        with visiting(pairing) as visit:
            enter_and_sync(shop.database, visit, here)


def print_state(url: str, password_file: Path | None, as_json: bool) -> None:
    """Say whether a server has what it needs."""
    with server_at(url, password_file) as server:
        state = server_state(server.connection)
        is_known = state.version and Finding.NEW_VERSION not in state.findings
        count = len(devices(server.connection)) if is_known else 0
    is_ready = not SERIOUS & set(state.findings)
    if as_json:
        give_json(
            {
                "ready": is_ready,
                "postgres": state.postgres,
                "version": state.version,
                "shops": plain(state.shops),
                "devices": count,
                "certificate": state.authority is not None,
                "findings": [finding.value for finding in state.findings],
            }
        )
    else:
        say_row((translate("CommandLine", "PostgreSQL"), state.postgres))
        say_row((translate("CommandLine", "Shops"), str(len(state.shops))))
        say_row((translate("CommandLine", "Computers"), str(count)))
        for finding in state.findings:
            say(_LACKS[finding]())
        if not state.findings:
            say(translate("CommandLine", "The server has everything that it needs."))
    if not is_ready:
        finish()
        raise WrongUse(translate("CommandLine", "Nothing can be synced with this server as it is."))


def let_in(
    url: str,
    name: str,
    address: str | None,
    shop: UUID | None,
    manages: bool,
    password_file: Path | None,
    as_json: bool,
) -> None:
    """Make a pairing text for a PC."""
    with server_at(url, password_file) as server:
        state = server_state(server.connection)
        chosen = meant_shop(state.shops, shop)
        host, port = server.reached_at(address)
        pairing = pair_device(
            server.connection, chosen, pc_name(name), host, port, state.authority, manages=manages
        )
    if as_json:
        give_json(
            {
                "text": pairing.text(),
                "shop": str(pairing.shop),
                "device": str(pairing.device),
                "name": pairing.name,
                "server": pairing.address.where,
            }
        )
    else:
        say(pairing.text())
        complain(
            translate(
                "CommandLine",
                "Whoever has this line joins the shop in the place of {name}: give it to nobody"
                " else. It is good for one computer.",
                name=pairing.name,
            )
        )
    if is_loopback(host):
        complain(
            translate(
                "CommandLine",
                "With it only the server itself can join; for other computers say --address HOST.",
            )
        )


def list_devices(url: str, password_file: Path | None, as_json: bool) -> None:
    """List the PCs that were let in."""
    with server_at(url, password_file) as server:
        rows = _known_devices(server)
    give_devices(rows, as_json)


def give_devices(
    rows: list[DeviceRow], as_json: bool, shops: Mapping[UUID, str] | None = None
) -> None:
    """Write a list of PCs, with the names of their `shops` where there are several of them."""
    if as_json:
        give_json(
            [
                {
                    "shop": str(row.shop),
                    **({} if shops is None else {"shop_name": shops[row.shop]}),
                    "id": str(row.id),
                    "number": row.number,
                    "name": row.name,
                    "schema": row.schema,
                    "last_seen": plain(row.last_seen),
                    "revoked": plain(row.revoked),
                    "manages": row.manages,
                }
                for row in rows
            ]
        )
        return
    display = display_before_opening(language(), LocalZone())
    never = translate("CommandLine", "was never here")
    for row in rows:
        seen = never if row.last_seen is None else display.datetime(row.last_seen)
        gone = translate("CommandLine", "shut out") if row.revoked else ""
        shop = () if shops is None else (shops[row.shop] or str(row.shop),)
        say_row((*shop, display.number(row.number), row.name, seen, gone))
    if not rows:
        say(translate("CommandLine", "Nothing was found."))


def _known_devices(server: Server) -> list[DeviceRow]:
    if not server_state(server.connection).version:
        raise SyncError(Problem.SYNC_SERVER_OLD)
    return devices(server.connection)


def shut_out(url: str, pc: str, shop: UUID | None, password_file: Path | None) -> None:
    """Refuse a PC from now on."""
    with server_at(url, password_file) as server:
        _known_devices(server)
        shut_out_named(server.connection, pc, shop)


def shut_out_named(connection: Admin, pc: str, shop: UUID | None) -> None:
    """Refuse a PC from now on, and say so."""
    found = _named([row for row in devices(connection) if shop in {None, row.shop}], pc)
    for row in found:
        revoke_device(connection, row.shop, row.id)
    say(translate("CommandLine", "{name} is shut out.", name=found[0].name))


def _named(rows: list[DeviceRow], pc: str) -> list[DeviceRow]:
    """Return the identities of one computer, by its name, its number or its id."""
    wanted = to_latin_digits(pc.strip())
    found = [
        row
        for row in rows
        if wanted in {str(row.id), row.id.hex, str(row.number)} or fold(row.name) == fold(pc)
    ]
    if not found:
        raise WrongUse(translate("CommandLine", "There is no computer called {name}.", name=pc))
    if len({(row.shop, row.role, row.account) for row in found}) > 1:
        raise WrongUse(
            translate(
                "CommandLine",
                "Several computers are called {name}; name one by its id: {ids}",
                name=pc,
                ids=", ".join(str(row.id) for row in found),
            )
        )
    return found


_LACKS: Mapping[Finding, Callable[[], str]] = {
    Finding.OLD_POSTGRES: lambda: translate(
        "CommandLine", "This PostgreSQL is too old; version 15 or newer is needed."
    ),
    Finding.NOT_PREPARED: lambda: translate(
        "CommandLine", "The database is not prepared yet: ecrm server init URL does that."
    ),
    Finding.OLD_VERSION: lambda: translate(
        "CommandLine",
        "The database was prepared by an older version; ecrm server init URL brings it up to date.",
    ),
    Finding.NEW_VERSION: lambda: translate(
        "CommandLine", "The database was prepared by a newer version; update this program."
    ),
    Finding.RIGHTS_MISSING: lambda: translate(
        "CommandLine",
        "Computers may not call the server's functions, as after a copy of the database was put"
        " back: ecrm server init URL mends that.",
    ),
    Finding.NO_SHOP: lambda: translate(
        "CommandLine", "There is no shop in it yet: ecrm server init URL --shop-from brings one."
    ),
    Finding.TRUSTS: lambda: translate(
        "CommandLine",
        "pg_hba.conf lets people in without a password (trust): anybody could read everything.",
    ),
    Finding.ROLES_MISSING: lambda: translate(
        "CommandLine",
        "Some computers have no role on this server; give each a new pairing text.",
    ),
    Finding.NO_TLS: lambda: translate(
        "CommandLine",
        "The server does not encrypt, so only this computer can sync: ecrm server init URL says"
        " what to do.",
    ),
    Finding.CERTIFICATE_FOREIGN: lambda: translate(
        "CommandLine",
        "The server's certificate was not made by ecrm server init, so no other computer would"
        " know it.",
    ),
    Finding.HEARS_NOBODY: lambda: translate(
        "CommandLine", "listen_addresses lets the server hear this computer only."
    ),
    Finding.LETS_NOBODY_IN: lambda: translate(
        "CommandLine", "pg_hba.conf lets nobody in from other computers."
    ),
    Finding.CLEAR_TEXT: lambda: translate(
        "CommandLine",
        "pg_hba.conf lets others in unencrypted, too: write hostssl instead of host there.",
    ),
    Finding.NOT_DURABLE: lambda: translate(
        "CommandLine",
        "fsync or full_page_writes is off: after a power cut the server may have lost everything.",
    ),
}
