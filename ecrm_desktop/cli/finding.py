"""The customer that a command is about."""

from uuid import UUID

from ecrm_desktop.cli.usage import WrongUse
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customers import find_customer
from ecrm_desktop.storage.database import Session
from ecrm_desktop.values.digits import to_latin_digits
from ecrm_desktop.values.text import clean


def customer_with(session: Session, code: str) -> UUID:
    """Return the id of the customer with a code, typed in any digits; WrongUse if there is none.

    Raises those of `clean` too.
    """
    customer_id = find_customer(session, to_latin_digits(clean(code)))
    if customer_id is None:
        raise WrongUse(
            translate("CommandLine", "There is no customer with the code {code}.", code=code)
        )
    return customer_id
