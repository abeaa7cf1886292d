"""Who may do what."""

import pytest

from ecrm_desktop.values.permissions import Permission, may
from ecrm_desktop.values.statuses import Role


@pytest.mark.parametrize("permission", Permission)
def test_the_owner_may_everything_and_staff_nothing_of_it(permission: Permission) -> None:
    assert may(Role.OWNER, permission)
    assert not may(Role.STAFF, permission)


def test_a_manager_runs_the_shop_but_does_not_rule_its_people() -> None:
    refused = {one for one in Permission if not may(Role.MANAGER, one)}
    assert refused == {
        Permission.SEE_AUDIT,
        Permission.THIN_AUDIT,
        Permission.MANAGE_PEOPLE,
        Permission.ENCRYPT,
    }
