"""The files that well-known programs write: their titles, and what stands below them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ecrm_desktop.values.statuses import ImportKind
from ecrm_desktop.values.text import fold

FALLBACK: Final = "?"
"""Behind a field that a column holds only if no other column of it has anything."""


@dataclass(frozen=True, slots=True)
class Program:
    """One kind of file; `columns` are the folded titles that count, all others do not."""

    kind: ImportKind
    signs: frozenset[str]
    columns: dict[str, str]
    are_prices_net: bool = False
    """Whether the prices are those after the discount of the order."""


def _program(
    kind: ImportKind, signs: str, columns: str, *, are_prices_net: bool = False
) -> Program:
    pairs = (line.strip().rpartition("=") for line in columns.strip().splitlines())
    return Program(
        kind,
        frozenset(fold(sign) for sign in signs.split("|")),
        {fold(title): field for title, _, field in pairs},
        are_prices_net,
    )


PROGRAMS: Final = (
    # Shopify, orders: one line per item, the order's own cells in its first line only.
    _program(
        ImportKind.PURCHASES,
        "Lineitem quantity|Lineitem name|Lineitem price",
        """
        Name=number
        Created at=date
        Billing Name=customer_name
        Shipping Name=customer_name
        Billing Phone=customer_phone
        Shipping Phone=customer_phone
        Phone=customer_phone
        Email=customer_email
        Financial Status=status
        Cancelled at=status
        Shipping=shipping
        Taxes=tax
        Discount Amount=order_discount
        Lineitem sku=product_code
        Lineitem name=product_name
        Lineitem quantity=quantity
        Lineitem price=unit_price
        Lineitem discount=discount
        """,
    ),
    # Shopify, customers since 2023, and before.
    _program(
        ImportKind.CUSTOMERS,
        "Accepts Email Marketing|Default Address City",
        """
        Customer ID=code
        First Name=first_name
        Last Name=last_name
        Email=email
        Accepts Email Marketing=consent_email
        Default Address Company=company
        Default Address Address1=address
        Default Address Address2=address
        Default Address City=city
        Default Address Province Code=province
        Default Address Zip=postal_code
        Phone=phone
        Default Address Phone=phone2
        Accepts SMS Marketing=consent_sms
        Note=note
        Tags=tags
        """,
    ),
    _program(
        ImportKind.CUSTOMERS,
        "Address1|Zip|Total Spent|Tags",
        """
        Customer ID=code
        First Name=first_name
        Last Name=last_name
        Email=email
        Accepts Email Marketing=consent_email
        Accepts Marketing=consent_email
        Company=company
        Address1=address
        Address2=address
        City=city
        Province=province
        Zip=postal_code
        Phone=phone
        Accepts SMS Marketing=consent_sms
        Note=note
        Tags=tags
        """,
    ),
    # WooCommerce, Analytics: customers and orders.
    _program(
        ImportKind.CUSTOMERS,
        "Username|Last Active|Sign Up|Total Spend",
        """
        Name=name
        Email=email
        City=city
        Region=province
        Postal Code=postal_code
        Billing Phone=phone
        Shipping Phone=phone2
        """,
    ),
    _program(
        ImportKind.PURCHASES,
        "Order #|Items sold|Net Sales",
        """
        Order #=number
        Date=date
        Customer=customer_name
        Status=status
        Items sold=quantity
        Net Sales=amount
        """,
    ),
    # The plugin "Advanced Order Export For WooCommerce".
    _program(
        ImportKind.PURCHASES,
        "Order Number|Item Name|Item Cost",
        """
        Order Number=number
        Order Date=date
        First Name (Billing)=customer_first_name
        Last Name (Billing)=customer_last_name
        Phone (Billing)=customer_phone
        Email (Billing)=customer_email
        Order Status=status
        Cart Discount Amount=order_discount
        Order Shipping Amount=shipping
        Order Total Tax Amount=tax
        SKU=product_code
        Item Name=product_name
        Quantity (- Refund)=quantity
        Quantity=quantity?
        Item Cost=unit_price
        """,
        are_prices_net=True,
    ),
    # Google Contacts since 2024, and before.
    _program(
        ImportKind.CUSTOMERS,
        "File As|Organization Name|Labels",
        """
        First Name=first_name
        Middle Name=first_name
        Last Name=last_name
        Organization Name=company
        Organization Title=job
        Birthday=birth_date
        Notes=note
        Labels=tags
        E-mail 1 - Value=email
        E-mail 2 - Value=more_emails
        E-mail 3 - Value=more_emails
        E-mail 4 - Value=more_emails
        E-mail 5 - Value=more_emails
        Phone 1 - Value=phone
        Phone 2 - Value=phone2
        Phone 3 - Value=phone3
        Phone 4 - Value=phones
        Phone 5 - Value=phones
        Phone 6 - Value=phones
        Phone 7 - Value=phones
        Phone 8 - Value=phones
        Phone 9 - Value=phones
        Address 1 - Street=address
        Address 1 - Extended Address=address
        Address 1 - Formatted=address?
        Address 1 - City=city
        Address 1 - Region=province
        Address 1 - Postal Code=postal_code
        """,
    ),
    _program(
        ImportKind.CUSTOMERS,
        "Given Name|Family Name|Group Membership",
        """
        Name=name
        Given Name=first_name
        Additional Name=first_name
        Family Name=last_name
        Birthday=birth_date
        Gender=gender
        Occupation=job
        Organization 1 - Title=job?
        Organization 1 - Name=company
        Notes=note
        Group Membership=tags
        E-mail 1 - Value=email
        E-mail 2 - Value=more_emails
        E-mail 3 - Value=more_emails
        E-mail 4 - Value=more_emails
        E-mail 5 - Value=more_emails
        Phone 1 - Value=phone
        Phone 2 - Value=phone2
        Phone 3 - Value=phone3
        Phone 4 - Value=phones
        Phone 5 - Value=phones
        Phone 6 - Value=phones
        Phone 7 - Value=phones
        Phone 8 - Value=phones
        Phone 9 - Value=phones
        Address 1 - Street=address
        Address 1 - Extended Address=address
        Address 1 - Formatted=address?
        Address 1 - City=city
        Address 1 - Region=province
        Address 1 - Postal Code=postal_code
        """,
    ),
    # HubSpot, deals and contacts.
    _program(
        ImportKind.PURCHASES,
        "Deal Name|Deal Stage|Amount",
        """
        Record ID=number
        Record ID - Deal=number?
        Deal ID=number?
        Close Date=date
        Amount=amount
        Associated Contact=customer_name
        Associated Company=customer_name
        """,
    ),
    _program(
        ImportKind.CUSTOMERS,
        "First Name|Last Name|Lifecycle Stage",
        """
        Record ID=code
        Record ID - Contact=code?
        Contact ID=code?
        First Name=first_name
        Last Name=last_name
        Email=email
        Mobile Phone Number=phone
        Phone Number=phone2
        Company Name=company
        Associated Company=company?
        Job Title=job
        Street Address=address
        City=city
        State/Region=province
        Postal Code=postal_code
        Date of birth=birth_date
        Gender=gender
        """,
    ),
    # Outlook for Windows.
    _program(
        ImportKind.CUSTOMERS,
        "E-mail Address|Business Phone|Home Street",
        """
        First Name=first_name
        Middle Name=first_name
        Last Name=last_name
        Company=company
        Job Title=job
        Profession=job?
        Business Street=address
        Business Street 2=address
        Home Street=address
        Home Street 2=address
        Business City=city
        Home City=city
        Business State=province
        Home State=province
        Business Postal Code=postal_code
        Home Postal Code=postal_code
        Mobile Phone=phone
        Primary Phone=phone?
        Business Phone=phone2
        Home Phone=phone3
        Business Phone 2=phones
        Home Phone 2=phones
        Other Phone=phones
        Company Main Phone=phones
        Business Fax=phones
        Home Fax=phones
        E-mail Address=email
        E-mail 2 Address=more_emails
        E-mail 3 Address=more_emails
        Birthday=birth_date
        Anniversary=marriage_date
        Spouse=spouse_name
        Gender=gender
        Government ID Number=national_id
        Notes=note
        Categories=tags
        """,
    ),
)
"""Each program's table of titles: the first one whose signs a file has is the one."""


def find_program(titles: Sequence[str]) -> Program | None:
    """Return the program that writes files with these titles."""
    there = {fold(title) for title in titles}
    return next((program for program in PROGRAMS if program.signs <= there), None)
