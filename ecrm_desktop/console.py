"""The command `ecrm` with everything, the tour through the window included."""

import re
from pathlib import Path

import click

from ecrm_desktop import cli
from ecrm_desktop.i18n import LANGUAGES, translate

_LARGEST_SCALE = 4.0
_SIZE = re.compile(r"([1-9][0-9]{2,3})[x×]([1-9][0-9]{2,3})")


def main() -> int:
    """Run a command line; return the exit status."""
    return cli.main([_tour])


def _tour() -> click.Command:
    return click.Command(
        "tour",
        callback=_run_tour,
        help=translate(
            "CommandLine", "Draw every page of a sample shop, and write each of its reports."
        ),
        params=[
            click.Option(
                ["--output"],
                type=click.Path(path_type=Path),
                metavar="DIR",
                required=True,
                help=translate("CommandLine", "The folder for the pictures and reports."),
            ),
            click.Option(
                ["--scale"],
                type=click.FloatRange(0.5, _LARGEST_SCALE),
                metavar="FACTOR",
                default=1.0,
                show_default=True,
                help=translate("CommandLine", "The scale of the screen, such as 1.5."),
            ),
            click.Option(
                ["--size"],
                callback=_pixels,
                metavar="1366x768",
                help=translate(
                    "CommandLine",
                    "The width and height of the screen in its own pixels, such as 1366x768.",
                ),
            ),
            click.Option(
                ["--language"],
                type=click.Choice(list(LANGUAGES)),
                default="fa",
                show_default=True,
                help=translate("CommandLine", "The language of the pictures."),
            ),
            click.Option(
                ["--dark"], is_flag=True, help=translate("CommandLine", "Draw in dark colours.")
            ),
        ],
    )


def _pixels(
    context: click.Context, option: click.Parameter, value: str | None
) -> tuple[int, int] | None:
    if value is None:
        return None
    if not (found := _SIZE.fullmatch(value)):
        raise click.BadParameter(value, context, option)
    return int(found[1]), int(found[2])


def _run_tour(
    output: Path, scale: float, size: tuple[int, int] | None, language: str, *, dark: bool
) -> None:
    # The other commands do without the window and its libraries.
    from ecrm_desktop.shell.tour import tour  # noqa: PLC0415 - as above

    tour(output, scale=scale, size=size, language=language, dark=dark)
