from hypothesis import given
from hypothesis import strategies as st

from ecrm_desktop.values.formulas import as_text, from_text


@given(st.text() | st.text("=+-@'\t\r1"))
def test_any_text_comes_back_and_never_begins_a_formula(text: str) -> None:
    assert from_text(as_text(text)) == text
    assert not as_text(text).startswith(("=", "+", "-", "@"))


def test_an_apostrophe_of_the_author_stays() -> None:
    assert from_text("'Abbas") == "'Abbas"
    assert from_text("'") == "'"
