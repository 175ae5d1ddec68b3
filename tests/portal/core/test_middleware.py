import pytest

from django.http import HttpResponse

from portal.core.middleware import OpenDataMiddleware


def answer_of(request, **headers):
    return OpenDataMiddleware(lambda _request: HttpResponse("{}", headers=headers))(request)


def test_pages_are_left_alone(rf):
    response = answer_of(rf.post("/recherche/"), Vary="Cookie")

    assert "Access-Control-Allow-Origin" not in response
    assert response["Vary"] == "Cookie"


@pytest.mark.parametrize(
    ("vary", "kept"),
    [("Cookie", None), ("Cookie, Accept-Encoding", "Accept-Encoding"), ("Accept", "Accept")],
)
def test_data_are_the_same_for_everybody(rf, vary, kept):
    response = answer_of(rf.get("/api/v1/terms"), **{"Vary": vary, "Content-Type": "text/csv"})

    assert response.get("Vary") == kept


def test_what_an_address_says_of_its_freshness_is_kept(rf):
    response = answer_of(rf.get("/api/v1/terms"), **{"Cache-Control": "max-age=60"})

    assert response["Cache-Control"] == "max-age=60"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written_through_the_api(rf, method):
    response = answer_of(getattr(rf, method)("/api/v1/terms"))

    assert response.status_code == 405
