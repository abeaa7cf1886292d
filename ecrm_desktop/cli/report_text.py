"""A report as lines of text."""

from ecrm_desktop.cli.output import say, say_row
from ecrm_desktop.reports.layout import (
    Chart,
    Facts,
    Groups,
    Report,
    RunningTotals,
    Table,
    fact_text,
    heading,
    text_writer,
)


def say_report(report: Report) -> None:
    """Write a report to standard output; charts, whose figures the tables have, are left out."""
    say(report.title)
    for section in report.sections:
        if isinstance(section, Chart):
            continue
        say("")
        if isinstance(section, Table):
            _say_table(section, report)
        elif isinstance(section, Facts):
            say(section.title)
            for fact in section.facts:
                if text := fact_text(fact, report.display):
                    say_row((fact.label, text))
        elif isinstance(section, Groups):
            say(section.title)
            for group in section.groups:
                say(group)
        else:
            say(section.text)


def _say_table(table: Table, report: Report) -> None:
    display = report.display
    writers = [text_writer(column.kind, display) for column in table.columns]
    say(table.title)
    say_row(heading(column.title, column.kind, display) for column in table.columns)
    totals = RunningTotals(table)
    for row in totals.passing():
        say_row(write(value) for write, value in zip(writers, row, strict=True))
    if last := totals.row():
        say_row(write(value) for write, value in zip(writers, last, strict=True))
