import pytest

from dynamics.directory.models import Dynamic
from tests.factories import make_commune, make_dynamic
from tests.portal.admin.forms import dynamic_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def figeac():
    return make_commune()


@pytest.fixture
def form_for():
    """The editors' form of a dynamic, filled in with some changes."""

    def filled(dynamic, **changes):
        form_class = Dynamic.edit_handler.bind_to_model(Dynamic).get_form_class()
        name, type_key = dynamic.name or "Eusko", make_dynamic().type.pk
        return form_class(data=dynamic_form(name, type_key, **changes), instance=dynamic)

    return filled


def saved(form):
    assert form.is_valid(), form.errors
    return form.save(commit=False)


def test_a_dynamic_without_coordinates_has_those_of_its_commune(form_for, figeac):
    dynamic = saved(form_for(Dynamic(), commune=figeac.pk))

    assert (dynamic.latitude, dynamic.longitude) == (figeac.latitude, figeac.longitude)
    assert dynamic.place_precision == "commune"


def test_coordinates_that_somebody_typed_are_kept(form_for, figeac):
    typed = {"latitude": "44.5", "longitude": "2.1", "place_precision": "address"}

    dynamic = saved(form_for(Dynamic(), commune=figeac.pk, **typed))

    assert (dynamic.latitude, dynamic.longitude) == (44.5, 2.1)
    assert dynamic.place_precision == "address"


def test_a_dynamic_that_moves_takes_the_coordinates_of_its_new_commune(form_for, figeac):
    cahors = make_commune("46042", "Cahors", latitude=44.45, longitude=1.44)
    dynamic = make_dynamic(commune=figeac)
    unchanged = {"latitude": figeac.latitude, "longitude": figeac.longitude}

    moved = saved(form_for(dynamic, commune=cahors.pk, **unchanged, slug=dynamic.slug))

    assert (moved.latitude, moved.longitude) == (44.45, 1.44)


def test_a_dynamic_without_commune_may_have_no_place(form_for):
    dynamic = saved(form_for(Dynamic()))

    assert dynamic.latitude is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"latitude": "44.5"}, "both coordinates"),
        ({"latitude": "144.5", "longitude": "2"}, "between -90 and 90"),
        ({"created_year": "19"}, "four figures"),
    ],
)
def test_a_mistake_is_explained_in_plain_words(form_for, changes, words, settings):
    settings.LANGUAGE_CODE = "en"
    form = form_for(Dynamic(), **changes)

    assert not form.is_valid()
    assert words in str(form.errors)


def test_an_address_is_made_from_the_name(form_for):
    assert saved(form_for(Dynamic(name="Start-up de l’Éco"))).slug == "start-up-de-l-eco"


def test_an_address_that_somebody_has_is_not_given_twice(form_for):
    make_dynamic("Autre nom", slug="eusko")

    assert saved(form_for(Dynamic(name="Eusko"))).slug == "eusko-2"
