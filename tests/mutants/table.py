"""All mutants, room by room."""

from tests.mutants.backup import BACKUP
from tests.mutants.exchange import EXCHANGE
from tests.mutants.hub import HUB
from tests.mutants.imports import IMPORTS
from tests.mutants.services import SERVICES
from tests.mutants.storage import STORAGE
from tests.mutants.sync import SYNC
from tests.mutants.ui import UI

MUTANTS = (*STORAGE, *BACKUP, *SERVICES, *IMPORTS, *EXCHANGE, *SYNC, *HUB, *UI)
