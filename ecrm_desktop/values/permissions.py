"""What the roles of the people in a shop may do."""

from enum import StrEnum

from ecrm_desktop.values.statuses import Role


class Permission(StrEnum):
    """What not everybody may do; whatever is not named here, everybody may."""

    EXPORT = "export"  # lists, reports and people as files or on paper
    DELETE_FOR_GOOD = "delete_for_good"
    SEE_SUMS = "see_sums"  # what the shop sells; one customer's own purchases are everybody's
    CHANGE_SETTINGS = "change_settings"  # of the shop, not of one's own screen
    SEE_AUDIT = "see_audit"
    THIN_AUDIT = "thin_audit"  # for good, by hand or by a rule of the shop
    IMPORT = "import"
    BACK_UP = "back_up"  # by hand, and restore; the program's own backups ask nobody
    FORGET = "forget"
    ENCRYPT = "encrypt"  # and see the recovery phrase, which opens every copy of the shop
    MANAGE_PEOPLE = "manage_people"  # users, their roles, others' passwords, the idle lock


# A manager runs the shop but neither watches the others nor makes himself its owner. A backup on
# the stick of somebody who leaves is the customers' list too, so it is not for staff.
_NOT_FOR = {
    Role.OWNER: frozenset[Permission](),
    Role.MANAGER: frozenset(
        {
            Permission.SEE_AUDIT,
            Permission.THIN_AUDIT,
            Permission.MANAGE_PEOPLE,
            Permission.ENCRYPT,
        }
    ),
    Role.STAFF: frozenset(Permission),
}


def may(role: Role, permission: Permission) -> bool:
    """Return whether somebody with this role may do this."""
    return role in _NOT_FOR and permission not in _NOT_FOR[role]
