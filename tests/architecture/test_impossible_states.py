"""The database refuses impossible states: every constraint of ours is broken here once."""

import pytest

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from dynamics.directory.models import (
    Identifier,
    Membership,
    Milestone,
    Provenance,
    ResourceLevel,
    Tombstone,
)
from dynamics.importing.models import ImportedRow, ImportRun
from dynamics.network.models import Person
from portal.contributions.models import Attempts, Contribution
from portal.core.models import Departure, LoadedFile
from portal.glossary.models import TermName
from portal.territories.models import OtherName
from search.models import AskedQuestion, PromotedResult, SynonymRule
from tests.factories import (
    make_commune,
    make_department,
    make_dynamic,
    make_experience,
    make_method,
    make_region,
    make_term,
    make_tie,
    make_user,
)

ROOMS = ("portal", "dynamics", "toolbox", "search")


def change(record, **fields):
    """Write values as they are, past every form."""
    type(record).objects.filter(pk=record.pk).update(**fields)


def add_level(level=1):
    dynamic = make_dynamic("Eusko") if not ResourceLevel.objects.exists() else None
    dynamic = dynamic or ResourceLevel.objects.get().dynamic
    return ResourceLevel.objects.create(dynamic=dynamic, kind="loans", level=level)


def add_milestone():
    return Milestone.objects.create(dynamic=make_dynamic(), date="2013-01-01", text="Début")


def add_identifier(dynamic):
    return Identifier.objects.create(dynamic=dynamic, scheme="siren", value="732829320")


def add_provenance():
    return Provenance.objects.create(
        dynamic=make_dynamic(), source="Une carte", source_id="12", date="2026-01-01"
    )


def add_membership(dynamic, user):
    return Membership.objects.create(dynamic=dynamic, user=user)


def add_tombstone():
    return Tombstone.objects.create(
        slug="partie", name="Partie", reason="withdrawn", gone_at="2026-01-01T00:00Z"
    )


def add_contribution(**facts):
    return Contribution.objects.create(kind="dynamic", title="Le fil", **facts)


def judged_by_its_author():
    author, now = make_user(), "2026-01-01T00:00Z"
    change(add_contribution(author=author), state="accepted", judged_by=author, judged_at=now)


def add_name(term):
    return TermName.objects.create(term=term, name="SCIC")


def add_other_name(commune):
    return OtherName.objects.create(
        commune=commune, name="Ancien", slug="ancien", code="1", kind="delegated"
    )


def add_person(**fields):
    return Person.objects.create(name="Quelqu’un", role="Animatrice", **fields)


def tie_twice(**ends):
    make_tie(type="funds", **ends)
    make_tie(type="funds", **ends)


def swapped(tie):
    change(tie, type="neighbours", source=tie.target, target=tie.source)


def add_file():
    return LoadedFile.objects.create(purpose="glossary", name="scic.md", checksum="")


def add_departure():
    return Departure.objects.create(kind="term", key="scic", gone_at=timezone.now())


def add_attempts():
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    return Attempts.objects.create(key="contribute:everywhere", hour=hour, count=1)


def add_question():
    return AskedQuestion.objects.create(key="scic", words="scic", month="2026-01-01", asked=1)


def add_promotion():
    return PromotedResult.objects.create(questions="scic", address="/", uid="page:1", why="Non.")


def add_import(**fields):
    return ImportRun.objects.create(source="Une carte", file_name="carte.csv", **fields)


def add_imported_row(run, dynamic, **fields):
    return ImportedRow.objects.create(
        run=run, dynamic=dynamic, **{"number": 2, "is_creation": True} | fields
    )


def twice(add, *arguments):
    add(*arguments)
    add(*arguments)


