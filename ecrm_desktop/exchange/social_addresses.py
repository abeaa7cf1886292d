"""Addresses of people on networks, as contacts write them."""

import re
from typing import Final
from urllib.parse import unquote

from ecrm_desktop.values.statuses import SocialNetwork

_SITES: Final = {
    SocialNetwork.INSTAGRAM: r"(?:instagram\.com|instagr\.am)/",
    SocialNetwork.TELEGRAM: r"(?:t\.me|telegram\.me|telegram\.dog)/|tg://resolve\?domain=",
    SocialNetwork.WHATSAPP: r"wa\.me/|api\.whatsapp\.com/send/?\?phone=",
    SocialNetwork.EITAA: r"eitaa\.(?:com|ir)/",
    SocialNetwork.RUBIKA: r"rubika\.ir/",
    SocialNetwork.BALE: r"(?:ble\.ir|web\.bale\.ai|bale\.ai)/",
    SocialNetwork.LINKEDIN: r"linkedin\.com/(?:in|pub|company)/",
}
_ADDRESSES: Final = {
    network: re.compile(rf"(?:^|//|[/.@])(?:{site})@?([^/?#&\s]+)", re.IGNORECASE)
    for network, site in _SITES.items()
}
_SCHEME: Final = re.compile(r"^(?:x-apple|xmpp|[a-z][a-z-]*):(?!//)", re.IGNORECASE)
_WORDS: Final = {network.value: network for network in _SITES} | {
    "insta": SocialNetwork.INSTAGRAM,
    "tg": SocialNetwork.TELEGRAM,
}


def social_address(text: str, service: str = "") -> tuple[SocialNetwork, str] | None:
    """Return network and handle of an address; `service` is what the contact calls the network."""
    text = text.strip()
    for network, pattern in _ADDRESSES.items():
        if found := pattern.search(text):
            return network, unquote(found[1])
    scheme = _SCHEME.match(text)
    named = service or (scheme[0].rstrip(":") if scheme else "")
    network_said = _WORDS.get(named.strip().casefold())
    if network_said is None:
        return None
    handle = unquote(text[scheme.end() :] if scheme else text).strip().removeprefix("@")
    return (network_said, handle) if handle and "://" not in handle else None
