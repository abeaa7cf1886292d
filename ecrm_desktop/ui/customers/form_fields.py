"""All fields of a customer: the essentials first, the rest in groups that open."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from ecrm_desktop.drafts.customers import CustomerDraft
from ecrm_desktop.errors import InvalidInput
from ecrm_desktop.fields.customers import CUSTOMER, consent_title, favorite_title
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
from ecrm_desktop.ui.widgets.form import AnyField, Form
from ecrm_desktop.ui.widgets.jalali_edit import PartialDateEdit
from ecrm_desktop.ui.widgets.list_edit import ListEdit
from ecrm_desktop.ui.widgets.multiline_edit import MultilineEdit
from ecrm_desktop.ui.widgets.segments import Segments
from ecrm_desktop.ui.widgets.tags_edit import TagsEdit
from ecrm_desktop.ui.widgets.text_edit import TextEdit
from ecrm_desktop.values.email import Email
from ecrm_desktop.values.national_id import NationalId
from ecrm_desktop.values.postal_code import PostalCode
from ecrm_desktop.values.statuses import (
    AcquisitionChannel,
    Channel,
    ConsentChannel,
    CustomerKind,
    FavoriteKind,
    Gender,
    IncomeBand,
)

_LABEL_WIDTH = 104
_CODE_LIMIT = 30
# Several widgets make one of these, or one is shown in another way than it is read.
_APART = frozenset({"phones", "referred_by_id", "consents", "favorites", "field_values"})
_PLAIN = tuple(
    field.name for field in CUSTOMER.fields if field.in_draft and field.name not in _APART
)


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
        new = [field for field in own if field.id not in self._own]
        if new and not self._own:
            self.more(CUSTOMER["field_values"].title)
        for field in new:
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

    def show_stored(
        self, draft: CustomerDraft, detail: CustomerDetail, referrer: CustomerRow | None
    ) -> None:
        """Show a known customer, also such texts as no value type takes."""
        for name in _PLAIN:
            self.field(name).set_value(getattr(detail, name))
        for name in ("phones", "consents", "favorites", "field_values"):
            self.show_parts(name, getattr(draft, name))
        self.referrer.show_known(referrer, detail.referred_by_id, detail.referred_by_name)
        self._show_kind()
        self._show_referrer()

    def show_parts(self, name: str, parts: tuple[Any, ...]) -> None:
        """Show what a draft says in one of its fields that consist of parts."""
        match name:
            case "consents":
                consents = {one.channel: one for one in parts}
                for edit in self._consents:
                    edit.set_value(consents.get(edit.channel))
            case "favorites":
                for kind, tags in self._favorites.items():
                    tags.set_value([text for of, text in parts if of == kind])
            case "field_values":
                values = dict(parts)
                for field_id, field in self._own.items():
                    field.set_value(values.get(field_id, ""))
            case _:
                self.field(name).set_value(parts)

    def show_beginning(self, draft: CustomerDraft) -> None:
        """Show what is known of somebody who is no customer yet: names and phones."""
        for name in ("kind", "first_name", "last_name", "company_name"):
            self.field(name).set_value(getattr(draft, name))
        self.phones.set_value(draft.phones)
        self._show_kind()

    def draft(self) -> CustomerDraft:
        """Return what the fields say; InvalidInput of the one that is wrong."""
        is_company = self.kind.value() == CustomerKind.COMPANY
        consents = [edit.value() for edit in self._consents]
        said: dict[str, Any] = {name: self.field(name).value() for name in _PLAIN}
        said |= {
            "company_name": said["company_name"] if is_company else "",
            "phones": self.phones.value(),
            "referred_by_id": self.referrer.customer_id(),
            "consents": tuple(one for one in consents if one is not None),
            "favorites": tuple(
                (kind, name) for kind, tags in self._favorites.items() for name in tags.value()
            ),
            "field_values": tuple(
                (field_id, field.value() or "") for field_id, field in self._own.items()
            ),
        }
        return CustomerDraft(**said)

    def restore(self, contents: Mapping[str, Any]) -> None:
        """Type again what was typed."""
        super().restore(contents)
        self._show_kind()
        self._show_referrer()

    def _add_essentials(self) -> None:
        self.kind: Segments[CustomerKind] = self._add(
            "kind", Segments([(one, label(one)) for one in CustomerKind]), wide=True
        )
        self.company_name = self._add("company_name", TextEdit(), wide=True)
        self.first_name = TextEdit(placeholder=CUSTOMER["first_name"].title)
        self.last_name = TextEdit(placeholder=CUSTOMER["last_name"].title)
        for part in (self.first_name, self.last_name):
            part.set_name(part.line.placeholderText())
        self.add_beside(
            translate("CustomerForm", "Name"),
            {"first_name": (self.first_name, 2), "last_name": (self.last_name, 3)},
            wide=True,
        )
        self.phones = self._add(
            "phones", PhonesEdit(self._ui.display, area_code=self._ui.shop.area_code), wide=True
        )
        self.add_widget(self.duplicates)
        self.city = self._add("city", TextEdit())
        self.found_by: Choice[AcquisitionChannel | None] = self._add(
            "acquisition_channel",
            Choice([(None, "—"), *((one, label(one)) for one in AcquisitionChannel)]),
        )
        self.referrer = self._add(
            "referred_by_id", CustomerPicker(self._ui.background, self._ui.display), wide=True
        )
        self.tags = self._add("tags", TagsEdit(lambda: self._known.get("tag", ())), wide=True)

    def _add_person(self) -> None:
        self.more(translate("CustomerForm", "About the person"))
        today = self._ui.today
        self.gender: Choice[Gender | None] = self._add(
            "gender", Choice([(None, "—"), *((one, label(one)) for one in Gender)])
        )
        self.birth_date = self._add("birth_date", PartialDateEdit(self._ui.display, today=today))
        self.national_id = self._add("national_id", CheckedEdit(self._ui.display, NationalId))
        self.job = self._add("job", TextEdit())
        self._add("marriage_date", PartialDateEdit(self._ui.display, today=today))
        self._add("spouse_name", TextEdit())
        self._add("income_band", Choice([(None, "—"), *((one, label(one)) for one in IncomeBand)]))

    def _add_ways(self) -> None:
        self.more(translate("CustomerForm", "Address, e-mail and social networks"))
        self.province = self._add("province", TextEdit())
        self._add("postal_code", CheckedEdit(self._ui.display, PostalCode))
        self._add("address", MultilineEdit(lines=2), wide=True)
        self.email = self._add("email", CheckedEdit(self._ui.display, Email), wide=True)
        self._add(
            "socials",
            ListEdit(SocialRow, add_text=translate("CustomerForm", "Another network")),
            wide=True,
        )

    def _add_tastes(self) -> None:
        self.more(translate("CustomerForm", "Likes and consent to adverts"))
        self._favorites = {
            kind: self.add(
                f"favorites.{kind}",
                favorite_title(kind),
                TagsEdit(lambda: self._known.get("favorite", ())),
                wide=True,
            )
            for kind in FavoriteKind
        }
        self._add(
            "preferred_channel", Choice([(None, "—"), *((one, label(one)) for one in Channel)])
        )
        for channel in ConsentChannel:
            edit = ConsentEdit(self._ui, channel)
            title = consent_title(channel)
            self._consents.append(self.add(f"consents.{channel}", title, edit, wide=True))

    def _add_rest(self) -> None:
        self.more(translate("CustomerForm", "Code and notes"))
        self.code = self._add(
            "code",
            DigitsEdit(self._ui.display, limit=_CODE_LIMIT),
            hint=translate("CustomerForm", "Left empty, the next number is given."),
            wide=True,
        )
        self._add("notes", MultilineEdit(lines=3), wide=True)

    def _add(self, name: str, field: AnyField, *, hint: str = "", wide: bool = False) -> AnyField:
        """Add a field under the title that is declared for it."""
        return self.add(name, CUSTOMER[name].title, field, hint=hint, wide=wide)

    def _show_kind(self) -> None:
        is_company = self.kind.value() == CustomerKind.COMPANY
        self.show_field("company_name", visible=is_company)

    def _show_referrer(self) -> None:
        is_referred = self.found_by.value() == AcquisitionChannel.REFERRAL
        self.show_field("referred_by_id", visible=is_referred or not self.referrer.is_empty())
