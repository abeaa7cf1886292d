"""The fields of a customer, and of what belongs to one of them."""

from typing import Final

from ecrm_desktop.fields.common import (
    ID,
    POSITION,
    SOFT_DELETED,
    SYNCED,
    UPDATED_AT,
    customer_title,
    date_title,
    kind_title,
    name_title,
    number_title,
    phone_title,
    product_title,
    user_title,
)
from ecrm_desktop.fields.field import FieldSpec, MergeRule, RecordSpec, ValueKind
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.labels import label
from ecrm_desktop.values.statuses import ConsentChannel, FavoriteKind

CUSTOMER: Final = RecordSpec(
    "customers",
    customer_title,
    (
        ID,
        FieldSpec(
            "code",
            ValueKind.CODE,
            lambda: translate("CustomerFields", "Code"),
            merge=MergeRule.ONE,
            imported_as="code",
        ),
        FieldSpec(
            "kind",
            ValueKind.CHOICE,
            kind_title,
            merge=MergeRule.ONE,
            imported_as="kind",
            # In a list of columns "kind" alone may be that of anything.
            file_say=lambda: translate("CustomerFields", "Person or company"),
        ),
        FieldSpec(
            "first_name",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "First name"),
            merge=MergeRule.ONE,
            imported_as="first_name",
        ),
        FieldSpec(
            "last_name",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "Last name"),
            merge=MergeRule.ONE,
            imported_as="last_name",
        ),
        FieldSpec(
            "company_name",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "Company"),
            merge=MergeRule.ONE,
            imported_as="company",
        ),
        FieldSpec(
            "phones",
            ValueKind.PARTS,
            lambda: translate("CustomerFields", "Phones"),
            merge=MergeRule.ALL,
        ),
        FieldSpec(
            "email",
            ValueKind.EMAIL,
            lambda: translate("CustomerFields", "E-mail"),
            merge=MergeRule.ONE,
            imported_as="email",
        ),
        FieldSpec(
            "national_id",
            ValueKind.NATIONAL_ID,
            lambda: translate("CustomerFields", "National ID"),
            merge=MergeRule.ONE,
            imported_as="national_id",
        ),
        FieldSpec(
            "birth_date",
            ValueKind.PARTIAL_DATE,
            lambda: translate("CustomerFields", "Birthday"),
            merge=MergeRule.ONE,
            imported_as="birth_date",
        ),
        FieldSpec(
            "gender",
            ValueKind.CHOICE,
            lambda: translate("CustomerFields", "Gender"),
            merge=MergeRule.ONE,
            imported_as="gender",
        ),
        FieldSpec(
            "job",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "Job"),
            merge=MergeRule.ONE,
            imported_as="job",
        ),
        FieldSpec(
            "marriage_date",
            ValueKind.PARTIAL_DATE,
            lambda: translate("CustomerFields", "Wedding day"),
            merge=MergeRule.ONE,
            imported_as="marriage_date",
        ),
        FieldSpec(
            "spouse_name",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "Spouse"),
            merge=MergeRule.ONE,
            imported_as="spouse_name",
        ),
        FieldSpec(
            "income_band",
            ValueKind.CHOICE,
            lambda: translate("CustomerFields", "Household income"),
            merge=MergeRule.ONE,
            imported_as="income_band",
        ),
        FieldSpec(
            "province",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "Province"),
            merge=MergeRule.ONE,
            imported_as="province",
        ),
        FieldSpec(
            "city",
            ValueKind.LINE,
            lambda: translate("CustomerFields", "City"),
            merge=MergeRule.ONE,
            imported_as="city",
        ),
        FieldSpec(
            "address",
            ValueKind.LINES,
            lambda: translate("CustomerFields", "Address"),
            merge=MergeRule.ONE,
            imported_as="address",
        ),
        FieldSpec(
            "postal_code",
            ValueKind.POSTAL_CODE,
            lambda: translate("CustomerFields", "Postal code"),
            merge=MergeRule.ONE,
            imported_as="postal_code",
        ),
        FieldSpec(
            "acquisition_channel",
            ValueKind.CHOICE,
            lambda: translate("CustomerFields", "Found us by"),
            merge=MergeRule.ONE,
            imported_as="channel",
        ),
        FieldSpec(
            "referred_by_id",
            ValueKind.REFERENCE,
            lambda: translate("CustomerFields", "Referred by"),
            merge=MergeRule.ONE,
        ),
        FieldSpec(
            "preferred_channel",
            ValueKind.CHOICE,
            lambda: translate("CustomerFields", "Best reached by"),
            merge=MergeRule.ONE,
            imported_as="preferred_channel",
        ),
        FieldSpec("consents", ValueKind.PARTS, merge=MergeRule.ALL),  # see `consent_title`
        FieldSpec(
            "socials",
            ValueKind.PARTS,
            lambda: translate("CustomerFields", "Social networks"),
            merge=MergeRule.ALL,
        ),
        FieldSpec("favorites", ValueKind.PARTS, merge=MergeRule.ALL),  # see `favorite_title`
        FieldSpec(
            "tags",
            ValueKind.PARTS,
            lambda: translate("CustomerFields", "Tags"),
            merge=MergeRule.ALL,
            imported_as="tags",
        ),
        FieldSpec(
            "field_values",
            ValueKind.PARTS,
            lambda: translate("CustomerFields", "Fields of this shop"),
            merge=MergeRule.ALL,
        ),
        FieldSpec(
            "created_at",
            ValueKind.INSTANT,
            lambda: translate("CustomerFields", "Customer since"),
            in_draft=False,
        ),
        FieldSpec(
            "notes",
            ValueKind.LINES,
            lambda: translate("CustomerFields", "Notes"),
            merge=MergeRule.BOTH,
            imported_as="note",
        ),
        FieldSpec(
            "merged_into_id",
            ValueKind.REFERENCE,
            lambda: translate("CustomerFields", "Joined into"),
            in_draft=False,
        ),
        UPDATED_AT,
        *SOFT_DELETED,
    ),
)


