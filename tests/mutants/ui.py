"""Mutants of the window's own machinery."""

from typing import Final

from tests.mutants.mutant import Mutant

UI: Final = (
    Mutant(
        "work-of-who-took-over",
        "ecrm_desktop/ui/background.py",
        "working_for(asked_by)",
        "working_for(self.database.capture.user_id)",
        ("tests/ui/test_background.py",),
    ),
    Mutant(
        "older-answer-taken",
        "ecrm_desktop/ui/widgets/paged_model.py",
        "if generation != self._generation or not ids:",
        "if not ids:",
        ("tests/ui/widgets/test_table.py",),
    ),
)
