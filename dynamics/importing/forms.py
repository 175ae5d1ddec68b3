"""What whoever imports types: the file, what its columns hold, which commune is meant."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dynamics.directory.models import DynamicType
from dynamics.importing.guessing import is_private_name
from dynamics.importing.labels import NOT_READ, PERSONAL, TARGET_LABELS
from dynamics.importing.profiles import Profile
from dynamics.importing.readers.rows import MOST_BYTES
from dynamics.importing.targets import SHARED
from portal.core.licences import ADDRESSES

UNKNOWN = _("I do not know: leave these rows without a place")


class FileForm(forms.Form):
    """The file, and what it does not say itself."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_(
            "CSV, XLSX, JSON, GeoJSON or GoGoCarto, 50 MB at most. The copy kept here is private, and deleted after a month."
        ),
    )
    address = forms.URLField(
        label=_("Or its address on the web"),
        required=False,
        assume_scheme="https",
        max_length=500,
        help_text=_("The one of the file, or the home page of a GoGoCarto map."),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=150,
        help_text=_(
            "Who publishes this file, as it will be shown on each record. The same words next time: the records are then brought up to date."
        ),
    )
    licence = forms.ChoiceField(
        label=_("Licence"),
        required=False,
        choices=[("", _("The file does not say")), *((name, name) for name in ADDRESSES)],
    )
    type = forms.ModelChoiceField(
        DynamicType.objects.all(),
        label=_("Type of dynamic"),
        required=False,
        to_field_name="code",
        empty_label=_("What the file says, or else “À préciser”"),
    )
    is_conforming = forms.BooleanField(
        label=_("These dynamics conform to the charter"),
        required=False,
        help_text=_("Otherwise they stay in the outer circle: shown to those who ask for them."),
    )
    sheet = forms.CharField(
        label=_("Sheet of the workbook"),
        max_length=60,
        required=False,
        help_text=_("The first that holds anything, when this is empty."),
    )
    encoding = forms.CharField(
        label=_("Encoding"),
        max_length=30,
        required=False,
        help_text=_("Only when letters come out wrong: cp1252, utf-16…"),
    )

    def clean_file(self) -> Any:
        """Refuse what is too big before anything reads it."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("This file is too big: %(size)s MB at most. Cut it into several.")
                % {"size": MOST_BYTES // 1_000_000}
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Ask for a file, or for an address, and not for both."""
        given = super().clean()
        if {"file", "address"} & set(self.errors):
            return given
        if given.get("file") and given.get("address"):
            self.add_error("address", _("A file, or an address: which of the two?"))
        elif not (given.get("file") or given.get("address")):
            self.add_error("file", _("Choose a file, or give its address."))
        return given


class ColumnsForm(forms.Form):
    """What each column holds."""

    def __init__(
        self,
        *arguments: Any,
        samples: Mapping[str, list[str]],
        profile: Profile,
        **options: Any,
    ) -> None:
        super().__init__(*arguments, **options)
        chosen = {name: target for target, names in profile.columns.items() for name in names}
        self.names = list(samples)
        for place, (name, values) in enumerate(samples.items()):
            is_personal = is_private_name(name, values)
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=name,
                required=False,
                initial=chosen.get(name, ""),
                choices=[("", PERSONAL)]
                if is_personal
                else [("", NOT_READ), *TARGET_LABELS.items()],
                # Personal data are not shown either: whoever imports has no use for them.
                help_text="" if is_personal else " · ".join(value[:60] for value in values),
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a name, and for one column for each thing that has one value."""
        values = super().clean()
        columns = self.columns()
        if not columns.get("name"):
            self.add_error(
                None, _("Say which column holds the names: without a name there is no record.")
            )
        for target, names in columns.items():
            if len(names) > 1 and target not in SHARED:
                message = _("Two columns for “%(target)s”: choose one, %(columns)s.")
                self.add_error(
                    None,
                    message % {"target": TARGET_LABELS[target], "columns": ", ".join(names)},
                )
        return values

    def columns(self) -> dict[str, list[str]]:
        """Return the columns of each target."""
        found: dict[str, list[str]] = {}
        for place, name in enumerate(self.names):
            if target := self.cleaned_data.get(f"column-{place}"):
                found.setdefault(target, []).append(name)
        return found


class AnswersForm(forms.Form):
    """Which commune is meant by words that name several."""

    def __init__(self, *arguments: Any, questions: list[dict[str, Any]], **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.keys = [question["key"] for question in questions]
        for place, question in enumerate(questions):
            choices = [(each["code"], each["label"]) for each in question["choices"]]
            self.fields[f"answer-{place}"] = forms.ChoiceField(
                label=f"{question['words']} ({question['count']})",
                required=False,
                choices=[("", UNKNOWN), *choices],
                help_text=", ".join(question["names"]),
            )

    def answers(self) -> dict[str, str]:
        """Return the commune of each question that was answered."""
        given = {
            key: self.cleaned_data.get(f"answer-{place}", "") for place, key in enumerate(self.keys)
        }
        return {key: code for key, code in given.items() if code}
