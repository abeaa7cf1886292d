from pytestqt.qtbot import QtBot

from ecrm_desktop.ui.widgets.text_edit import TextEdit


def test_the_cursor_of_an_empty_persian_field_stands_at_the_right(qtbot: QtBot) -> None:
    field = TextEdit()
    qtbot.addWidget(field)
    field.resize(300, 40)
    with qtbot.waitExposed(field):
        field.show()
    assert field.line.cursorRect().center().x() > 150
