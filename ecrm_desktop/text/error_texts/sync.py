"""Syncing with a shop's server, and joining it."""

from collections.abc import Mapping

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts.sentence import Sentence

SENTENCES: Mapping[Problem, Sentence] = {
    Problem.PAIRING_WRONG: lambda _: translate(
        "Errors",
        "This is no pairing text. Copy the whole line that the server's side gave for this "
        "computer.",
    ),
    Problem.PAIRING_DAMAGED: lambda _: translate(
        "Errors",
        "The pairing text is not complete, or a letter of it was changed on its way. Copy the "
        "whole line once more.",
    ),
    Problem.PAIRING_TOO_NEW: lambda _: translate(
        "Errors",
        "This pairing text is of a newer version of the program. Update this computer's program "
        "first.",
    ),
    Problem.PAIRING_USED: lambda _: translate(
        "Errors",
        "This pairing text was used already, or the server knows it no more; nothing was changed. "
        "Each one lets a single computer in, so have another one made.",
    ),
    Problem.PAIRING_AWAITED: lambda d: translate(
        "Errors",
        "This computer waits to be let in as {name}; nothing was sent or received yet. If the "
        "computer that made the text shows the digits {digits}, agree there; if not, refuse.",
        **d,
    ),
    Problem.PAIRING_REFUSED: lambda _: translate(
        "Errors",
        "This computer was not let in; nothing was sent or received. Ask whoever made the text, "
        "and have another one made.",
    ),
    Problem.SYNC_ADDRESS_WRONG: lambda _: translate(
        "Errors",
        "The server's address cannot be taken as it is. It names the user, the computer and the "
        "database.",
    ),
    Problem.SYNC_UNREACHABLE: lambda d: translate(
        "Errors",
        "The shop's server at {host} cannot be reached just now; all work stays on this computer "
        "and is sent later. Check the network, and whether the server is switched on.",
        **d,
    ),
    Problem.SYNC_HUB_ADDRESS_WRONG: lambda _: translate(
        "Errors",
        "The hub's address cannot be taken as it is. It begins with https:// and names a computer "
        "that can be reached from everywhere.",
    ),
    Problem.SYNC_NO_HUB: lambda d: translate(
        "Errors",
        "What answers at {host} is not the shop's hub, perhaps the network's page for logging in; "
        "nothing was changed. Log in to the network, or try again in another one.",
        **d,
    ),
    Problem.SYNC_SLOWED: lambda _: translate(
        "Errors",
        "The server was asked too often just now; all work stays on this computer. Wait a minute "
        "and try again.",
    ),
    Problem.SYNC_NOT_MANAGER: lambda _: translate(
        "Errors",
        "This computer may not let others in or shut them out. The one that the shop began on can.",
    ),
    Problem.SYNC_PAIRED_AT_SERVER: lambda _: translate(
        "Errors",
        "In this shop, other computers are let in at the server itself: ecrm server pair makes the "
        "text for one.",
    ),
    Problem.SYNC_PC_UNKNOWN: lambda _: translate(
        "Errors",
        "There is no such computer in the shop, or it is this one. Nothing was changed.",
    ),
    Problem.SYNC_HUB_RUNNING: lambda _: translate(
        "Errors",
        "A hub is running on this folder already. Stop that one first.",
    ),
    Problem.SYNC_PORT_TAKEN: lambda d: translate(
        "Errors",
        "The hub cannot listen at port {port} of this address; another program may do so. Choose "
        "another port or address.",
        **d,
    ),
    Problem.SYNC_POSTGRES_FAILED: lambda d: translate(
        "Errors",
        "The PostgreSQL in the hub's folder did not start. The end of {path} says why.",
        **d,
    ),
    Problem.SYNC_CERTIFICATE_UNREADABLE: lambda d: translate(
        "Errors",
        "The certificate {path} cannot be read, or the key is not its own. Name a certificate and "
        "its key as PEM files.",
        **d,
    ),
    Problem.SHARING_NOT_INSTALLED: lambda _: translate(
        "Errors",
        "The program on this computer was installed without what sharing needs; nothing was "
        "changed. Share from another computer, or let the shop be on a server.",
    ),
    Problem.SHARING_NO_ROOM: lambda d: translate(
        "Errors",
        "There is no room for sharing in {path}: {needed} megabytes are needed and {free} are "
        "free; nothing was changed. Free some space and try again.",
        **d,
    ),
    Problem.SHARING_PORT_TAKEN: lambda d: translate(
        "Errors",
        "Another program uses port {port}, at which the other computers find this one; all work "
        "stays on each computer. Close that program or restart this computer, and try again.",
        **d,
    ),
    Problem.SHARING_FAILED: lambda d: translate(
        "Errors",
        "What shares the shop did not start; all work is safe on this computer. Allow ECRM in the "
        "antivirus and try again; the end of {path} says more.",
        **d,
    ),
    Problem.ARCHIVE_WRONG: lambda d: translate(
        "Errors",
        "{path} is no whole backup of a hub; nothing was changed. Take another one.",
        **d,
    ),
    Problem.ARCHIVE_OTHER_VERSION: lambda d: translate(
        "Errors",
        "The backup {path} is of a newer version of the program; nothing was changed. Update the "
        "program here first.",
        **d,
    ),
    Problem.SYNC_CLEAR_TEXT: lambda d: translate(
        "Errors",
        "Nothing is sent to {host} unencrypted, since everybody in that network could read the "
        "customers' data. Give the server its certificate first.",
        **d,
    ),
    Problem.SYNC_NO_TLS: lambda d: translate(
        "Errors",
        "The server at {host} does not encrypt, so nothing was sent. Give it its certificate and "
        "start it again.",
        **d,
    ),
    Problem.SYNC_CERTIFICATE_WRONG: lambda d: translate(
        "Errors",
        "What answers at {host} has not the certificate of this shop's server, so nothing was "
        "sent. If the server was set up anew, pair this computer again.",
        **d,
    ),
    Problem.SYNC_NOT_LET_IN: lambda d: translate(
        "Errors",
        "The server at {host} lets nobody in from this computer. Whoever looks after the server "
        "can allow it there.",
        **d,
    ),
    Problem.SYNC_PASSWORD_REFUSED: lambda _: translate(
        "Errors",
        "The server does not take the password. If this computer was let in before, pair it again.",
    ),
    Problem.SYNC_PASSWORD_MISSING: lambda _: translate(
        "Errors",
        "The password for the shop's server is not in this computer's keyring. Unlock the "
        "keyring, or pair this computer again.",
    ),
    Problem.SYNC_NO_KEYRING: lambda _: translate(
        "Errors",
        "This computer has no keyring that could keep the password for the server, so it was not "
        "joined. Set one up, or unlock it.",
    ),
    Problem.SYNC_REVOKED: lambda _: translate(
        "Errors",
        "This computer was shut out of the shop's server. What was done here stays here; ask the "
        "shop's owner for another pairing text.",
    ),
    Problem.SYNC_UNKNOWN_DEVICE: lambda _: translate(
        "Errors",
        "The server does not know this computer, or not in this shop. Ask the shop's owner for "
        "another pairing text.",
    ),
    Problem.SYNC_NOT_TAKEN: lambda _: translate(
        "Errors",
        "The server did not understand what this computer sent, and took nothing of it. Update "
        "the program on both; if that does not help, tell the support.",
    ),
    Problem.SYNC_SERVER_OLD: lambda _: translate(
        "Errors",
        "The server is not prepared for this version of the program; all work stays on this "
        "computer and is sent later. Whoever looks after the server prepares it once more with the "
        "newest one.",
    ),
    Problem.SYNC_SERVER_NEW: lambda _: translate(
        "Errors",
        "The server is of a newer version of the program; all work stays on this computer and is "
        "sent later. Update this computer's program.",
    ),
    Problem.SYNC_SERVER_FULL: lambda _: translate(
        "Errors",
        "The server's disk is full, so it took nothing more; all work stays on this computer. "
        "Free some space there.",
    ),
    Problem.SYNC_SERVER_FAILED: lambda _: translate(
        "Errors",
        "The server failed with something that nobody foresaw; all work stays on this computer. "
        "Try again later, and look into the server's log if it goes on.",
    ),
    Problem.SYNC_DATABASE_MISSING: lambda _: translate(
        "Errors",
        "The server has no such database or user. Look whether the address is right; an empty "
        "database has to be made first.",
    ),
    Problem.SYNC_SERVER_WITHOUT_SHOP: lambda _: translate(
        "Errors",
        "There is no shop in this database of the server yet. The first computer brings it there.",
    ),
    Problem.SYNC_HALF_THERE: lambda _: translate(
        "Errors",
        "This computer has not received all of the shop yet, so it cannot bring it to an empty "
        "server; what is here stays. Sync at the old server first, let another computer begin "
        "there, or leave the others and join anew.",
    ),
    Problem.SYNC_NOT_ADMIN: lambda _: translate(
        "Errors",
        "This user of the server may not prepare it. Take one that may do everything there.",
    ),
    Problem.SYNC_NOT_JOINED: lambda _: translate(
        "Errors",
        "This computer's shop syncs with no server yet. Pair it first.",
    ),
    Problem.SYNC_JOINED_ALREADY: lambda _: translate(
        "Errors",
        "This file syncs with a server already. Other computers join with a pairing text.",
    ),
    Problem.SYNC_JOINED_ELSEWHERE: lambda _: translate(
        "Errors",
        "This file syncs with another shop already, and two shops cannot be made one. Join with "
        "another file.",
    ),
    Problem.SYNC_CURRENCY_DIFFERS: lambda d: translate(
        "Errors",
        "The shop on the server counts in {there}, this file in {here}, so they cannot become "
        "one. Join with a new, empty file.",
        **d,
    ),
    Problem.SYNC_RUNNING: lambda _: translate(
        "Errors",
        "This file is being synced at the moment. Wait until that is done.",
    ),
    Problem.SYNC_FAILED: lambda _: translate(
        "Errors",
        "Syncing failed with something that nobody foresaw; all work is safe on this computer, and "
        "it is tried again. If it goes on, update the program and tell the support.",
    ),
}
