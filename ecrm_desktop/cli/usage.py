"""One sentence for each way to call a command wrongly."""

import click

from ecrm_desktop.i18n import translate


class WrongUse(Exception):  # noqa: N818 - the command was called wrongly; nothing else happened
    """What was asked for makes no sense; the message is the sentence for the user."""


def usage_sentence(error: click.ClickException) -> str:
    """Return what is wrong with a command line, in the user's language where click says which."""
    match error:
        case click.NoSuchOption():
            return translate(
                "CommandLine", "There is no option {name}; see --help.", name=error.option_name
            )
        case click.MissingParameter():
            return translate(
                "CommandLine", "{name} is missing; see --help.", name=_name(error.param)
            )
        case click.BadParameter():
            return translate(
                "CommandLine", "{name} cannot be taken as it is; see --help.",
                name=_name(error.param),
            )  # fmt: skip
        case click.BadOptionUsage():
            return translate(
                "CommandLine", "The option {name} is used wrongly; see --help.",
                name=error.option_name,
            )  # fmt: skip
        case click.NoSuchCommand():
            return translate(
                "CommandLine", "There is no command {name}; see ecrm --help.",
                name=error.command_name,
            )  # fmt: skip
        case _:
            return translate(
                "CommandLine", "The command is not complete or has too many parts; see --help."
            )


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    if isinstance(param, click.Option):
        return param.opts[-1]
    return (param.metavar or param.name or "?").upper()
