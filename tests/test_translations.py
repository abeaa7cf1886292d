import string

from translations import update


def test_every_sentence_of_the_program_has_its_persian() -> None:
    found, known = update.collect(), update.read()
    assert [key for key in found if not known.get(key)] == []


def test_no_translation_is_left_of_a_sentence_that_is_gone() -> None:
    found = update.collect()
    assert [key for key in update.read() if key not in found] == []


def test_translations_keep_the_placeholders() -> None:

    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    wrong = [key for key, text in update.read().items() if names(key[1]) != names(text)]
    assert wrong == []
