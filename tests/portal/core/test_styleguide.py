"""The page that shows every component."""

from django.urls import reverse

from tests.factories import make_user


def test_visitors_do_not_see_the_style_guide(client, home):
    response = client.get(reverse("styleguide"))

    assert response.status_code == 302


def test_the_team_sees_every_component_without_any_data(client, home):
    client.force_login(make_user(is_staff=True))

    response = client.get(reverse("styleguide"))

    assert response.status_code == 200
    assert "card kind-dynamic" in response.content.decode()
