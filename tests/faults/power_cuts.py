"""What may be on a disk after its power was cut, made of what a program did to its files.

On the disk are what was in a file when it was last flushed, and the names that a folder had when
that was. Of later writes each may be there whole, in some of its sectors, or not; of later names
the first so many, since file systems keep a journal of them. Both independently of each other.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

_SECTOR = 512
_HEAD = struct.Struct("=IIIIQq")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: `what` as in shim.c, `number` as the shim counts."""

    what: str
    inode: int
    at: int
    first: bytes
    second: bytes = b""
    number: int = 0


@dataclass(slots=True)
class _File:
    flushed: bytes = b""
    later: list[Step] = field(default_factory=list)


def read_log(log: Path) -> list[Step]:
    """Return what the shim took down."""
    content, place, steps = log.read_bytes(), 0, []
    while place < len(content):
        what, first, second, number, inode, at = _HEAD.unpack_from(content, place)
        place += _HEAD.size
        middle, end = place + first, place + first + second
        told = content[place:middle], content[middle:end]
        steps.append(Step(chr(what), inode, at, *told, number))
        place = end
    return steps


@dataclass(slots=True)
class Disk:
    """A folder before a run; `play` brings it through steps of the run, `cut` says what is left."""

    folder: Path
    _files: dict[int, _File] = field(default_factory=dict)  # by the number of the file
    _numbers: dict[int, int] = field(default_factory=dict)  # inode → number, as inodes come again
    _names: dict[str, int] = field(default_factory=dict)  # with all that was done
    _flushed: dict[str, int] = field(default_factory=dict)  # without what was not flushed
    _later: dict[str, list[Step]] = field(default_factory=dict)  # by folder
    _folders: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Disk":
        """Take everything in a folder for flushed."""
        disk = cls(folder)
        for path in (folder, *folder.rglob("*")):
            inode = path.stat().st_ino
            if path.is_dir():
                disk._folders[inode] = str(path)
            else:
                number = disk._add(inode, path.read_bytes())
                disk._names[str(path)] = disk._flushed[str(path)] = number
        return disk

    def play(self, steps: Sequence[Step]) -> None:
        """Do what was done."""
        for step in steps:
            match step.what:
                case "W" | "T":
                    self._files[self._numbers[step.inode]].later.append(step)
                case "F" if step.inode in self._folders:
                    for one in self._later.pop(self._folders[step.inode], []):
                        _name(self._flushed, one)
                case "F":
                    file = self._files[self._numbers[step.inode]]
                    file.flushed = _written(file.flushed, file.later)
                    file.later = []
                case "D":
                    path = step.first.decode()
                    self._folders[Path(path).stat().st_ino] = path
                case "C" | "R" | "L" | "U":
                    self._take_name(step)

    def cut(self, random: Random, target: Path) -> None:
        """Write what a power cut may leave now into a new folder."""
        names = dict(self._flushed)
        for later in self._later.values():
            for one in later[: random.choice((0, len(later), random.randint(0, len(later))))]:
                _name(names, one)
        self._write(names, random, target)

    def cut_at_worst(self, target: Path) -> None:
        """Write only what is on the disk for good."""
        self._write(self._flushed, None, target)

    def _write(self, names: dict[str, int], random: Random | None, target: Path) -> None:
        for folder in self._folders.values():
            (target / Path(folder).relative_to(self.folder)).mkdir(parents=True, exist_ok=True)
        contents: dict[int, bytes] = {}
        for name, number in names.items():
            if name.endswith("-shm"):  # the memory of processes that are gone
                continue
            if number not in contents:
                file = self._files[number]
                later = [] if random is None else _survived(file.later, random)
                contents[number] = _written(file.flushed, later)
            (target / Path(name).relative_to(self.folder)).write_bytes(contents[number])

    def _add(self, inode: int, content: bytes) -> int:
        number = len(self._files)
        self._files[number] = _File(content)
        self._numbers[inode] = number
        return number

    def _take_name(self, step: Step) -> None:
        name = (step.second or step.first).decode()
        if step.what == "C":
            step = Step("C", self._add(step.inode, b""), 0, step.first)
        _name(self._names, step)
        self._later.setdefault(str(Path(name).parent), []).append(step)


def _name(names: dict[str, int], step: Step) -> None:
    first, second = step.first.decode(), step.second.decode()
    if step.what == "C":
        names[first] = step.inode
    elif step.what == "U":
        names.pop(first, None)
    elif first in names:
        names[second] = names[first] if step.what == "L" else names.pop(first)


def _survived(later: list[Step], random: Random) -> list[Step]:
    how = random.choice(("none", "all", "some", "some"))
    if how == "all":
        return later
    left: list[Step] = []
    for step in later if how == "some" else ():
        kept = random.choice(("whole", "torn", "lost"))
        if kept == "whole" or (kept == "torn" and step.what == "T"):
            left.append(step)
        elif kept == "torn":
            left += [
                Step("W", 0, step.at + at, step.first[at : at + _SECTOR])
                for at in range(0, len(step.first), _SECTOR)
                if random.random() < 1 / 2
            ]
    return left


def _written(content: bytes, steps: Sequence[Step]) -> bytes:
    if not steps:
        return content
    changed = bytearray(content)
    for step in steps:
        end = step.at + (len(step.first) if step.what == "W" else 0)
        if len(changed) < end:
            changed.extend(bytes(end - len(changed)))
        if step.what == "W":
            changed[step.at : end] = step.first
        else:
            del changed[end:]
    return bytes(changed)
