"""What was typed, chosen or asked for."""

from collections.abc import Mapping

from ecrm_desktop.errors import Problem
from ecrm_desktop.i18n import translate
from ecrm_desktop.text.error_texts.sentence import Sentence


def _too_large(details: dict[str, str]) -> str:
    if "limit" not in details:
        return translate("Errors", "This number is too large. Please check for a zero too many.")
    return translate(
        "Errors",
        "This number is too large; the largest is {limit}. Please check for a zero too many.",
        **details,
    )


def _field_conflict(details: dict[str, str]) -> str:
    if "theirs" in details and "name" in details:
        happened = translate(
            "Errors", "Meanwhile {name} changed this to {theirs} ({when}).", **details
        )
    elif "theirs" in details:
        happened = translate("Errors", "Meanwhile this was changed to {theirs}.", **details)
    elif "name" in details:
        happened = translate("Errors", "Meanwhile {name} emptied this ({when}).", **details)
    else:
        happened = translate("Errors", "Meanwhile this was changed elsewhere.")
    open_yet = translate(
        "Errors", "What you typed is not saved yet: save again to keep it, or take theirs."
    )
    return f"{happened} {open_yet}"


def _changed_meanwhile(details: dict[str, str]) -> str:
    known = {name: details[name] for name in ("name", "theirs") if name in details}
    if len(known) == 2:  # noqa: PLR2004 - both
        happened = translate(
            "Errors", "Meanwhile {name} changed this to {theirs}, so nothing was saved.", **known
        )
    elif "theirs" in known:
        happened = translate(
            "Errors", "Meanwhile this was changed to {theirs}, so nothing was saved.", **known
        )
    elif "name" in known:
        happened = translate(
            "Errors", "Meanwhile {name} changed this, so nothing was saved.", **known
        )
    else:
        happened = translate("Errors", "Meanwhile this was changed, so nothing was saved.")
    again = translate("Errors", "If you want yours all the same, do it once more.")
    return f"{happened} {again}"


