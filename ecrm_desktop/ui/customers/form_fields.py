"""All fields of a customer: the essentials first, the rest in groups that open."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from ecrm_desktop.drafts.customers import ConsentDraft, CustomerDraft, PhoneDraft
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.i18n import translate
from ecrm_desktop.queries.customer_detail import CustomerDetail, FieldRow
from ecrm_desktop.queries.customer_suggestions import SuggestedField
from ecrm_desktop.queries.customers import CustomerRow
from ecrm_desktop.text.labels import label
from ecrm_desktop.ui.customers.duplicate_notes import DuplicateNotes
from ecrm_desktop.ui.customers.part_edits import ConsentEdit, DigitsEdit, SocialRow, own_field_edit
from ecrm_desktop.ui.customers.phones_edit import PhonesEdit
from ecrm_desktop.ui.ui_context import UiContext
from ecrm_desktop.ui.widgets.checked_edit import CheckedEdit
from ecrm_desktop.ui.widgets.choice import Choice
from ecrm_desktop.ui.widgets.customer_picker import CustomerPicker
from ecrm_desktop.ui.widgets.field import Field
from ecrm_desktop.ui.widgets.form import Form
from ecrm_desktop.ui.widgets.jalali_edit import PartialDateEdit
from ecrm_desktop.ui.widgets.list_edit import ListEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.phone import Phone, PhoneKind
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    Gender,
    IncomeBand,
    SocialNetwork,
)

_LABEL_WIDTH = 104
_CODE_LIMIT = 30


class CustomerFields(Form):
    """The form of one customer."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(columns=2, label_width=_LABEL_WIDTH)
        self._ui = ui
        self._known: Mapping[SuggestedField, Sequence[str]] = {}
        self._own: dict[UUID, Field[Any]] = {}
        self._consents: list[ConsentEdit] = []
        self.duplicates = DuplicateNotes()
        self._add_essentials()
        self._add_person()
        self._add_ways()
        self._add_tastes()
        self._add_rest()
        self.kind.edited.connect(self._show_kind)
        self.found_by.edited.connect(self._show_referrer)
        self._show_kind()
        self._show_referrer()

    def add_own(self, own: Sequence[FieldRow]) -> None:
        """Add the fields that the shop defined."""
        if own:
            self.more(translate("CustomerForm", "Fields of this shop"))
        for field in own:
            edit = own_field_edit(field, self._ui)
            self._own[field.id] = self.add(f"field_values.{field.id}", field.title, edit)

    def focus_name(self) -> None:
        """Put the cursor where typing begins."""
        is_company = self.kind.value() == CustomerKind.COMPANY
        (self.company_name if is_company else self.first_name).setFocus()

    def identity(self) -> dict[str, Any]:
        """Return what may tell a customer from others, as `similar_customers` takes it."""
        national_id = ""
        with suppress(InvalidInput):
            typed = self.national_id.value()
            national_id = typed.text if isinstance(typed, NationalId) else ""
        return {
            "phones": self.phones.numbers(),
            "national_id": national_id,
            "first_name": self.first_name.line.text(),
            "last_name": self.last_name.line.text(),
            "company_name": self.company_name.line.text(),
        }

    def suggest(self, known: Mapping[SuggestedField, Sequence[str]]) -> None:
        """Offer what was typed for other customers."""
        self._known = known
        self.city.suggest(known["city"])
        self.province.suggest(known["province"])
        self.job.suggest(known["job"])

    def show_detail(self, detail: CustomerDetail, referrer: CustomerRow | None) -> None:
        """Show a known customer."""
        for name in (
            "code", "kind", "first_name", "last_name", "company_name", "email", "national_id",
            "birth_date", "gender", "job", "marriage_date", "spouse_name", "income_band",
            "province", "city", "address", "postal_code", "acquisition_channel",
            "preferred_channel", "socials", "tags", "notes",
        ):  # fmt: skip
            self.field(name).set_value(getattr(detail, name))
        self.phones.set_value(
            tuple(
                PhoneDraft(
                    phone=Phone(one.number, PhoneKind.OTHER),
                    label=one.label,
                    is_primary=one.is_primary,
                )
                for one in detail.phones
            )
        )
        consents = {one.channel: one for one in detail.consents}
        for edit in self._consents:
            one = consents.get(edit.channel)
            if one is not None:
                edit.set_value(
                    ConsentDraft(
                        channel=one.channel,
                        granted=one.granted,
                        given_on=one.given_on,
                        source=one.source,
                    )
                )
        for kind, tags in self._favorites.items():
            tags.set_value([name for of, name in detail.favorites if of == kind])
        for field_id, field in self._own.items():
            field.set_value(detail.field_values.get(field_id, ""))
        self.referrer.show_customer(referrer)
        self._show_kind()
        self._show_referrer()

    def show_draft(self, draft: CustomerDraft) -> None:
        """Show what is known of somebody who is no customer yet: names and phones."""
        for name in ("kind", "first_name", "last_name", "company_name"):
            self.field(name).set_value(getattr(draft, name))
        self.phones.set_value(draft.phones)
        self._show_kind()

    def draft(self) -> CustomerDraft:
        """Return what the fields say; InvalidInput of the one that is wrong."""
        is_company = self.kind.value() == CustomerKind.COMPANY
        consents = [edit.value() for edit in self._consents]
        return CustomerDraft(
            code=self.code.value(),
            kind=self.kind.value(),
            first_name=self.first_name.value(),
            last_name=self.last_name.value(),
            company_name=self.company_name.value() if is_company else "",
            phones=self.phones.value(),
            email=self.email.value(),
            national_id=self.national_id.value(),
            birth_date=self.birth_date.value(),
            gender=self.gender.value(),
            job=self.job.value(),
            marriage_date=self.marriage_date.value(),
            spouse_name=self.spouse_name.value(),
            income_band=self.income_band.value(),
            province=self.province.value(),
            city=self.city.value(),
            address=self.address.value(),
            postal_code=self.postal_code.value(),
            acquisition_channel=self.found_by.value(),
            referred_by_id=self.referrer.customer_id(),
            preferred_channel=self.preferred.value(),
            consents=tuple(one for one in consents if one is not None),
            socials=self.socials.value(),
            favorites=tuple(
                (kind, name) for kind, tags in self._favorites.items() for name in tags.value()
            ),
            tags=self.tags.value(),
            notes=self.notes.value(),
            field_values=tuple(
                (field_id, field.value() or "") for field_id, field in self._own.items()
            ),
        )

    def restore(self, contents: Mapping[str, Any]) -> None:
        """Type again what was typed."""
        super().restore(contents)
        self._show_kind()
        self._show_referrer()

    def _add_essentials(self) -> None:
        self.kind: Segments[CustomerKind] = self.add(
            "kind",
            translate("CustomerForm", "Kind"),
            Segments([(one, label(one)) for one in CustomerKind]),
            wide=True,
        )
        self.company_name = self.add(
            "company_name", translate("CustomerForm", "Company"), TextEdit(), wide=True
        )
        self.first_name = TextEdit(placeholder=translate("CustomerForm", "First name"))
        self.last_name = TextEdit(placeholder=translate("CustomerForm", "Last name"))
        for part in (self.first_name, self.last_name):
            part.set_name(part.line.placeholderText())
        self.add_beside(
            translate("CustomerForm", "Name"),
            {"first_name": (self.first_name, 2), "last_name": (self.last_name, 3)},
            wide=True,
        )
        self.phones = self.add(
            "phones",
            translate("CustomerForm", "Phones"),
            PhonesEdit(self._ui.display, area_code=self._ui.shop.area_code),
            wide=True,
        )
        self.add_widget(self.duplicates)
        self.city = self.add("city", translate("CustomerForm", "City"), TextEdit())
        self.found_by: Choice[AcquisitionChannel | None] = self.add(
            "acquisition_channel",
            translate("CustomerForm", "Found us by"),
            Choice([(None, "—"), *((one, label(one)) for one in AcquisitionChannel)]),
        )
        self.referrer = self.add(
            "referred_by_id",
            translate("CustomerForm", "Referred by"),
            CustomerPicker(self._ui),
            wide=True,
        )
        self.tags = self.add(
            "tags",
            translate("CustomerForm", "Tags"),
            TagsEdit(lambda: self._known.get("tag", ())),
            wide=True,
        )

    def _add_person(self) -> None:
        self.more(translate("CustomerForm", "About the person"))
        today = self._ui.today
        self.gender: Choice[Gender | None] = self.add(
            "gender",
            translate("CustomerForm", "Gender"),
            Choice([(None, "—"), *((one, label(one)) for one in Gender)]),
        )
        self.birth_date = self.add(
            "birth_date",
            translate("CustomerForm", "Birthday"),
            PartialDateEdit(self._ui.display, today=today),
        )
        self.national_id = self.add(
            "national_id",
            translate("CustomerForm", "National ID"),
            CheckedEdit(self._ui.display, NationalId),
        )
        self.job = self.add("job", translate("CustomerForm", "Job"), TextEdit())
        self.marriage_date = self.add(
            "marriage_date",
            translate("CustomerForm", "Wedding day"),
            PartialDateEdit(self._ui.display, today=today),
        )
        self.spouse_name = self.add("spouse_name", translate("CustomerForm", "Spouse"), TextEdit())
        self.income_band: Choice[IncomeBand | None] = self.add(
            "income_band",
            translate("CustomerForm", "Household income"),
            Choice([(None, "—"), *((one, label(one)) for one in IncomeBand)]),
        )

    def _add_ways(self) -> None:
        self.more(translate("CustomerForm", "Address, e-mail and social networks"))
        self.province = self.add("province", translate("CustomerForm", "Province"), TextEdit())
        self.postal_code = self.add(
            "postal_code",
            translate("CustomerForm", "Postal code"),
            CheckedEdit(self._ui.display, PostalCode),
        )
        self.address = self.add(
            "address", translate("CustomerForm", "Address"), MultilineEdit(lines=2), wide=True
        )
        self.email = self.add(
            "email",
            translate("CustomerForm", "E-mail"),
            CheckedEdit(self._ui.display, Email),
            wide=True,
        )
        self.socials: ListEdit[tuple[SocialNetwork, str]] = self.add(
            "socials",
            translate("CustomerForm", "Social networks"),
            ListEdit(SocialRow, add_text=translate("CustomerForm", "Another network")),
            wide=True,
        )

    def _add_tastes(self) -> None:
        self.more(translate("CustomerForm", "Likes and consent to adverts"))
        favorites = (
            (FavoriteKind.BRAND, translate("CustomerForm", "Brands they like")),
            (FavoriteKind.PRODUCT, translate("CustomerForm", "Products they like")),
        )
        self._favorites = {
            kind: self.add(
                f"favorites.{kind}",
                title,
                TagsEdit(lambda: self._known.get("favorite", ())),
                wide=True,
            )
            for kind, title in favorites
        }
        self.preferred: Choice[Channel | None] = self.add(
            "preferred_channel",
            translate("CustomerForm", "Best reached by"),
            Choice([(None, "—"), *((one, label(one)) for one in Channel)]),
        )
        for channel in ConsentChannel:
            title = translate("CustomerForm", "Adverts by {channel}", channel=label(channel))
            edit = ConsentEdit(self._ui, channel)
            self._consents.append(self.add(f"consents.{channel}", title, edit, wide=True))

    def _add_rest(self) -> None:
        self.more(translate("CustomerForm", "Code and notes"))
        self.code = self.add(
            "code",
            translate("CustomerForm", "Code"),
            DigitsEdit(self._ui.display, limit=_CODE_LIMIT),
            hint=translate("CustomerForm", "Left empty, the next number is given."),
            wide=True,
        )
        self.notes = self.add(
            "notes", translate("CustomerForm", "Notes"), MultilineEdit(lines=3), wide=True
        )

    def _show_kind(self) -> None:
        is_company = self.kind.value() == CustomerKind.COMPANY
        self.show_field("company_name", visible=is_company)

    def _show_referrer(self) -> None:
        is_referred = self.found_by.value() == AcquisitionChannel.REFERRAL
        self.show_field("referred_by_id", visible=is_referred or not self.referrer.is_empty())
