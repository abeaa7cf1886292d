"""Mutants of the hub, of the accounts behind it, and of the PC's way there."""

from typing import Final

from tests.mutants.mutant import Mutant

_ACCOUNTS: Final = "ecrm_desktop/sync/server/functions/accounts.sql"
_APP: Final = "ecrm_desktop/sync/hub/app.py"
_WAY: Final = "ecrm_desktop/sync/hub_transport.py"
_KEEPING: Final = "ecrm_desktop/sync/hub/archive.py"
_BY_ACCOUNTS: Final = ("tests/sync/test_accounts.py",)
_BY_CALLS: Final = ("tests/hub/test_calls.py",)
_BY_TRANSPORT: Final = ("tests/hub/test_transport.py",)
_BY_PUT_BACK: Final = ("tests/hub/test_put_back.py",)
_BY_SYNCED: Final = ("tests/hub/test_synced.py",)

HUB: Final = (
    Mutant(
        "any-code-will-do",
        _ACCOUNTS,
        "OR v_account.code IS DISTINCT FROM p_code\n",
        "",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "a-code-for-ever",
        _ACCOUNTS,
        "v_account.expires <= now()",
        "false",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "a-code-for-several",
        _ACCOUNTS,
        "OR v_account.token <> p_token",
        "OR false",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "let-in-before-the-digits-were-compared",
        _ACCOUNTS,
        "    IF NOT v_account.confirmed THEN",
        "    IF false THEN",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "let-in-for-ever-without-coming",
        _ACCOUNTS,
        "OR NOT has_device(p_shop, p_account) AND coalesce(",
        "OR NOT v_account.confirmed AND coalesce(",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "digits-of-somebody-else",
        _ACCOUNTS,
        "AND id = p_account AND token = p_token;",
        "AND id = p_account;",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "guessing-costs-nothing",
        _ACCOUNTS,
        "IF v_wait > 0 THEN",
        "IF false THEN",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "any-token-of-the-shop",
        _ACCOUNTS,
        "AND d.id = p_device AND a.token = p_token",
        "AND a.token = p_token",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "one-pc-becomes-another",
        "ecrm_desktop/sync/server/functions/hello.sql",
        "AND NOT is_same_pc(p_shop, p_previous, p_device) THEN",
        "AND false THEN",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "everybody-manages",
        "ecrm_desktop/sync/server/functions/devices.sql",
        "IF v_refusal IS NULL AND NOT (",
        "IF v_refusal IS NULL AND false AND NOT (",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "one-identity-is-shut-out",
        "ecrm_desktop/sync/server/functions/devices.sql",
        "AND is_same_pc(p_shop, p_device, id)",
        "AND id = p_device",
        _BY_ACCOUNTS,
    ),
    Mutant(
        "a-bomb-goes-off",
        _APP,
        "unpacker.decompress(body, LARGEST_BODY + 1)",
        "unpacker.decompress(body)[: LARGEST_BODY // 2]",
        _BY_CALLS,
    ),
    Mutant(
        "nobody-waits",
        _APP,
        "        if wait:\n            raise _RefusedError(429, wait)\n",
        "",
        _BY_CALLS,
    ),
    Mutant(
        "one-of-many-guessers-stops-all",
        _APP,
        "if not (token and token in self._known):",
        "if True:",
        _BY_CALLS,
    ),
    Mutant(
        "answers-may-be-kept",
        _APP,
        '"Cache-Control": "no-store",',
        '"Cache-Control": "max-age=60",',
        _BY_CALLS,
    ),
    Mutant(
        "redirects-are-followed",
        _WAY,
        "allow_redirects=False",
        "allow_redirects=True",
        _BY_TRANSPORT,
    ),
    Mutant(
        "every-authority-is-trusted",
        _WAY,
        "        if address.authority:\n",
        "        self._session.verify = not address.authority\n        if False:\n",
        _BY_TRANSPORT,
    ),
    Mutant(
        "settings-of-others-count",
        _WAY,
        "self._session.trust_env = False",
        "self._session.trust_env = True",
        _BY_TRANSPORT,
    ),
    Mutant(
        "put-back-in-the-same-epoch",
        _KEEPING,
        "SET epoch = gen_random_uuid(), restored_to = s.revision",
        "SET restored_to = s.revision",
        _BY_SYNCED,
    ),
    Mutant(
        "put-back-lets-in-who-was-shut-out",
        _KEEPING,
        "SET revoked = k.revoked FROM kept_devices k",
        "SET revoked = NULL FROM kept_devices k",
        _BY_SYNCED,
    ),
    Mutant(
        "put-back-forgets-who-was-agreed-to",
        _KEEPING,
        "confirmed = a.confirmed OR k.confirmed,",
        "confirmed = a.confirmed,",
        _BY_PUT_BACK,
    ),
    Mutant(
        "put-back-forgets-who-has-keys",
        _KEEPING,
        "SET holds_keys = d.holds_keys OR k.holds_keys,",
        "SET holds_keys = d.holds_keys,",
        _BY_PUT_BACK,
    ),
    Mutant(
        "put-back-forgets-who-came-since",
        _KEEPING,
        "SELECT k.* FROM kept_accounts k JOIN new_shops n ON n.shop = k.shop\n",
        "SELECT k.* FROM kept_accounts k JOIN new_shops n ON false\n",
        _BY_SYNCED,
    ),
)
