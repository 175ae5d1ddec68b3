"""What people type when they contribute, whatever it is about."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _


class ContributionForm(forms.Form):
    """The part that every contribution has; a kind adds its own fields and says what they change.

    `target` is what is corrected, None for something new. After validation, `changes` holds what
    is proposed, ready to be kept as JSON.
    """

    # Read by robots only: it stands out of sight, and whoever fills it in is one.
    leave_empty = forms.CharField(
        required=False,
        label=_("Leave this field empty"),
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    note = forms.CharField(
        required=False,
        max_length=1000,
        label=_("How do you know? What should we understand?"),
        help_text=_("Read by the animators only."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    credit = forms.CharField(
        required=False,
        max_length=80,
        label=_("The name to thank you under"),
        help_text=_(
            "It will be public, at the foot of the page. Leave it empty to remain unnamed."
        ),
    )
    email = forms.EmailField(
        required=False,
        label=_("Your e-mail address"),
        help_text=_(
            "Only to tell you what became of your contribution. Never public, and erased once we answered."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    consent = forms.BooleanField(
        required=False, label=_("I agree that this address be kept until I am answered.")
    )

    PERSONAL = ("note", "credit", "email", "consent")

    def __init__(self, data: Any = None, *, target: Model | None = None, **options: Any) -> None:
        self.target = target
        self.changes: dict[str, Any] = {}
        super().__init__(data, **options)

    @property
    def is_trapped(self) -> bool:
        """Whether a robot filled in what nobody sees."""
        return bool(self.data.get("leave_empty"))

    @property
    def own_fields(self) -> list[forms.BoundField]:
        """The fields of the kind itself, in order."""
        common = ContributionForm.base_fields
        return [field for field in self if field.name not in common]

    @property
    def personal_fields(self) -> list[forms.BoundField]:
        """The fields about who contributes, in order."""
        return [self[name] for name in self.PERSONAL if name in self.fields]

    @property
    def facts(self) -> dict[str, Any]:
        """What `actions.submit` keeps."""
        kept = {name: self.cleaned_data.get(name, "") for name in ("note", "credit", "email")}
        return {**kept, "title": self.title, "payload": self.changes}

    @property
    def title(self) -> str:
        """What the contribution is called in lists."""
        return str(self.target)

    def clean(self) -> dict[str, Any]:
        """Keep no address without consent, and nothing that says nothing."""
        values = super().clean()
        if values.get("email") and not values.get("consent"):
            self.add_error("consent", _("Tick this box, or leave the address empty."))
        if not self.errors:
            self.changes = self.find_changes(values)
            if not self.changes and not values.get("note"):
                self.add_error(None, _("You have changed nothing: correct a field, or explain."))
        return values

    def find_changes(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return what is proposed, as JSON can keep it."""
        raise NotImplementedError


class RefusalForm(forms.Form):
    """Why a contribution is refused."""

    reason = forms.CharField(
        max_length=1000,
        label=_("Why it is refused"),
        help_text=_("Sent to its author, when there is an address."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
