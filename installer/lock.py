"""What the lock files say, and whether pyproject.toml still says the same."""

import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
HUB = "requirements-hub.txt"

_ENTRY = re.compile(r"([a-z0-9-]+)==([\w.+!]+)(?: ; ([^\\/]+))?(?: \\)?")
_HASH = re.compile(r" {4}--hash=sha256:([0-9a-f]{64})(?: \\)?")
_COMMENT = re.compile(r" *#[^/]*")  # an address, or a path of one machine, has a slash
_BY_US = re.compile(r" *#(?: via)? +ecrm-desktop \(pyproject\.toml\)")


@dataclass
class Locked:
    """One version of one package."""

    name: str
    version: str
    marker: str
    hashes: list[str] = field(default_factory=list)
    asked_by_us: bool = False


class NotALockError(Exception):
    """A line that has no place in a lock file, such as an index or a package without a version."""


def read_lock(text: str) -> list[Locked]:
    """Read a lock file strictly: packages with versions and hashes, comments, and nothing else."""
    found: list[Locked] = []
    for line in text.splitlines():
        if entry := _ENTRY.fullmatch(line):
            found.append(Locked(entry[1], entry[2], entry[3] or ""))
        elif found and (digest := _HASH.fullmatch(line)):
            found[-1].hashes.append(digest[1])
        elif not _COMMENT.fullmatch(line):
            raise NotALockError(line)
        elif found and _BY_US.fullmatch(line):
            found[-1].asked_by_us = True
    return found


def disagreements(pyproject: str, runtime: str, development: str, hub: str) -> list[str]:
    """Return a sentence for everything in which the lock files and pyproject.toml differ."""
    project = tomllib.loads(pyproject)
    shipped = project["project"]["dependencies"]
    extras = project["project"]["optional-dependencies"]
    tools = extras["dev"] + project["build-system"]["requires"]
    of_hub = shipped + extras["hub"]
    bounds = project["tool"]["uv"]["constraint-dependencies"]
    try:
        here, there, served = read_lock(runtime), read_lock(development), read_lock(hub)
    except NotALockError as error:
        return [f"A lock file has a line that does not belong there: {error}"]
    return [
        *_differences(RUNTIME, here, shipped, bounds),
        *_differences(DEVELOPMENT, there, of_hub + tools, bounds),
        *_differences(HUB, served, of_hub, bounds),
        *_not_repeated(RUNTIME, here, there),
        *_not_repeated(HUB, served, there),
    ]


def _differences(
    file: str, locked: list[Locked], asked: list[str], bounds: list[str]
) -> Iterator[str]:
    wanted = [Requirement(one) for one in asked]
    names = {canonicalize_name(one.name) for one in wanted}
    for name in sorted(names - {one.name for one in locked}):
        yield f"{file} lacks {name}"
    for one in locked:
        for rule in [*wanted, *map(Requirement, bounds)]:
            if canonicalize_name(rule.name) == one.name and one.version not in rule.specifier:
                yield f"{file} has {one.name} {one.version}, pyproject.toml wants {rule}"
        if not one.hashes:
            yield f"{file} has no hash of {one.name}"
        if one.asked_by_us and one.name not in names:
            yield f"{file} has {one.name}, which pyproject.toml does not ask for any more"


def _not_repeated(file: str, locked: list[Locked], development: list[Locked]) -> Iterator[str]:
    tested = {(one.name, one.version, one.marker, *one.hashes) for one in development}
    for one in locked:
        if (one.name, one.version, one.marker, *one.hashes) not in tested:
            yield f"{DEVELOPMENT} does not have {one.name} as {file} has it"


def main() -> int:
    """Print what differs."""
    files = ("pyproject.toml", RUNTIME, DEVELOPMENT, HUB)
    found = disagreements(*((ROOT / name).read_text(encoding="utf-8") for name in files))
    for sentence in found:
        sys.stderr.write(sentence + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
