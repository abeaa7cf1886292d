"""The words for what is brought in and how."""

from ecrm_desktop.drafts.imports import MatchBy, OnMatch, OnShared
from ecrm_desktop.errors import Cancelled, EcrmError
from ecrm_desktop.exchange.mapping import DateOrder
from ecrm_desktop.i18n import translate
from ecrm_desktop.logs import log_failure
from ecrm_desktop.text.error_texts import explain, explain_bug
from ecrm_desktop.values.statuses import ImportKind


def match_text(way: MatchBy, kind: ImportKind) -> str:
    """Return what tells that somebody or something is here already."""
    if kind is ImportKind.PRODUCTS:
        return translate("ImportWizard", "Code or barcode")
    return {
        MatchBy.CODE: translate("ImportWizard", "Customer code"),
        MatchBy.PHONE: translate("ImportWizard", "Phone"),
        MatchBy.NATIONAL_ID: translate("ImportWizard", "National ID"),
        MatchBy.EMAIL: translate("ImportWizard", "E-mail"),
        MatchBy.NAME_AND_PHONE: translate("ImportWizard", "Name and phone together"),
    }[way]


def on_match_text(what: OnMatch) -> str:
    """Return what happens to a record that is here already."""
    return {
        OnMatch.FILL_EMPTY: translate("ImportWizard", "Fill in only what is empty"),
        OnMatch.UPDATE_ALL: translate("ImportWizard", "Change to what the file says"),
        OnMatch.ADD_ONLY: translate("ImportWizard", "Leave as it is; only add new ones"),
    }[what]


def on_shared_text(what: OnShared) -> str:
    """Return what a row is that has the phone or address of somebody with another name."""
    return {
        OnShared.SECOND: translate("ImportWizard", "Other people who share it: add them"),
        OnShared.SAME: translate("ImportWizard", "The same people: keep the name they have"),
        OnShared.LEAVE_OUT: translate("ImportWizard", "Left out, into the file of problems"),
    }[what]


def order_text(order: DateOrder) -> str:
    """Return the order of a date's parts."""
    return {
        DateOrder.YMD: translate("ImportWizard", "year, month, day"),
        DateOrder.DMY: translate("ImportWizard", "day, month, year"),
        DateOrder.MDY: translate("ImportWizard", "month, day, year"),
    }[order]


def failure_text(error: Exception) -> str:
    """Return why a file did not come in; what nobody foresaw is logged."""
    if isinstance(error, Cancelled):
        return translate("ImportWizard", "Stopped. Nothing was brought in.")
    if isinstance(error, EcrmError):
        return explain(error)
    log_failure(error)
    return explain_bug()