def consent_title(channel: ConsentChannel) -> str:
    """Return the title of the consent to one channel."""
    return translate("CustomerFields", "Adverts by {channel}", channel=label(channel))


def favorite_title(kind: FavoriteKind) -> str:
    """Return the title of the favourites of one kind."""
    return {
        FavoriteKind.BRAND: translate("CustomerFields", "Favourite brands"),
        FavoriteKind.PRODUCT: translate("CustomerFields", "Favourite products"),
    }[kind]


_OWNER: Final = FieldSpec("customer_id", ValueKind.REFERENCE, customer_title, in_draft=False)

CUSTOMER_PHONE: Final = RecordSpec(
    "customer_phones",
    phone_title,
    (
        _OWNER,
        FieldSpec("number", ValueKind.PHONE, number_title),
        FieldSpec("label", ValueKind.CHOICE, kind_title),
        FieldSpec("is_primary", ValueKind.FLAG, lambda: translate("CustomerFields", "Main phone")),
        POSITION,
        *SYNCED,
    ),
)
CUSTOMER_CONSENT: Final = RecordSpec(
    "customer_consents",
    lambda: translate("CustomerFields", "Consent"),
    (
        _OWNER,
        FieldSpec("channel", ValueKind.CHOICE, lambda: translate("CustomerFields", "Channel")),
        FieldSpec("granted", ValueKind.FLAG, lambda: translate("CustomerFields", "Agreed")),
        FieldSpec("given_on", ValueKind.DATE, date_title),
        FieldSpec("source", ValueKind.LINE, lambda: translate("CustomerFields", "How we know")),
        *SYNCED,
    ),
)
CUSTOMER_SOCIAL: Final = RecordSpec(
    "customer_socials",
    lambda: translate("CustomerFields", "Address on a network"),
    (
        _OWNER,
        FieldSpec("network", ValueKind.CHOICE, lambda: translate("CustomerFields", "Network")),
        FieldSpec("handle", ValueKind.CODE, lambda: translate("CustomerFields", "Address on it")),
        *SYNCED,
    ),
)
CUSTOMER_FAVORITE: Final = RecordSpec(
    "customer_favorites",
    lambda: translate("CustomerFields", "Favourite"),
    (
        _OWNER,
        FieldSpec("kind", ValueKind.CHOICE, kind_title),
        FieldSpec("name", ValueKind.LINE, name_title),
        FieldSpec("product_id", ValueKind.REFERENCE, product_title, in_draft=False),
        *SYNCED,
    ),
)
CUSTOMER_TAG: Final = RecordSpec(
    "customer_tags",
    lambda: translate("CustomerFields", "Tag"),
    (
        _OWNER,
        FieldSpec("tag", ValueKind.LINE, lambda: translate("CustomerFields", "Tag")),
        *SYNCED,
    ),
)
CUSTOMER_FIELD: Final = RecordSpec(
    "customer_fields",
    lambda: translate("CustomerFields", "Own field"),
    (
        FieldSpec("title", ValueKind.LINE, lambda: translate("CustomerFields", "Title")),
        FieldSpec("kind", ValueKind.CHOICE, kind_title),
        FieldSpec("choices", ValueKind.LINES, lambda: translate("CustomerFields", "Choices")),
        POSITION,
        *SYNCED,
        *SOFT_DELETED,
    ),
)
CUSTOMER_FIELD_VALUE: Final = RecordSpec(
    "customer_field_values",
    lambda: translate("CustomerFields", "Own field's value"),
    (
        _OWNER,
        FieldSpec(
            "field_id", ValueKind.REFERENCE, lambda: translate("CustomerFields", "Own field")
        ),
        FieldSpec("value", ValueKind.LINE, lambda: translate("CustomerFields", "Value")),
        *SYNCED,
    ),
)
DISTINCT_CUSTOMERS: Final = RecordSpec(
    "distinct_customers",
    lambda: translate("CustomerFields", "Two different customers"),
    (
        FieldSpec(
            "first_id", ValueKind.REFERENCE, lambda: translate("CustomerFields", "One customer")
        ),
        FieldSpec(
            "second_id",
            ValueKind.REFERENCE,
            lambda: translate("CustomerFields", "The other customer"),
        ),
        *SYNCED,
    ),
)
CUSTOMER_MERGE: Final = RecordSpec(
    "customer_merges",
    lambda: translate("CustomerFields", "Merge of customers"),
    (
        FieldSpec(
            "kept_id",
            ValueKind.REFERENCE,
            lambda: translate("CustomerFields", "Customer who stayed"),
        ),
        FieldSpec(
            "merged_id",
            ValueKind.REFERENCE,
            lambda: translate("CustomerFields", "Customer who was joined"),
        ),
        FieldSpec("undo", ValueKind.LINES),
        *SYNCED,
        *SOFT_DELETED,
    ),
)
FORGOTTEN_CUSTOMER: Final = RecordSpec(
    "forgotten_customers",
    lambda: translate("CustomerFields", "Forgotten customer"),
    (
        FieldSpec("customer_id", ValueKind.REFERENCE),
        FieldSpec(
            "was_in_bin", ValueKind.FLAG, lambda: translate("CustomerFields", "Was in the bin")
        ),
        FieldSpec("user_id", ValueKind.REFERENCE, user_title),
        *SYNCED,
    ),
)
