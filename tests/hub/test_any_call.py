"""Whatever a hub's document allows or forbids, it answers as the document says."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ecrm_desktop.sync.hub.openapi import document
from ecrm_desktop.sync.server.embedded import EmbeddedPostgres, new_password
from tests.helpers.hubs import HubShop

LIMITS = ("--rate", "10000", "--failures", "100000")


@pytest.mark.slow
def test_all_checks_of_schemathesis_hold(cluster: EmbeddedPostgres, tmp_path: Path) -> None:
    served = HubShop(cluster, "any_call", tmp_path, *LIMITS)
    token = new_password()
    pairing = served.invite()
    served.joined(pairing, token).close()
    told = document()
    # Of a shop and a PC that there are, or every call would end at the door.
    for path in told["paths"].values():
        for call in path.values():
            for parameter in call.get("parameters", ()):
                parameter["schema"] = {"type": "string", "enum": [pairing.shop.hex]}
            if "requestBody" in call and call["operationId"] != "join":
                [body] = call["requestBody"]["content"].values()
                known = {"type": "string", "enum": [pairing.device.hex]}
                body["schema"]["properties"]["device"] = known
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(told))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", str(file)),
            *("--url", served.hub.url, "--tls-verify", str(served.certificate)),
            *("--header", f"Authorization: Bearer {token}", "--checks", "all"),
            *("--max-examples", "60", "--seed", "1", "--warnings", "off", "--no-color"),
            *("--suppress-health-check", "all"),
        ],
        cwd=tmp_path,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    served.close()
    assert done.returncode == 0, done.stdout
    assert '"status": 500' not in served.hub.log.read_text(encoding="utf-8")
