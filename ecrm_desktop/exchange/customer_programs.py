"""The lists of customers that well-known programs write."""

from typing import Final

from ecrm_desktop.exchange.program import program
from ecrm_desktop.values.statuses import ImportKind

_GOOGLE_VALUES: Final = """
        E-mail 1 - Value=email
        E-mail 2 - Value=more_emails
        E-mail 3 - Value=more_emails
        E-mail 4 - Value=more_emails
        E-mail 5 - Value=more_emails
        Phone 1 - Label=phone_label
        Phone 1 - Type=phone_label
        Phone 1 - Value=phone
        Phone 2 - Label=phone_label
        Phone 2 - Type=phone_label
        Phone 2 - Value=phone2
        Phone 3 - Label=phone_label
        Phone 3 - Type=phone_label
        Phone 3 - Value=phone3
        Phone 4 - Label=phone_label
        Phone 4 - Type=phone_label
        Phone 4 - Value=phones
        Phone 5 - Label=phone_label
        Phone 5 - Type=phone_label
        Phone 5 - Value=phones
        Phone 6 - Label=phone_label
        Phone 6 - Type=phone_label
        Phone 6 - Value=phones
        Phone 7 - Label=phone_label
        Phone 7 - Type=phone_label
        Phone 7 - Value=phones
        Phone 8 - Label=phone_label
        Phone 8 - Type=phone_label
        Phone 8 - Value=phones
        Phone 9 - Label=phone_label
        Phone 9 - Type=phone_label
        Phone 9 - Value=phones
        Address 1 - Street=address
        Address 1 - Extended Address=address
        Address 1 - Formatted=address?
        Address 1 - City=city
        Address 1 - Region=province
        Address 1 - Postal Code=postal_code
        Address 1 - Country=phone_country
        """
"""What Google has as often as people do, titled alike in both of its lists."""

_OF_ACCOUNTS: Final = """
        Contact ID=code
        Record Id=code
        Lead Source=channel
        Salutation=gender
        First Name=first_name
        Last Name=last_name
        Title=job
        Account Name=company
        Mailing Street=address
        Mailing City=city
        Mailing State/Province=province
        Mailing State=province
        Mailing Zip/Postal Code=postal_code
        Mailing Zip=postal_code
        Mailing Country=phone_country
        Mobile=phone
        Phone=phone2
        Home Phone=phone3
        Other Phone=phone3?
        Fax=fax
        Email=email
        Birthdate=birth_date
        Date of Birth=birth_date
        Tag=tags
        Description=note
        """
"""What Salesforce and Zoho say of people who belong to accounts."""

CUSTOMERS: Final = (
    # Shopify, customers since 2023, and before.
    program(
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
        Default Address Country Code=phone_country
        Phone=phone
        Default Address Phone=phone2
        Accepts SMS Marketing=consent_sms
        Note=note
        Tags=tags
        """,
    ),
    program(
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
        Country Code=phone_country
        Country=phone_country
        Phone=phone
        Accepts SMS Marketing=consent_sms
        Note=note
        Tags=tags
        """,
    ),
    # WooCommerce, Analytics: customers and orders.
    program(
        ImportKind.CUSTOMERS,
        "Username|Last Active|Sign Up|Total Spend",
        """
        Name=name
        Email=email
        City=city
        Region=province
        Postal Code=postal_code
        Country / Region=phone_country
        Country=phone_country
        Billing Phone=phone
        Shipping Phone=phone2
        """,
    ),
    # Google Contacts since 2024, and before.
    program(
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
        """
        + _GOOGLE_VALUES,
    ),
    program(
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
        """
        + _GOOGLE_VALUES,
    ),
    program(
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
        Country/Region=phone_country
        Country=phone_country
        Date of birth=birth_date
        Gender=gender
        """,
    ),
    # Outlook for Windows.
    program(
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
        Business Country/Region=phone_country
        Home Country/Region=phone_country
        Business Country=phone_country
        Home Country=phone_country
        Mobile Phone=phone
        Primary Phone=phone?
        Business Phone=phone2
        Home Phone=phone3
        Business Phone 2=phones
        Home Phone 2=phones
        Other Phone=phones
        Company Main Phone=phones
        Business Fax=fax
        Home Fax=fax
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
    # Salesforce and Zoho, which tell each other's titles apart by nothing; and Odoo.
    program(ImportKind.CUSTOMERS, "First Name|Account Name|Mailing Street", _OF_ACCOUNTS),
    program(ImportKind.CUSTOMERS, "Contact Owner|First Name|Last Name|Account Name", _OF_ACCOUNTS),
    program(
        ImportKind.CUSTOMERS,
        "Name|Is a Company|Related Company",
        """
        Name=name
        Is a Company=kind
        Related Company=company
        Reference=code
        Internal Reference=code
        Phone=phone2
        Mobile=phone
        Email=email
        Street=address
        Street2=address
        City=city
        State=province
        Zip=postal_code
        Country=phone_country
        Job Position=job
        Tags=tags
        Notes=note
        """,
    ),
    # Mailchimp's audience.
    program(
        ImportKind.CUSTOMERS,
        "Email Address|MEMBER_RATING|LEID",
        """
        Email Address=email
        First Name=first_name
        Last Name=last_name
        Address=address
        Phone Number=phone
        Country=phone_country
        Company=company
        NOTES=note
        TAGS=tags
        """,
    ),
)
"""Each program's table of titles."""
