"""What animators type of a tie in the admin."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from dynamics.network.relations import SYMMETRIC


class TieAdminForm(WagtailAdminModelForm):
    """A tie, turned the way it is stored, and whether the team stands for it."""

    is_confirmed_by_team = forms.BooleanField(
        label=_("The team confirms this tie"),
        required=False,
        help_text=_("Paths only follow ties that both sides, or the team, confirmed."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.initial["is_confirmed_by_team"] = self.instance.confirmed_by_team_at is not None

    def clean(self) -> dict[str, Any]:
        """Turn the ends the way a tie is stored, before the database's rules are checked."""
        values = super().clean()
        source, target = values.get("source"), values.get("target")
        if values.get("type") not in SYMMETRIC:
            return values
        if source and target and source.pk > target.pk:
            values["source"], values["target"] = target, source
        elif target and values.get("source_outside"):
            values["source"], values["target"] = target, None
            values["target_outside"], values["source_outside"] = values["source_outside"], ""
        return values

    def save(self, commit: bool = True) -> object:  # noqa: FBT001, FBT002 - Django's signature
        """Sign for the team when the box is ticked, take the signature back when it is not."""
        tie = self.instance
        if not self.cleaned_data.get("is_confirmed_by_team"):
            tie.confirmed_by_team_at = tie.confirmed_by_team_by = None
        elif tie.confirmed_by_team_at is None:
            tie.confirmed_by_team_at, tie.confirmed_by_team_by = timezone.now(), self.for_user
            tie.refused_at = tie.refused_by = None
        return super().save(commit=commit)
