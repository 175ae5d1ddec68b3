"""The pages that every portal has."""

import pytest

from wagtail.models import Page, Site

from portal.home import tree
from portal.home.models import HomePage

pytestmark = pytest.mark.django_db


def test_the_home_page_takes_the_place_of_the_welcome_page():
    home = tree.home_page()

    assert list(Page.objects.filter(depth=2)) == [home.page_ptr]
    assert home.live
    assert [example.value for example in home.search_examples] == list(tree.SEARCH_EXAMPLES)


def test_the_tree_is_planted_once():
    first = tree.home_page()
    doors = (tree.directory_page(first), tree.referential_page(first))

    again = tree.home_page()

    assert again.pk == first.pk
    assert (tree.directory_page(again), tree.referential_page(again)) == doors
    assert HomePage.objects.get().get_children().count() == 2


def test_there_is_one_site_whose_address_may_change(home):
    tree.site_for(home, hostname="maillage.exemple", port=443)
    site = tree.site_for(home, hostname="autre.exemple", port=8000)

    assert Site.objects.get() == site
    assert (site.hostname, site.port, site.root_page_id) == ("autre.exemple", 8000, home.pk)


def test_the_doors_have_french_addresses(directory, referential):
    assert directory.get_url() == "/dynamiques/"
    assert referential.get_url() == "/outils/"
