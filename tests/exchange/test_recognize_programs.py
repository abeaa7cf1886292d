"""Exports of well-known programs are known for what they are."""

from pathlib import Path

import pytest

from ecrm_desktop.drafts.imports import ImportedCustomer
from ecrm_desktop.exchange.convert import Converter
from ecrm_desktop.exchange.recognition import About
from ecrm_desktop.exchange.recognize import recognize
from ecrm_desktop.exchange.tables import open_tables
from tests.helpers.conversions import DOLLARS, IRAN, sheet_of

SAMPLES = Path(__file__).parent / "samples"

PROGRAMS: dict[str, tuple[str, dict[str, str]]] = {
    "shopify_orders.csv": (
        "purchases",
        {"Name": "number", "Created at": "date", "Lineitem quantity": "quantity",
         "Lineitem name": "product_name", "Lineitem price": "unit_price",
         "Lineitem sku": "product_code", "Email": "customer_email", "Shipping": "shipping",
         "Discount Amount": "order_discount", "Financial Status": "status",
         "Cancelled at": "status",
         "Billing Name": "customer_name", "Shipping Name": "customer_name",
         "Billing Phone": "customer_phone", "Shipping Phone": "customer_phone",
         "Phone": "customer_phone", "Billing Country": "phone_country",
         "Shipping Country": "phone_country",
         "Refunded Amount": "refunded", "Currency": "currency", "Payment Method": "payment",
         "Employee": "seller", "Source": "channel", "Notes": "note"},
    ),
    "shopify_customers.csv": (
        "customers",
        {"Customer ID": "code", "First Name": "first_name", "Last Name": "last_name",
         "Email": "email", "Accepts Email Marketing": "consent_email",
         "Default Address Company": "company", "Default Address Address1": "address",
         "Default Address Address2": "address", "Default Address City": "city",
         "Default Address Province Code": "province", "Default Address Zip": "address",
         "Default Address Country Code": "phone_country",
         "Default Address Phone": "phone2", "Phone": "phone",
         "Accepts SMS Marketing": "consent_sms", "Note": "note", "Tags": "tags"},
    ),
    "woocommerce_customers.csv": (
        "customers",
        {"Name": "name", "Email": "email", "City": "city", "Region": "province",
         "Postal Code": "postal_code",
         "Country / Region": "phone_country", "Billing Phone": "phone", "Shipping Phone": "phone2"},
    ),
    "woocommerce_orders_report.csv": (
        "purchases",
        {"Date": "date", "Order #": "number", "Customer": "customer_name", "Status": "status",
         "Items sold": "quantity", "Net Sales": "amount"},
    ),
    "woocommerce_advanced_order_export.csv": (
        "purchases",
        {"Order Number": "number", "Order Date": "date",
         "First Name (Billing)": "customer_first_name",
         "Last Name (Billing)": "customer_last_name", "Phone (Billing)": "customer_phone",
         "Country Code (Billing)": "phone_country",
         "SKU": "product_code", "Item Name": "product_name", "Quantity (- Refund)": "quantity",
         "Item Cost": "unit_price", "Email (Billing)": "customer_email",
         "Order Status": "status", "Order Shipping Amount": "shipping",
         "Customer Note": "note", "Payment Method Title": "payment"},
    ),
    "google_contacts.csv": (
        "customers",
        {"First Name": "first_name", "Middle Name": "first_name", "Last Name": "last_name",
         "Organization Name": "company", "Organization Title": "job", "Birthday": "birth_date",
         "Notes": "note", "Labels": "tags", "E-mail 1 - Value": "email",
         "E-mail 2 - Value": "more_emails", "Phone 1 - Value": "phone", "Phone 2 - Value": "phone2",
         "Phone 1 - Label": "phone_label", "Phone 2 - Label": "phone_label",
         "Address 1 - Country": "phone_country",
         "Address 1 - Street": "address", "Address 1 - Extended Address": "address",
         "Address 1 - City": "city", "Address 1 - Region": "province",
         "Address 1 - Postal Code": "postal_code"},
    ),
    "google_contacts_before_2024.csv": (
        "customers",
        {"Name": "name", "Given Name": "first_name", "Additional Name": "first_name",
         "Family Name": "last_name", "Birthday": "birth_date", "Gender": "gender",
         "Occupation": "job", "Organization 1 - Name": "company", "Notes": "note",
         "Group Membership": "tags", "Phone 1 - Type": "phone_label",
         "Phone 2 - Type": "phone_label", "Address 1 - Country": "phone_country",
         "E-mail 1 - Value": "email", "Phone 1 - Value": "phone",
         "Phone 2 - Value": "phone2", "Address 1 - Street": "address",
         "Address 1 - Extended Address": "address", "Address 1 - City": "city",
         "Address 1 - Region": "province", "Address 1 - Postal Code": "postal_code"},
    ),
    "hubspot_contacts.csv": (
        "customers",
        {"Record ID": "code", "First Name": "first_name", "Last Name": "last_name",
         "Email": "email", "Phone Number": "phone2", "Mobile Phone Number": "phone",
         "Associated Company": "company", "Job Title": "job", "Street Address": "address",
         "City": "city", "State/Region": "province", "Postal Code": "postal_code",
         "Country/Region": "phone_country",
         "Date of birth": "birth_date"},
    ),
    "outlook_contacts.csv": (
        "customers",
        {"First Name": "first_name", "Middle Name": "first_name", "Last Name": "last_name",
         "Company": "company", "Job Title": "job", "Business Street": "address",
         "Business Street 2": "address", "Home Street": "address", "Home Street 2": "address",
         "Business City": "city", "Home City": "city", "Business State": "province",
         "Home State": "province", "Business Postal Code": "postal_code",
         "Home Postal Code": "postal_code", "Mobile Phone": "phone", "Business Phone": "phone2",
         "Home Phone": "phone3", "E-mail Address": "email", "Birthday": "birth_date",
         "Anniversary": "marriage_date", "Spouse": "spouse_name", "Gender": "gender",
         "Government ID Number": "national_id", "Notes": "note", "Categories": "tags",
         "Business Phone 2": "phones", "Home Phone 2": "phones", "Other Phone": "phones",
         "Company Main Phone": "phones", "Business Fax": "fax", "Home Fax": "fax",
         "Business Country/Region": "phone_country", "Home Country/Region": "phone_country",
         "E-mail 2 Address": "more_emails", "E-mail 3 Address": "more_emails"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("file", PROGRAMS)
def test_files_of_well_known_programs(file: str) -> None:
    kind, columns = PROGRAMS[file]
    with open_tables(SAMPLES / file) as tables:
        [sheet] = tables.sheets
    found = recognize(sheet, None, IRAN)
    assert found.kind == kind
    assert {
        title: name for title, name in zip(sheet.header, found.mapping.columns, strict=True) if name
    } == columns
    assert {doubt.about for doubt in found.doubts} <= {About.UNIT}


def test_the_deals_of_hubspot() -> None:
    header = ("Record ID", "Deal Name", "Deal Stage", "Close Date", "Deal owner", "Amount",
              "Associated Contact")  # fmt: skip
    deal = ("77", "Ten rugs", "closedwon", "2026-01-05 10:15", "Owner", "1250.5",
            "Maria Johnson (maria@example.com)")  # fmt: skip
    found = recognize(sheet_of(header, deal), None, DOLLARS)
    assert [name or "-" for name in found.mapping.columns] == [
        "number",
        "-",
        "status",
        "date",
        "seller",
        "amount",
        "customer_name",
    ]
    [sale] = Converter(found.mapping, DOLLARS).convert(sheet_of(header, deal).sample)
    assert sale.customer_name == "Maria Johnson"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("titles", "cells", "columns"),
    [
        ("Email Address|First Name|Last Name|Address|Phone Number|MEMBER_RATING|LEID|NOTES|TAGS",
         "a@example.com|Ada|Lovelace|1 Park|09123456701|2|7|-|vip",
         "email first_name last_name address phone - - note tags"),
        (("Contact ID|Salutation|First Name|Last Name|Title|Account Name|Mailing Street"
         "|Mailing City|Mailing State/Province|Mailing Zip/Postal Code|Mailing Country|Phone|Fax"
         "|Mobile|Email|Lead Source|Account Owner"),
         ("003|Ms.|Rose|Example|SVP|Edge|345 Park|Austin|TX|78701|USA|(512) 757-6000"
         "|(512) 757-9000|(512) 757-9340|rose@example.com|Web|Owner"),
         ("code gender first_name last_name job company address city province address phone_country"
         " phone2 fax phone email channel -")),
        (("Record Id|Contact Owner|Lead Source|First Name|Last Name|Account Name|Email|Phone|Mobile"
         "|Fax|Date of Birth|Mailing Street|Mailing Zip|Mailing Country|Tag|Description"),
         ("z1|Owner|Instagram|Sage|Example|Acme|s@example.com|02188776655|09123456701|02188776656"
         "|1990-02-03|1 Park|1234567890|Iran|vip|-"),
         ("code - channel first_name last_name company email phone2 phone fax birth_date address"
         " postal_code phone_country tags note")),
        ("Name|Is a Company|Related Company|Phone|Mobile|Email|Street|City|State|Zip|Country|Tags",
         ("Bo Example|False|Azure|02188776655|09123456701|b@example.com|1 Park|Fremont|CA|94538"
         "|United States|vip"),
         "name kind company phone2 phone email address city province address phone_country tags"),
    ],
    ids=["mailchimp", "salesforce", "zoho", "odoo"],
)  # fmt: skip
def test_contacts_of_mailchimp_salesforce_zoho_and_odoo(
    titles: str, cells: str, columns: str
) -> None:
    sheet = sheet_of(
        titles.split("|"), [cell.replace("-", "") and cell for cell in cells.split("|")]
    )
    found = recognize(sheet, None, IRAN)
    assert (found.kind, [one or "-" for one in found.mapping.columns]) == (
        "customers",
        columns.split(),
    )
    [one] = Converter(found.mapping, IRAN).convert(sheet.sample)
    assert isinstance(one, ImportedCustomer)
    assert one.draft.last_name or one.draft.company_name
