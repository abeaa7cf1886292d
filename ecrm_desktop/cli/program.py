"""The command `ecrm`: joins the commands and turns every failure into one sentence."""

import errno
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from ecrm_desktop.cli.commands import COMMANDS, CommandMaker
from ecrm_desktop.cli.files import database_option
from ecrm_desktop.cli.identity import user_option
from ecrm_desktop.cli.output import OutputError, abandon, complain, finish, prepare_streams
from ecrm_desktop.cli.usage import WrongUse, usage_sentence
from ecrm_desktop.errors import Cancelled, EcrmError, Problem
from ecrm_desktop.i18n import set_language, translate
from ecrm_desktop.locations import default_database, user_data
from ecrm_desktop.logs import log_failure, start_log
from ecrm_desktop.settings import LANGUAGE, Settings
from ecrm_desktop.text.error_texts import explain, explain_bug

FAILED = 2


def main(extra_commands: Sequence[CommandMaker] = (), *, arguments: list[str] | None = None) -> int:
    """Run a command line; return 0, or 2 after one sentence on standard error."""
    capable = prepare_streams()
    set_language(Settings().get(LANGUAGE) if capable else "en")
    pressed: list[int] = []
    try:
        with _noting_ctrl_c(pressed):
            _run(_group(extra_commands), sys.argv[1:] if arguments is None else arguments)
        finish()
    except BrokenPipeError:
        # Whoever read has enough, as `head` does: nothing is wrong.
        abandon()
    except BaseException as caught:  # noqa: BLE001 - told to the user, and logged if it is a bug
        error = KeyboardInterrupt() if pressed else caught
        if isinstance(error, OutputError | OSError):
            abandon()
        complain(_sentence(error))
        return FAILED
    return 0


@contextmanager
def _noting_ctrl_c(pressed: list[int]) -> Iterator[None]:
    """Remember Ctrl+C: of one that meets a function of ours, SQLite makes an error of its own."""

    def press(number: int, _frame: object) -> None:
        pressed.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, press)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _run(group: click.Group, arguments: list[str]) -> None:
    # Not Group.main(): it has its own ideas about broken pipes and Ctrl+C.
    try:
        with group.make_context("ecrm", list(arguments) or ["--help"]) as context:
            group.invoke(context)
    except click.exceptions.Exit:
        return


class _Ecrm(click.Group):
    """All commands, each made when it is asked for: a run of the program needs one of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*COMMANDS, *self.commands})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS and cmd_name not in self.commands:
            for maker in COMMANDS[cmd_name]():
                self.add_command(maker())
        return super().get_command(ctx, cmd_name)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        super().add_command(cmd, name)
        _ask_everywhere(cmd)


def _group(extra_commands: Sequence[CommandMaker]) -> click.Group:
    group = _Ecrm(
        "ecrm",
        help=translate("CommandLine", "Work with the shop's database without the window."),
        params=[database_option(with_environment=True), user_option(with_environment=True)],
    )
    for maker in extra_commands:
        group.add_command(maker())
    return group


def _ask_everywhere(command: click.Command) -> None:
    """Let `--user` stand after a command and those in it too, unless it means something else."""
    if isinstance(command, click.Group):
        for one in command.commands.values():
            _ask_everywhere(one)
        if not command.invoke_without_command:
            return
    if not any("--user" in one.opts for one in command.params):
        command.params.append(user_option())


def _sentence(error: BaseException) -> str:
    match error:
        case WrongUse():
            return str(error)
        case EcrmError():
            return f"{explain(error)} {_way_out(error)}".strip()
        case click.Abort() | KeyboardInterrupt():
            return explain(Cancelled())
        case click.ClickException():
            return usage_sentence(error)
        case OutputError() | OSError(errno=errno.ENOSPC):
            return translate(
                "CommandLine", "The answer could not be written. Free some space and try again."
            )
        case _:
            _log(error)
            return explain_bug()


def _way_out(error: EcrmError) -> str:
    """Return what helps on a command line only."""
    if error.problem is Problem.SHOP_MISSING:
        # Typed as it is told, it must not be about another shop.
        path = str(error.details["path"])
        option = "" if path == str(default_database()) else f' --database "{path}"'
        return translate(
            "CommandLine",
            "Here {restore} brings back the latest backup, and {begin} begins a new, empty shop.",
            restore=f"ecrm{option} restore latest",
            begin=f"ecrm{option} init --anew",
        )
    if error.problem is not Problem.KEY_MISSING:
        return ""
    # Whoever sits at a terminal was asked for it.
    return translate(
        "CommandLine",
        "Put the phrase into a file and name that in the variable ECRM_PHRASE_FILE.",
    )


def _log(error: BaseException) -> None:
    start_log(user_data() / "logs")
    log_failure(error)
