"""What a member types of a tie."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from dynamics.directory.models import Dynamic
from dynamics.network.models import Tie
from dynamics.network.relations import SYMMETRIC, WORDINGS, Relation

BACKWARDS = ":backwards"


def _relations() -> list[tuple[str, str | Promise]]:
    """Return every relation as it is said from the dynamic, both ways round where they differ."""
    found: list[tuple[str, str | Promise]] = []
    for relation in Relation:
        wording = WORDINGS[relation]
        found.append((relation.value, wording.forwards))
        if relation not in SYMMETRIC:
            found.append((relation.value + BACKWARDS, wording.backwards))
    return found


class TieForm(forms.Form):
    """A tie, from the point of view of one dynamic."""

    relation = forms.ChoiceField(label=_("Which tie"), choices=_relations)
    other = forms.CharField(
        label=_("With whom"),
        max_length=150,
        help_text=_("The name of a dynamic of the directory, or of an organisation outside it."),
    )
    is_outside = forms.BooleanField(
        label=_("This organisation or place is not in the directory"), required=False
    )
    text = forms.CharField(
        label=_("What happened"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences: what you did together, what it gave."),
    )
    since = forms.IntegerField(
        label=_("Since (year)"), required=False, min_value=1800, max_value=2200
    )
    until = forms.IntegerField(
        label=_("Until (year)"), required=False, min_value=1800, max_value=2200
    )
    link = forms.URLField(
        label=_("Link to a proof"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("An article, a report, a page that tells it; empty if there is none."),
    )

    def __init__(self, *args: object, of: Dynamic, **kwargs: object) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.dynamic = of

    def clean(self) -> dict[str, Any]:
        """Find the other end: a dynamic of the directory, unless it is said to be outside.

        Raises:
            ValidationError: see each field.
        """
        values = super().clean()
        since, until = values.get("since"), values.get("until")
        if until and (not since or until < since):
            self.add_error("until", _("The last year comes after the first one."))
        if name := values.get("other"):
            values["dynamic"] = self._named(name)
            self._check_the_other_end(values)
        return values

    def _named(self, name: str) -> Dynamic | None:
        wanted = Q(name__iexact=name) | Q(slug=slugify(name))
        return Dynamic.objects.published().filter(wanted).first()

    def _check_the_other_end(self, values: dict[str, Any]) -> None:
        if values["dynamic"] is None and not values.get("is_outside"):
            self.add_error(
                "other",
                _(
                    "No dynamic of the directory has this name. Check the spelling, or tick "
                    "the box below if it is somebody outside."
                ),
            )
        elif values["dynamic"] == self.dynamic:
            self.add_error("other", _("A dynamic has no tie with itself."))

    def tie(self) -> Tie:
        """Return the tie that was described, unsaved."""
        values = self.cleaned_data
        relation = values["relation"]
        tie = Tie(
            type=relation.removesuffix(BACKWARDS),
            text=values["text"],
            since=values["since"],
            until=values["until"],
            link=values["link"],
        )
        other = values["dynamic"]
        outside = "" if other else values["other"]
        if relation.endswith(BACKWARDS):
            tie.source, tie.source_outside, tie.target = other, outside, self.dynamic
        else:
            tie.source, tie.target, tie.target_outside = self.dynamic, other, outside
        return tie
