"""What cannot be true of a tie, as the database understands it."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from dynamics.network.relations import SYMMETRIC
from portal.core.constraints import between

SIDES = ("source_side", "target_side", "team")

_NO_PERSON = Q(source_person__isnull=True)
_FROM_DYNAMIC = Q(source__isnull=False, source_outside="") & _NO_PERSON
_FROM_PERSON = Q(source__isnull=True, source_person__isnull=False, source_outside="")
_FROM_OUTSIDE = Q(source__isnull=True) & _NO_PERSON & ~Q(source_outside="")
_TO_DYNAMIC = Q(target__isnull=False, target_outside="")
_TO_OUTSIDE = Q(target__isnull=True) & ~Q(target_outside="")

_SHAPE = [
    CheckConstraint(
        condition=(_FROM_DYNAMIC & (_TO_DYNAMIC | _TO_OUTSIDE))
        | ((_FROM_PERSON | _FROM_OUTSIDE) & _TO_DYNAMIC),
        name="a_tie_has_two_ends_and_one_is_in_the_directory",
        violation_error_message=_(
            "A tie starts from one dynamic, person or organisation, leads to one dynamic or "
            "organisation, and has at least one dynamic of the directory at an end."
        ),
    ),
    CheckConstraint(
        condition=Q(source__isnull=True) | Q(target__isnull=True) | ~Q(source=F("target")),
        name="nothing_is_tied_to_itself",
        violation_error_message=_("A dynamic has no tie with itself."),
    ),
    CheckConstraint(
        condition=~Q(type__in=SYMMETRIC)
        | Q(source__isnull=True, source_outside="")
        | Q(source_outside="", target__isnull=True)
        | Q(source__lt=F("target")),
        name="a_tie_said_alike_from_both_ends_is_stored_once",
        violation_error_message=_("This kind of tie is written from the older record."),
    ),
]

_EVIDENCE = [
    CheckConstraint(
        condition=between("since", 1800, 2200) & between("until", 1800, 2200),
        name="a_tie_has_real_years",
        violation_error_message=_("This year cannot be right: four figures are expected."),
    ),
    CheckConstraint(
        condition=Q(until__isnull=True) | Q(since__isnull=False, until__gte=F("since")),
        name="a_tie_ends_after_it_began",
        violation_error_message=_("The last year comes after the first one."),
    ),
    CheckConstraint(
        condition=~Q(origin="study") | Q(document__isnull=False) & ~Q(locator=""),
        name="a_tie_of_the_study_cites_its_passage",
        violation_error_message=_("Say which document says so, and where in it."),
    ),
]

_SIGNATURES = [
    *(
        CheckConstraint(
            condition=Q(**{f"confirmed_by_{side}_by__isnull": True})
            | Q(**{f"confirmed_by_{side}_at__isnull": False}),
            name=f"a_confirmation_by_the_{side}_is_dated",
        )
        for side in SIDES
    ),
    CheckConstraint(
        condition=Q(refused_by__isnull=True) | Q(refused_at__isnull=False),
        name="a_refusal_of_a_tie_is_dated",
    ),
    CheckConstraint(
        condition=Q(refused_at__isnull=True)
        | Q(confirmed_by_team_at__isnull=True)
        & (
            Q(confirmed_by_source_side_at__isnull=True)
            | Q(confirmed_by_target_side_at__isnull=True)
        ),
        name="a_tie_is_not_both_confirmed_and_refused",
    ),
]

_TWICE = _("This tie is already there.")
_ONCE = [
    UniqueConstraint(
        fields=["type", "source", "target"],
        condition=Q(source__isnull=False, target__isnull=False),
        name="two_dynamics_have_a_kind_of_tie_once",
        violation_error_message=_TWICE,
    ),
    UniqueConstraint(
        fields=["type", "source", "target_outside"],
        condition=Q(source__isnull=False, target__isnull=True),
        name="a_dynamic_has_a_kind_of_tie_with_an_outsider_once",
        violation_error_message=_TWICE,
    ),
    UniqueConstraint(
        fields=["type", "source_outside", "target"],
        condition=Q(source__isnull=True, source_person__isnull=True),
        name="an_outsider_has_a_kind_of_tie_with_a_dynamic_once",
        violation_error_message=_TWICE,
    ),
    UniqueConstraint(
        fields=["type", "source_person", "target"],
        condition=Q(source_person__isnull=False),
        name="a_person_has_a_kind_of_tie_with_a_dynamic_once",
        violation_error_message=_TWICE,
    ),
]

TIE_RULES = [*_SHAPE, *_EVIDENCE, *_SIGNATURES, *_ONCE]
