"""A person knows better whether the first row has the titles."""

from ecrm_desktop.exchange.sheets import Row, Sheet
from ecrm_desktop.exchange.title_row import with_title_row

TITLED = Sheet(
    name="s",
    header=("نام", ""),
    header_row=3,
    width=2,
    sample=(Row(4, ("مریم", 1)), Row(6, ("علی", 2))),
    row_count=2,
)


def test_the_titles_become_the_first_row() -> None:
    plain = with_title_row(TITLED, 0)
    assert plain.header == ()
    assert plain.sample == (Row(3, ("نام", None)), *TITLED.sample)
    assert plain.row_count == 3
    assert plain.header_row == 2  # rows above the titles stay out


def test_the_first_row_becomes_the_titles() -> None:
    plain = with_title_row(TITLED, 0)
    again = with_title_row(plain, plain.sample[0].number)
    assert again == TITLED


def test_nothing_changes_if_it_was_so() -> None:
    assert with_title_row(TITLED, 3) is TITLED
