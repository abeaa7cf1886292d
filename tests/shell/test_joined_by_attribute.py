"""Nothing in the window is joined by its name, so that a checker sees what a renaming breaks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import ecrm_desktop

PACKAGE = Path(ecrm_desktop.__file__).parent
FILES = [one for room in ("ui", "shell") for one in sorted((PACKAGE / room).rglob("*.py"))]
JOINING = {"connect", "disconnect", "emit"}
BY_NAME = {
    "import_module", "__import__", "SIGNAL", "SLOT", "connectSlotsByName", "invokeMethod",
}  # fmt: skip


def called(node: ast.AST) -> str:
    """Return the name of what is called, "" for anything else."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name
    return ""


def is_getattr(node: ast.AST) -> bool:
    return called(node) == "getattr"


def got_names(scope: ast.AST) -> set[str]:
    """Return the variables that hold what was got by `getattr`."""
    names: set[str] = set()
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=targets, value=value):
                pass
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                targets = [target]
            case _:
                continue
        if any(is_getattr(part) for part in ast.walk(value)):
            names.update(one.id for one in targets if isinstance(one, ast.Name))
    return names


def joined_by_name(source: str) -> Iterator[int]:
    """Yield the lines on which something is imported, joined or called by its name."""
    for scope in ast.walk(ast.parse(source)):
        if isinstance(scope, ast.FunctionDef | ast.Module):
            yield from _joined_in(scope, got_names(scope))


def _joined_in(scope: ast.AST, got: set[str]) -> Iterator[int]:
    def by_name(node: ast.AST) -> bool:
        return is_getattr(node) or (isinstance(node, ast.Name) and node.id in got)

    for node in ast.walk(scope):
        match node:
            case ast.Attribute(attr=attr, value=value) if attr in JOINING and by_name(value):
                yield node.lineno
            case ast.Call(func=function) if called(node) in BY_NAME or by_name(function):
                yield node.lineno
            case ast.Call(args=args) if called(node) in JOINING and any(map(by_name, args)):
                yield node.lineno


def test_everything_in_the_window_is_joined_by_attribute() -> None:
    found = {
        str(path.relative_to(PACKAGE)): list(joined_by_name(path.read_text(encoding="utf-8")))
        for path in FILES
    }
    assert len(found) > 100
    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "source",
    [
        "getattr(card, name).connect(open_customer)",
        "card.opened.connect(getattr(page, name))",
        "signal = getattr(part, name, None)\nsignal.connect(handler)",
        "signal: object = getattr(part, f'{what}_asked')\nsignal.emit(1)",
        "def keep(part):\n    keep = getattr(part, 'keep_now')\n    keep()",
        "def ask(part):\n    edit = getattr(part, name)\n    button.clicked.connect(edit)",
        "page = import_module(f'pages.{key}')",
        "page = importlib.import_module('pages.customers')",
        "QObject.connect(button, SIGNAL('clicked()'), ask)",
        "QMetaObject.invokeMethod(page, 'refresh')",
        "QMetaObject.connectSlotsByName(window)",
    ],
)
def test_what_is_joined_by_name_is_found(source: str) -> None:
    assert list(joined_by_name(source))


@pytest.mark.parametrize(
    "source",
    [
        "days = getattr(shop, f'promise_{severity}')\nfield.set_value(days)",
        "buffer = getattr(stream, 'buffer', None)\nbuffer.write(text)",
        "button.clicked.connect(self.save)",
    ],
)
def test_what_only_reads_a_value_is_let_pass(source: str) -> None:
    assert not list(joined_by_name(source))
