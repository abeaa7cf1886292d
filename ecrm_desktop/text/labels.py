"""The words for the fixed choices of `values.statuses` and `values.money`."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from ecrm_desktop.i18n import translate
from ecrm_desktop.values.money import MoneyUnit
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ComplaintStatus,
    ConsentChannel,
    CustomerKind,
    CustomerState,
    Direction,
    ExportFormat,
    FavoriteKind,
    FieldKind,
    Gender,
    ImportKind,
    IncomeBand,
    InteractionOutcome,
    LeftOut,
    PaymentMethod,
    PhoneLabel,
    PurchaseChannel,
    RecordKind,
    RfmCell,
    Role,
    SegmentCrossing,
    Severity,
    SocialNetwork,
    TaskRepeat,
)
from ecrm_desktop.values.text import isolate


def label(member: StrEnum) -> str:
    """Return the name of a choice in the user's language; KeyError for a foreign enum.

    A word of a newer version is shown as it is.
    """
    named = _LABELS[type(member)].get(member)
    if named is None:
        return translate("Choices", "unknown: {word}", word=isolate(member.value))
    return named()


def is_unknown(value: object) -> bool:
    """Tell a word of a newer version from the choices that are offered."""
    return isinstance(value, StrEnum) and value not in list(type(value))


_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, Callable[[], str]]] = {
    CustomerKind: {
        CustomerKind.PERSON: lambda: translate("CustomerKind", "Person"),
        CustomerKind.COMPANY: lambda: translate("CustomerKind", "Company"),
    },
    Gender: {
        Gender.FEMALE: lambda: translate("Gender", "Female"),
        Gender.MALE: lambda: translate("Gender", "Male"),
        Gender.OTHER: lambda: translate("Gender", "Other"),
    },
    PhoneLabel: {
        PhoneLabel.MOBILE: lambda: translate("PhoneLabel", "Mobile"),
        PhoneLabel.HOME: lambda: translate("PhoneLabel", "Home"),
        PhoneLabel.WORK: lambda: translate("PhoneLabel", "Work"),
        PhoneLabel.FAX: lambda: translate("PhoneLabel", "Fax"),
        PhoneLabel.OTHER: lambda: translate("PhoneLabel", "Other"),
    },
    Channel: {
        Channel.CALL: lambda: translate("Channel", "Call"),
        Channel.VISIT: lambda: translate("Channel", "Visit"),
        Channel.SMS: lambda: translate("Channel", "SMS"),
        Channel.EMAIL: lambda: translate("Channel", "E-mail"),
        Channel.TELEGRAM: lambda: translate("Channel", "Telegram"),
        Channel.WHATSAPP: lambda: translate("Channel", "WhatsApp"),
        Channel.INSTAGRAM: lambda: translate("Channel", "Instagram"),
        Channel.WEBSITE: lambda: translate("Channel", "Website"),
        Channel.FAX: lambda: translate("Channel", "Fax"),
        Channel.LETTER: lambda: translate("Channel", "Letter"),
    },
    Direction: {
        Direction.INCOMING: lambda: translate("Direction", "Incoming"),
        Direction.OUTGOING: lambda: translate("Direction", "Outgoing"),
    },
    InteractionOutcome: {
        InteractionOutcome.DONE: lambda: translate("InteractionOutcome", "Done"),
        InteractionOutcome.NEEDS_FOLLOW_UP: lambda: translate(
            "InteractionOutcome", "Needs follow-up"
        ),
        InteractionOutcome.NO_ANSWER: lambda: translate("InteractionOutcome", "No answer"),
        InteractionOutcome.PROMISED: lambda: translate("InteractionOutcome", "Promised"),
        InteractionOutcome.ORDERED: lambda: translate("InteractionOutcome", "Ordered"),
        InteractionOutcome.NOT_INTERESTED: lambda: translate(
            "InteractionOutcome", "Not interested"
        ),
        InteractionOutcome.OTHER: lambda: translate("InteractionOutcome", "Other"),
    },
    ConsentChannel: {
        ConsentChannel.SMS: lambda: translate("ConsentChannel", "SMS"),
        ConsentChannel.EMAIL: lambda: translate("ConsentChannel", "E-mail"),
        ConsentChannel.CALL: lambda: translate("ConsentChannel", "Call"),
    },
    AcquisitionChannel: {
        AcquisitionChannel.WALK_IN: lambda: translate("AcquisitionChannel", "Walk-in"),
        AcquisitionChannel.INSTAGRAM: lambda: translate("AcquisitionChannel", "Instagram"),
        AcquisitionChannel.WEBSITE: lambda: translate("AcquisitionChannel", "Website"),
        AcquisitionChannel.REFERRAL: lambda: translate("AcquisitionChannel", "Referral"),
        AcquisitionChannel.ADVERTISEMENT: lambda: translate("AcquisitionChannel", "Advertisement"),
        AcquisitionChannel.SHOP_LIST: lambda: translate("AcquisitionChannel", "Shop's own list"),
        AcquisitionChannel.TELEGRAM: lambda: translate("AcquisitionChannel", "Telegram"),
        AcquisitionChannel.OTHER: lambda: translate("AcquisitionChannel", "Other"),
    },
    IncomeBand: {
        IncomeBand.LOW: lambda: translate("IncomeBand", "Low income"),
        IncomeBand.LOWER_MIDDLE: lambda: translate("IncomeBand", "Lower-middle income"),
        IncomeBand.MIDDLE: lambda: translate("IncomeBand", "Middle income"),
        IncomeBand.UPPER_MIDDLE: lambda: translate("IncomeBand", "Upper-middle income"),
        IncomeBand.HIGH: lambda: translate("IncomeBand", "High income"),
    },
    CustomerState: {
        CustomerState.NEW: lambda: translate("CustomerState", "new"),
        CustomerState.ACTIVE: lambda: translate("CustomerState", "active"),
        CustomerState.AT_RISK: lambda: translate("CustomerState", "at risk"),
        CustomerState.DORMANT: lambda: translate("CustomerState", "dormant"),
        CustomerState.NEVER_BOUGHT: lambda: translate("CustomerState", "never bought"),
    },
    RfmCell: {
        RfmCell.CHAMPIONS: lambda: translate("RfmCell", "champions"),
        RfmCell.LOYAL: lambda: translate("RfmCell", "loyal"),
        RfmCell.POTENTIAL_LOYAL: lambda: translate("RfmCell", "may become loyal"),
        RfmCell.RECENT: lambda: translate("RfmCell", "came lately"),
        RfmCell.PROMISING: lambda: translate("RfmCell", "promising"),
        RfmCell.NEED_ATTENTION: lambda: translate("RfmCell", "need attention"),
        RfmCell.ABOUT_TO_SLEEP: lambda: translate("RfmCell", "about to sleep"),
        RfmCell.AT_RISK: lambda: translate("RfmCell", "good customers slipping away"),
        RfmCell.CANNOT_LOSE: lambda: translate("RfmCell", "too good to lose"),
        RfmCell.HIBERNATING: lambda: translate("RfmCell", "asleep"),
        RfmCell.LOST: lambda: translate("RfmCell", "lost"),
    },
    SegmentCrossing: {
        SegmentCrossing.ENTERED: lambda: translate("SegmentCrossing", "entered"),
        SegmentCrossing.LEFT: lambda: translate("SegmentCrossing", "left"),
    },
    SocialNetwork: {
        SocialNetwork.INSTAGRAM: lambda: translate("SocialNetwork", "Instagram"),
        SocialNetwork.TELEGRAM: lambda: translate("SocialNetwork", "Telegram"),
        SocialNetwork.WHATSAPP: lambda: translate("SocialNetwork", "WhatsApp"),
        SocialNetwork.EITAA: lambda: translate("SocialNetwork", "Eitaa"),
        SocialNetwork.RUBIKA: lambda: translate("SocialNetwork", "Rubika"),
        SocialNetwork.BALE: lambda: translate("SocialNetwork", "Bale"),
        SocialNetwork.LINKEDIN: lambda: translate("SocialNetwork", "LinkedIn"),
        SocialNetwork.OTHER: lambda: translate("SocialNetwork", "Other"),
    },
    FavoriteKind: {
        FavoriteKind.BRAND: lambda: translate("FavoriteKind", "Brand"),
        FavoriteKind.PRODUCT: lambda: translate("FavoriteKind", "Product"),
    },
    FieldKind: {
        FieldKind.TEXT: lambda: translate("FieldKind", "Text"),
        FieldKind.NUMBER: lambda: translate("FieldKind", "Number"),
        FieldKind.DATE: lambda: translate("FieldKind", "Date"),
        FieldKind.CHOICE: lambda: translate("FieldKind", "Choice"),
    },
    Severity: {
        Severity.LOW: lambda: translate("Severity", "Low"),
        Severity.NORMAL: lambda: translate("Severity", "Normal"),
        Severity.HIGH: lambda: translate("Severity", "High"),
        Severity.CRITICAL: lambda: translate("Severity", "Critical"),
    },
    ComplaintStatus: {
        ComplaintStatus.NEW: lambda: translate("ComplaintStatus", "New"),
        ComplaintStatus.IN_PROGRESS: lambda: translate("ComplaintStatus", "In progress"),
        ComplaintStatus.WAITING_CUSTOMER: lambda: translate(
            "ComplaintStatus", "Waiting for customer"
        ),
        ComplaintStatus.RESOLVED: lambda: translate("ComplaintStatus", "Resolved"),
        ComplaintStatus.CLOSED: lambda: translate("ComplaintStatus", "Closed"),
        ComplaintStatus.REOPENED: lambda: translate("ComplaintStatus", "Reopened"),
    },
    PurchaseChannel: {
        PurchaseChannel.IN_STORE: lambda: translate("PurchaseChannel", "In store"),
        PurchaseChannel.PHONE: lambda: translate("PurchaseChannel", "Phone"),
        PurchaseChannel.INSTAGRAM: lambda: translate("PurchaseChannel", "Instagram"),
        PurchaseChannel.WEBSITE: lambda: translate("PurchaseChannel", "Website"),
        PurchaseChannel.TELEGRAM: lambda: translate("PurchaseChannel", "Telegram"),
        PurchaseChannel.OTHER: lambda: translate("PurchaseChannel", "Other"),
    },
    PaymentMethod: {
        PaymentMethod.CASH: lambda: translate("PaymentMethod", "Cash"),
        PaymentMethod.CARD: lambda: translate("PaymentMethod", "Card"),
        PaymentMethod.CARD_TO_CARD: lambda: translate("PaymentMethod", "Card to card"),
        PaymentMethod.ONLINE: lambda: translate("PaymentMethod", "Online"),
        PaymentMethod.CHEQUE: lambda: translate("PaymentMethod", "Cheque"),
        PaymentMethod.CREDIT: lambda: translate("PaymentMethod", "On account"),
        PaymentMethod.INSTALMENTS: lambda: translate("PaymentMethod", "Instalments"),
        PaymentMethod.OTHER: lambda: translate("PaymentMethod", "Other"),
    },
    TaskRepeat: {
        TaskRepeat.NONE: lambda: translate("TaskRepeat", "Does not repeat"),
        TaskRepeat.DAILY: lambda: translate("TaskRepeat", "Every day"),
        TaskRepeat.WEEKLY: lambda: translate("TaskRepeat", "Every week"),
        TaskRepeat.MONTHLY: lambda: translate("TaskRepeat", "Every month"),
        TaskRepeat.YEARLY: lambda: translate("TaskRepeat", "Every year"),
    },
    Role: {
        Role.OWNER: lambda: translate("Role", "Owner"),
        Role.MANAGER: lambda: translate("Role", "Manager"),
        Role.STAFF: lambda: translate("Role", "Staff"),
    },
    RecordKind: {
        RecordKind.CUSTOMER: lambda: translate("RecordKind", "Customer"),
        RecordKind.INTERACTION: lambda: translate("RecordKind", "Interaction"),
        RecordKind.COMPLAINT: lambda: translate("RecordKind", "Complaint"),
        RecordKind.PURCHASE: lambda: translate("RecordKind", "Purchase"),
        RecordKind.RETURN: lambda: translate("RecordKind", "Return"),
        RecordKind.PRODUCT: lambda: translate("RecordKind", "Product"),
        RecordKind.TASK: lambda: translate("RecordKind", "Task"),
    },
    MoneyUnit: {
        MoneyUnit.RIAL: lambda: translate("MoneyUnit", "Rial"),
        MoneyUnit.TOMAN: lambda: translate("MoneyUnit", "Toman"),
        MoneyUnit.MAJOR: lambda: translate("MoneyUnit", "The currency's own unit"),
    },
    ExportFormat: {
        ExportFormat.PDF: lambda: translate("Exporting", "PDF file"),
        ExportFormat.XLSX: lambda: translate("Exporting", "Excel file"),
        ExportFormat.CSV: lambda: translate("Exporting", "Text file (CSV)"),
        ExportFormat.VCF: lambda: translate("Exporting", "Contact"),
        ExportFormat.ICS: lambda: translate("Exporting", "Calendar"),
        ExportFormat.ZIP: lambda: translate("Exporting", "Package of all the data"),
        ExportFormat.PAPER: lambda: translate("Exporting", "On paper"),
    },
    LeftOut: {
        LeftOut.CANCELLED: lambda: translate("LeftOut", "cancelled or failed"),
        LeftOut.UNPAID: lambda: translate("LeftOut", "not paid"),
        LeftOut.RESERVED: lambda: translate("LeftOut", "only reserved"),
        LeftOut.PROFORMA: lambda: translate("LeftOut", "proforma or draft"),
        LeftOut.BOUGHT_IN: lambda: translate("LeftOut", "bought by the shop"),
        LeftOut.MONEY: lambda: translate("LeftOut", "money received or paid"),
        LeftOut.OTHER_CURRENCY: lambda: translate("LeftOut", "in another currency"),
    },
    ImportKind: {
        ImportKind.CUSTOMERS: lambda: translate("Imports", "Customers"),
        ImportKind.PRODUCTS: lambda: translate("Imports", "Products"),
        ImportKind.PURCHASES: lambda: translate("Imports", "Purchases"),
        ImportKind.INTERACTIONS: lambda: translate("Imports", "Calls and messages"),
    },
}
