"""How a contact is told, coloured and pictured."""

import pytest

from ecrm_desktop import i18n
from ecrm_desktop.ui.widgets.badge import BadgeKind
from ecrm_desktop.ui.widgets.interaction_texts import interaction_kind, interaction_text
from ecrm_desktop.values.statuses import Channel, Direction

IN, OUT = Direction.INCOMING, Direction.OUTGOING


@pytest.mark.parametrize(
    ("channel", "direction", "answered", "text", "kind"),
    [
        (Channel.CALL, IN, True, "تماس ورودی", BadgeKind.BLUE),
        (Channel.CALL, OUT, True, "تماس خروجی", BadgeKind.BLUE),
        (Channel.CALL, IN, False, "تماس بی‌پاسخ", BadgeKind.RED),
        (Channel.CALL, OUT, False, "تماس بی‌پاسخ", BadgeKind.AMBER),
        (Channel.SMS, OUT, True, "پیامک خروجی", BadgeKind.GREY),
        (Channel.VISIT, IN, True, "حضوری", BadgeKind.BLUE),
    ],
)
def test_a_contact_in_words_and_colour(
    channel: Channel, direction: Direction, text: str, kind: BadgeKind, *, answered: bool
) -> None:
    assert interaction_text(channel, direction, answered=answered) == text
    assert interaction_kind(channel, direction, answered=answered) == kind


def test_every_contact_has_words_in_both_languages() -> None:
    for language in i18n.LANGUAGES:
        i18n.set_language(language)
        for channel in Channel:
            for direction in Direction:
                for answered in (True, False):
                    assert interaction_text(channel, direction, answered=answered)