IMPOSSIBLE = {
    "a_structure_rates_a_resource_once": lambda: twice(add_level),
    "a_resource_weighs_one_to_three_plus_signs": lambda: change(add_level(), level=4),
    "a_milestone_ends_in_a_real_year": lambda: change(add_milestone(), end_year=20),
    "a_dynamic_lies_between_the_poles": lambda: change(make_dynamic(), latitude=91, longitude=0),
    "a_dynamic_lies_on_the_globe": lambda: change(make_dynamic(), latitude=0, longitude=181),
    "a_dynamic_has_both_coordinates_or_none": lambda: change(make_dynamic(), latitude=44),
    "a_dynamic_was_created_in_a_real_year": lambda: change(make_dynamic(), created_year=13),
    "a_dynamic_is_in_one_commune_department_or_region": lambda: change(
        make_dynamic(), commune=make_commune(), region=make_region()
    ),
    "an_undone_import_says_when": lambda: add_import(state="undone"),
    "an_import_touches_a_record_once": lambda: twice(
        add_imported_row, add_import(), make_dynamic()
    ),
    "nothing_was_there_before_a_row_made_the_record": lambda: add_imported_row(
        add_import(), make_dynamic(), before={"name": "Avant"}
    ),
    "a_dynamic_bears_a_number_once": lambda: twice(add_identifier, make_dynamic()),
    "a_number_has_the_shape_of_its_register": lambda: change(
        add_identifier(make_dynamic()), value="732 829 320"
    ),
    "a_row_of_a_source_is_taken_once": lambda: twice(add_provenance),
    "a_person_is_member_of_a_dynamic_once": lambda: twice(
        add_membership, make_dynamic(), make_user()
    ),
    "a_merged_record_says_what_replaces_it": lambda: change(add_tombstone(), reason="merged"),
    "a_judgment_is_dated": lambda: change(add_contribution(), state="accepted"),
    "only_what_is_judged_has_a_judge": lambda: change(add_contribution(), judged_by=make_user()),
    "nobody_judges_their_own_contribution": judged_by_its_author,
    "a_refusal_and_only_it_says_why": lambda: change(add_contribution(), reason="Trop court."),
    "an_address_is_kept_only_with_consent": lambda: change(
        add_contribution(), email="jeanne@exemple.fr"
    ),
    "involvement_goes_from_none_to_three": lambda: change(
        make_dynamic(), inhabitants_involvement=4
    ),
    "debate_goes_from_none_to_three": lambda: change(make_dynamic(), debate=4),
    "an_experience_belongs_to_one_dynamic_or_one_organisation": lambda: change(
        make_experience(make_method()), organisation=""
    ),
    "an_experience_has_a_real_year": lambda: change(make_experience(make_method()), year=16),
    "a_method_has_room_for_its_smallest_group": lambda: change(
        make_method(), min_participants=10, max_participants=9
    ),
    "a_term_gives_a_name_once": lambda: twice(add_name, make_term()),
    "region_label_is_on_earth": lambda: change(make_region(), latitude=-91),
    "region_frame_is_the_right_way_up": lambda: change(make_region(), south=46, north=45),
    "department_label_is_on_earth": lambda: change(make_department(), longitude=-181),
    "department_frame_is_the_right_way_up": lambda: change(make_department(), west=3, east=2),
    "commune_is_on_earth": lambda: change(make_commune(), latitude=91),
    "french_communes_and_only_they_have_a_department": lambda: change(
        make_commune(), department=None
    ),
    "a_commune_is_given_another_name_once": lambda: twice(add_other_name, make_commune()),
    "a_file_is_loaded_once": lambda: twice(add_file),
    "attempts_of_an_hour_are_counted_together": lambda: twice(add_attempts),
    "a_thing_leaves_once": lambda: twice(add_departure),
    "a_person_is_shown_only_once_they_agreed": lambda: add_person(is_shown=True),
    "a_tie_has_two_ends_and_one_is_in_the_directory": lambda: change(
        make_tie(), source=None, target=None, source_outside="Ici", target_outside="Là"
    ),
    "nothing_is_tied_to_itself": lambda: change((tie := make_tie()), target=tie.source),
    "a_tie_said_alike_from_both_ends_is_stored_once": lambda: swapped(make_tie()),
    "a_tie_has_real_years": lambda: change(make_tie(), since=13),
    "a_tie_ends_after_it_began": lambda: change(make_tie(), since=2013, until=2012),
    "a_tie_of_the_study_cites_its_passage": lambda: change(make_tie(), origin="study"),
    "a_confirmation_by_the_source_side_is_dated": lambda: change(
        make_tie(), confirmed_by_source_side_by=make_user()
    ),
    "a_confirmation_by_the_target_side_is_dated": lambda: change(
        make_tie(), confirmed_by_target_side_by=make_user()
    ),
    "a_confirmation_by_the_team_is_dated": lambda: change(
        make_tie(), confirmed_by_team_by=make_user()
    ),
    "a_refusal_of_a_tie_is_dated": lambda: change(make_tie(), refused_by=make_user()),
    "a_tie_is_not_both_confirmed_and_refused": lambda: change(
        make_tie(confirmed="team"), refused_at="2026-01-01T00:00Z"
    ),
    "two_dynamics_have_a_kind_of_tie_once": lambda: tie_twice(
        source=make_dynamic(), target=make_dynamic()
    ),
    "a_dynamic_has_a_kind_of_tie_with_an_outsider_once": lambda: tie_twice(
        source=make_dynamic(), target_outside="Bizi !"
    ),
    "an_outsider_has_a_kind_of_tie_with_a_dynamic_once": lambda: tie_twice(
        source_outside="Bizi !", target=make_dynamic()
    ),
    "a_person_has_a_kind_of_tie_with_a_dynamic_once": lambda: tie_twice(
        source_person=add_person(), target=make_dynamic()
    ),
    "a_question_is_counted_once_a_month": lambda: twice(add_question),
    "no_more_unanswered_than_asked_questions": lambda: change(add_question(), unanswered=2),
    "a_promotion_ends_after_it_begins": lambda: change(
        add_promotion(), starts_on="2026-02-01", ends_on="2026-01-01"
    ),
    "a_synonym_rule_holds_some_words": lambda: SynonymRule.objects.create(rule=""),
}


def our_models():
    """Every model that an app of ours defines."""
    return [model for model in apps.get_models() if model.__module__.split(".")[0] in ROOMS]


def our_constraints():
    return {rule.name: rule for model in our_models() for rule in model._meta.constraints}


def test_every_constraint_is_broken_once_below():
    assert set(IMPOSSIBLE) == set(our_constraints())


def test_every_constraint_says_the_fact_it_protects():
    for name in our_constraints():
        assert len(name.split("_")) >= 4, f"{name} says nothing"


@pytest.mark.django_db
@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_the_database_refuses_what_cannot_be(name, home):
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        IMPOSSIBLE[name]()

    # SQLite names the columns of a unique constraint, and the constraint for the others.
    is_named = isinstance(our_constraints()[name], models.CheckConstraint)
    if is_named or settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        assert name in str(refused.value)


@pytest.mark.django_db
def test_an_experience_cannot_belong_to_a_dynamic_and_an_organisation(home):
    experience = make_experience(make_method(), make_dynamic())

    with pytest.raises(IntegrityError), transaction.atomic():
        change(experience, organisation="Loos-en-Gohelle")


@pytest.mark.django_db
def test_a_level_is_at_least_one_plus_sign():
    level = add_level()

    with pytest.raises(IntegrityError), transaction.atomic():
        change(level, level=0)