SENTENCES: Mapping[Problem, Sentence] = {
    Problem.TEXT_EMPTY: lambda _: translate("Errors", "This is empty. Please fill it in."),
    Problem.TEXT_TOO_LONG: lambda d: translate(
        "Errors",
        "This text has {length} characters and only {limit} fit. Please shorten it.",
        **d,
    ),
    Problem.TEXT_UNREADABLE: lambda _: translate(
        "Errors",
        "This text has characters that cannot be read or saved. Please type it again.",
    ),
    Problem.PHONE_NOT_DIGITS: lambda _: translate(
        "Errors",
        "A phone number has digits only. Please write it like 09123456789.",
    ),
    Problem.PHONE_TOO_SHORT: lambda d: translate(
        "Errors",
        "This phone number is too short; digits missing: {missing}. Please write it in full.",
        **d,
    ),
    Problem.PHONE_TOO_LONG: lambda d: translate(
        "Errors",
        "This phone number is too long; digits too many: {extra}. Please check it.",
        **d,
    ),
    Problem.PHONE_INVALID: lambda _: translate(
        "Errors",
        "There is no such phone number. Please check the code and the digits; begin a foreign"
        " number with +.",
    ),
    Problem.PHONE_NEEDS_AREA: lambda _: translate(
        "Errors",
        "The area code is missing. Please write the number with it, like 02188776655, or "
        "enter the shop's area code in the settings.",
    ),
    Problem.PHONE_ABROAD: lambda _: translate(
        "Errors",
        "This looks like a phone number of another country. Please begin it with + and the "
        "country's code.",
    ),
    Problem.NATIONAL_ID_LENGTH: lambda d: translate(
        "Errors",
        "A national ID has 10 digits, but this one has {length}. Please check it.",
        **d,
    ),
    Problem.NATIONAL_ID_WRONG: lambda _: translate(
        "Errors",
        "This is not a correct national ID; a digit may be mistyped. Please check it.",
    ),
    Problem.POSTAL_CODE_LENGTH: lambda d: translate(
        "Errors",
        "A postal code has 10 digits, but this one has {length}. Please check it.",
        **d,
    ),
    Problem.EMAIL_WRONG: lambda _: translate(
        "Errors",
        "This is not an e-mail address. Please write it like name@example.com.",
    ),
    Problem.CODE_TAKEN: lambda d: translate(
        "Errors",
        "The code {code} already belongs to {name}. Please write another one.",
        **d,
    ),
    Problem.PERSON_TAKEN: lambda d: translate(
        "Errors",
        "Somebody called {name} works here, or did. Write this name so that everybody can tell them"
        " apart, with a family name for example.",
        **d,
    ),
    Problem.NATIONAL_ID_TAKEN: lambda d: translate(
        "Errors",
        "This national ID is already recorded for {name}. Open that customer, or check the digits.",
        **d,
    ),
    Problem.OTHER_NAME: lambda d: translate(
        "Errors",
        "This belongs to {name}, and the row has another name. Nothing was taken from it: is it one"
        " person, write the name as it is here; else bring it in as a second person.",
        **d,
    ),
    Problem.NUMBER_WRONG: lambda _: translate(
        "Errors",
        "This is not a number. Please write digits only, such as 1,250 or 2.5.",
    ),
    Problem.NUMBER_BROKEN: lambda _: translate(
        "Errors",
        "Excel has shortened this number when the file was saved, so its last digits are lost. "
        "Look it up where it came from and write it in full.",
    ),
    Problem.NUMBER_NEGATIVE: lambda _: translate(
        "Errors",
        "This number cannot be below zero. Please write it without a minus sign.",
    ),
    Problem.NUMBER_TOO_LARGE: _too_large,
    Problem.NUMBER_DECIMALS: lambda d: translate(
        "Errors",
        "Too many decimals; this number may have {places}. Please round it.",
        **d,
    ),
    Problem.QUANTITY_ZERO: lambda _: translate(
        "Errors",
        "The quantity is zero. Please write how much was bought, or remove the line.",
    ),
    Problem.AMOUNT_NOT_WHOLE: lambda _: translate(
        "Errors",
        "This amount has a part smaller than the smallest unit of money. Please round it.",
    ),
    Problem.DISCOUNT_TOO_LARGE: lambda _: translate(
        "Errors",
        "The discount is larger than the price. Please write a smaller discount.",
    ),
    Problem.RETURN_TOO_MANY: lambda d: (
        translate(
            "Errors", "All of this has come back already. Please check whether this is there twice."
        )
        if d.get("left") in {"0", "۰"}
        else translate(
            "Errors",
            "Only {left} of this can still come back. Please write a smaller quantity.",
            **d,
        )
    ),
    Problem.REFUND_TOO_LARGE: lambda d: translate(
        "Errors",
        "More would be given back for “{product}” than was paid for it. Please correct the amount.",
        **d,
    ),
    Problem.LESS_THAN_RETURNED: lambda d: translate(
        "Errors",
        "{returned} of “{product}” already came back. Please write at least that quantity.",
        **d,
    ),
    Problem.LINE_HAS_RETURNS: lambda _: translate(
        "Errors",
        "Goods of this line came back, so it cannot be removed; nothing was changed. Delete "
        "the return first.",
    ),
    Problem.PURCHASE_IN_BIN: lambda _: translate(
        "Errors",
        "This purchase is in the bin; nothing was changed. Restore it first.",
    ),
    Problem.RETURN_BEFORE_PURCHASE: lambda _: translate(
        "Errors",
        "Goods cannot come back before they were bought. Please check both dates.",
    ),
    Problem.DATE_WRONG: lambda _: translate(
        "Errors",
        "This is not a date. Please write year, month and day, like 1405/08/30.",
    ),
    Problem.DATE_NOT_IN_MONTH: lambda d: translate(
        "Errors",
        "This month has only {last_day} days. Please check the day.",
        **d,
    ),
    Problem.DATE_OUT_OF_RANGE: lambda _: translate(
        "Errors",
        "This year is too far away. Please check the year, and write it with four digits.",
    ),
    Problem.DATE_IN_FUTURE: lambda _: translate(
        "Errors",
        "This date or time is still to come. Please write when it happened.",
    ),
    Problem.TIME_WRONG: lambda _: translate(
        "Errors",
        "This is not a time. Please write hour and minute, like 14:30.",
    ),
    Problem.PERIOD_BACKWARDS: lambda _: translate(
        "Errors",
        "The end is before the beginning. Please check both dates.",
    ),
    Problem.NAME_MISSING: lambda _: translate(
        "Errors",
        "The name is missing. Please write a name.",
    ),
    Problem.LINES_MISSING: lambda _: translate(
        "Errors",
        "Nothing is listed here yet. Please add at least one item.",
    ),
    Problem.CHOICE_WRONG: lambda _: translate(
        "Errors",
        "This is not one of the choices. Please choose one from the list.",
    ),
    Problem.RECORD_MISSING: lambda _: translate(
        "Errors",
        "This record is not here any more, so nothing was changed. Look for it in the bin.",
    ),
    Problem.CHANGED_MEANWHILE: _changed_meanwhile,
    Problem.FIELD_CONFLICT: _field_conflict,
    Problem.MOVE_NOT_ALLOWED: lambda d: translate(
        "Errors",
        "A complaint cannot go from “{before}” to “{after}”; nothing was changed. Choose "
        "another status.",
        **d,
    ),
    Problem.MERGE_CHANGED: lambda _: translate(
        "Errors",
        "One of the two was changed meanwhile, so nothing was merged. Look at the values again, "
        "then merge.",
    ),
    Problem.PASSWORD_NONE: lambda d: translate(
        "Errors", "{name} is no owner with a password, so there is nothing to reset.", **d
    ),
    Problem.RESET_NEEDS_PASSWORD: lambda _: translate(
        "Errors",
        "Only somebody with a password of their own can stop a reset; it goes on. Say who you are.",
    ),
    Problem.RESET_NONE: lambda d: translate(
        "Errors", "Nobody asked to reset the password of {name}; nothing was changed.", **d
    ),
    Problem.RECOVERY_CODE_WRONG: lambda _: translate(
        "Errors",
        "This is not the recovery code, so the password stays. Compare it with the sheet: four "
        "groups of six digits.",
    ),
    Problem.RECOVERY_CODE_NONE: lambda d: translate(
        "Errors",
        "{name} has no recovery code, so the password stays. Another owner can give a new one, or "
        "ask for a reset.",
        **d,
    ),
    Problem.COMES_BACK_TAKEN: lambda _: translate(
        "Errors",
        "Something of what was to come back belongs to somebody else by now, so nothing was "
        "brought back yet. Take it out of the bin to see what and to decide.",
    ),
    Problem.MERGE_WITH_ITSELF: lambda _: translate(
        "Errors",
        "A customer cannot be merged with itself; nothing was changed. Choose two different "
        "customers.",
    ),
    Problem.MERGE_MOVED_ON: lambda _: translate(
        "Errors",
        "Something was changed after this merge, so it cannot be undone any more. Your data "
        "is as it was a moment ago; make the corrections by hand.",
    ),
    Problem.CUSTOMER_MERGED: lambda d: translate(
        "Errors",
        "This customer was merged into {name}, so both are one person; nothing was changed. Forget "
        "{name}, or undo the merge first.",
        **d,
    ),
    Problem.NOT_CONFIRMED: lambda d: translate(
        "Errors",
        "This is neither the name {name} nor the code {code}. Please type one of them to be sure.",
        **d,
    ),
    Problem.REFERS_TO_ITSELF: lambda _: translate(
        "Errors",
        "A customer cannot be referred by itself. Please choose another customer.",
    ),
    Problem.REFERRER_CYCLE: lambda d: translate(
        "Errors",
        "{name} came to the shop through this customer, so cannot have brought them. Nothing was "
        "saved; please choose another customer.",
        **d,
    ),
    Problem.NOT_EMPTY: lambda _: translate(
        "Errors",
        "This database already has data, so nothing was added or changed. Choose an empty one.",
    ),
    Problem.LAST_OWNER: lambda _: translate(
        "Errors",
        "The shop needs at least one owner, so nothing was changed. Make someone else owner first.",
    ),
    Problem.NOT_ALLOWED: lambda _: translate(
        "Errors",
        "Your role does not allow this, so nothing was done. Ask the owner of the shop.",
    ),
    Problem.PASSWORD_MISSING: lambda _: translate("Errors", "Type the PIN or password."),
    Problem.PASSWORD_TOO_SHORT: lambda d: translate(
        "Errors", "At least {least} digits or letters are needed. Type a longer one.", **d
    ),
    Problem.PASSWORD_TOO_EASY: lambda _: translate(
        "Errors",
        "Anybody would try this one first. Choose one that is not a simple row or repetition.",
    ),
    Problem.PASSWORD_DIFFERS: lambda _: translate(
        "Errors", "This is not the same as above. Type the same twice."
    ),
    Problem.PASSWORD_WRONG: lambda _: translate(
        "Errors", "The PIN or password is not right. Look at the keyboard's language and try again."
    ),
    Problem.PASSWORD_UNOPENED: lambda _: translate(
        "Errors",
        "The passwords of the shop cannot be read on this computer yet. Let another computer of "
        "the shop sync and try again here; if there is none any more, have the lost ones shut out "
        "at the server.",
    ),
    Problem.PASSWORD_WAIT: lambda d: translate(
        "Errors",
        "After several wrong ones nobody can try for {seconds} more seconds. Wait a little.",
        **d,
    ),
    Problem.CURRENCY_UNKNOWN: lambda d: translate(
        "Errors",
        "The program does not know the currency {code}. Write a code of three letters, such "
        "as IRR or USD.",
        **d,
    ),
    Problem.REPORT_UNKNOWN: lambda _: translate(
        "Errors",
        "There is no such report. Choose one from the list of reports.",
    ),
    Problem.CANCELLED: lambda _: translate(
        "Errors",
        "The work was stopped as you asked; nothing was changed. Start it again whenever you like.",
    ),
}
