"""The command `ecrm` with everything, the tour through the window included."""

from pathlib import Path

import click

from ecrm_desktop import cli
from ecrm_desktop.i18n import LANGUAGES, translate

_LARGEST_SCALE = 4.0


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


def _run_tour(output: Path, scale: float, language: str, *, dark: bool) -> None:
    # The other commands do without the window and its libraries.
    from ecrm_desktop.shell.tour import tour  # noqa: PLC0415 - as above

    tour(output, scale=scale, language=language, dark=dark)
