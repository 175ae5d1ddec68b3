"""What anybody types to propose a record, or to correct one."""

from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dynamics.directory import identifiers
from dynamics.directory.models import DynamicType
from dynamics.directory.upkeep import facts
from portal.contributions.forms import ContributionForm
from portal.territories.geocoder import Ambiguous, Answer, Located, locate
from portal.territories.models import Commune
from portal.vocabulary.models import Theme

YEARS = (MinValueValidator(1800), MaxValueValidator(2200))


class RecordForm(ContributionForm):
    """The facts of a record that people know by heart; animators complete the rest."""

    name = forms.CharField(max_length=150, label=facts.LABELS["name"])
    type = forms.ModelChoiceField(
        DynamicType.objects.all(),
        to_field_name="code",
        label=facts.LABELS["type"],
        empty_label=gettext_lazy("Choose…"),
    )
    summary = forms.CharField(
        max_length=400,
        label=gettext_lazy("In two sentences"),
        help_text=gettext_lazy("What is done, by whom, where. 400 characters at most."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    place = forms.CharField(
        max_length=150,
        label=facts.LABELS["commune"],
        help_text=gettext_lazy("Its name, with its postcode if several communes are called so."),
    )
    commune = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Which one?"),
        widget=forms.RadioSelect,
    )
    website = forms.URLField(
        required=False, max_length=200, label=facts.LABELS["website"], assume_scheme="https"
    )
    created_year = forms.IntegerField(
        required=False,
        validators=YEARS,
        label=facts.LABELS["created_year"],
        help_text=gettext_lazy("The year, in four figures."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": 4}),
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.all(),
        to_field_name="code",
        required=False,
        label=facts.LABELS["themes"],
        widget=forms.CheckboxSelectMultiple,
    )
    number = forms.CharField(
        required=False,
        max_length=40,
        label=facts.LABELS["number"],
        help_text=gettext_lazy("SIREN, SIRET or RNA in France, NEQ in Québec, BCE in Belgium."),
    )

    field_order = (
        "name",
        "type",
        "summary",
        "place",
        "commune",
        "website",
        "created_year",
        "themes",
        "number",
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        if self.target:
            self.initial = self._current | {"place": self._current_place} | self.initial
        if candidates := self._candidates():
            self.fields["commune"].choices = [(each.code, each.label) for each in candidates]
        else:
            del self.fields["commune"]

    @property
    def title(self) -> str:
        return str(self.target) if self.target else self.cleaned_data["name"]

    def clean_place(self) -> str:
        """Find the commune; when several have this name, ask which."""
        typed = self.cleaned_data["place"]
        if self._is_same_place or "commune" in self.fields:
            return typed
        if not isinstance(self._answer, Located):
            raise forms.ValidationError(
                _("We know no commune of this name: check its spelling, or give its postcode.")
            )
        return typed

    def clean_commune(self) -> str:
        """Require the choice that was asked for."""
        chosen = self.cleaned_data["commune"]
        if not chosen:
            raise forms.ValidationError(_("Several communes are called so: choose one."))
        return chosen

    def clean_number(self) -> str:
        """Recognise the register; a wrong digit is said."""
        typed = self.cleaned_data["number"]
        if not typed:
            return ""
        recognised = identifiers.recognised(typed)
        if recognised is None:
            raise forms.ValidationError(identifiers.UNKNOWN_NUMBER)
        return recognised[1]

    def find_changes(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return every fact of a new record, or those that differ from the record as it stands."""
        proposed = {
            **{name: values[name] for name in facts.TEXTS},
            "type": values["type"].code,
            "commune": self._commune_code(values),
            "themes": sorted(theme.code for theme in values["themes"]),
            "number": values["number"],
        }
        if not self.target:
            return proposed
        return {name: value for name, value in proposed.items() if value != self._current[name]}

    def _commune_code(self, values: dict[str, Any]) -> str:
        if values.get("commune"):
            return values["commune"]
        return self._current["commune"] if self._is_same_place else self._answer.commune.code

    @cached_property
    def _current(self) -> dict[str, Any]:
        return facts.read(self.target)

    @cached_property
    def _current_place(self) -> str:
        commune = self.target.commune
        return commune.label if commune else self.target.place_label

    @property
    def _typed_place(self) -> str:
        return str(self.data.get("place", "")).strip()

    @property
    def _is_same_place(self) -> bool:
        return bool(self.target) and self._typed_place == self._current_place

    @cached_property
    def _answer(self) -> Answer:
        words = self._typed_place[:150].replace(",", " ").split()
        postcode = next((word for word in words if word.isdigit()), "")
        return locate(" ".join(word for word in words if word != postcode), postcode)

    def _candidates(self) -> tuple[Commune, ...]:
        """The communes to choose among, once a name that several have was typed."""
        if not self.is_bound or not self._typed_place or self._is_same_place:
            return ()
        return self._answer.candidates if isinstance(self._answer, Ambiguous) else ()


class MemberForm(RecordForm):
    """The same, for those who look after the record: published at once, nobody to answer."""

    is_verified = forms.BooleanField(
        required=False, label=gettext_lazy("I read the whole record: the rest is still true.")
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for name in (*self.PERSONAL, "leave_empty"):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Nothing changed is no mistake when the record is said to be true."""
        values = super(ContributionForm, self).clean()
        if not self.errors:
            self.changes = self.find_changes(values)
            if not self.changes and not values["is_verified"]:
                self.add_error(None, _("You have changed nothing: correct a field, or confirm."))
        return values
