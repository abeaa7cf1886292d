"""Mutants of the window's own machinery."""

from typing import Final

from tests.mutants.mutant import Mutant

UI: Final = (
    Mutant(
        "typed-in-another-unit-is-another-amount",
        "ecrm_desktop/ui/widgets/money_edit.py",
        "            self.set_value(self._parse(typed, MoneyUnit(unit)))\n",
        "            pass\n",
        ("tests/ui/widgets/test_numeric_edits.py",),
    ),
    Mutant(
        "printed-pages-hidden",
        "ecrm_desktop/ui/printing.py",
        "if given and isinstance(error, EcrmError):",
        "if False:",
        ("tests/ui/test_printing.py",),
    ),
    Mutant(
        "wrong-code-hidden",
        "ecrm_desktop/ui/welcome/forgotten_password.py",
        "if not is_wrong_proof(error):",
        "if True:",
        ("tests/ui/welcome/test_password_step.py",),
    ),
    Mutant(
        "work-of-who-took-over",
        "ecrm_desktop/ui/background.py",
        "working_for(asked_by)",
        "working_for(self.database.capture.user_id)",
        ("tests/ui/test_background.py",),
    ),
    Mutant(
        "all-collected-at-the-end",
        "ecrm_desktop/ui/background.py",
        "self._collector.start()",
        "self._collector.stop()",
        ("tests/ui/test_background.py",),
    ),
    Mutant(
        "older-answer-taken",
        "ecrm_desktop/ui/widgets/paged_model.py",
        "if generation != self._generation or not ids:",
        "if not ids:",
        ("tests/ui/widgets/test_table.py",),
    ),
    Mutant(
        "deleting-goes-to-the-top",
        "ecrm_desktop/ui/widgets/table.py",
        "self._go_to(last + 1)",
        "self._go_to(0)",
        ("tests/ui/customers/test_page.py",),
    ),
    Mutant(
        "undo-goes-with-its-bar",
        "ecrm_desktop/ui/messages.py",
        "if one.lasting or one not in over",
        "if one not in over",
        ("tests/ui/test_messages.py",),
    ),
    Mutant(
        "selection-lost-when-read-again",
        "ecrm_desktop/ui/widgets/table.py",
        "self._go_to(at[0])\n            self._select_rows(rows)",
        "self._go_to(at[0])",
        ("tests/ui/customers/test_page.py",),
    ),
    Mutant(
        "reports-tell-everybody-sums",
        "ecrm_desktop/ui/exporting.py",
        "        with_sums=ui.may(Permission.SEE_SUMS),\n",
        "",
        ("tests/journeys/test_what_roles_are_told.py",),
    ),
    Mutant(
        "export-in-the-name-of-who-came-later",
        "ecrm_desktop/ui/exporting.py",
        "working_for(by)",
        "working_for(background.database.capture.user_id)",
        ("tests/ui/test_exporting.py",),
    ),
    Mutant(
        "export-forgotten-with-its-window",
        "ecrm_desktop/ui/export_run.py",
        "            owner=self._ui.background,\n",
        "            owner=self._owner,\n",
        ("tests/ui/test_exporting.py",),
    ),
    Mutant(
        "late-writer-after-the-end",
        "ecrm_desktop/ui/background.py",
        "                if self.cancelled:\n                    raise Cancelled\n",
        "",
        ("tests/ui/test_background.py",),
    ),
    Mutant(
        "last-round-cancelled",
        "ecrm_desktop/ui/background.py",
        "if not task.finish and not task.grace:",
        "if not task.finish:",
        ("tests/ui/test_background.py",),
    ),
    Mutant(
        "server-waited-for-at-the-end",
        "ecrm_desktop/ui/background.py",
        "return self.cancelled and self._is_elsewhere",
        "return False",
        ("tests/ui/test_background.py",),
    ),
    Mutant(
        "open-form-hears-nothing",
        "ecrm_desktop/ui/record_sheet.py",
        "if tables is None or self.table in tables:",
        "if tables is None:",
        ("tests/ui/test_record_sheet.py",),
    ),
    Mutant(
        "news-shown-over-what-was-typed",
        "ecrm_desktop/ui/record_sheet.py",
        "        self._typed = self._kept()\n",
        "",
        ("tests/ui/test_record_sheet.py",),
    ),
)
