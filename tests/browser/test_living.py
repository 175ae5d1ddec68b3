"""The directory lives: anybody proposes, members confirm, animators judge and merge; every view shows the same selection."""

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn
from tests.browser.keyboard import tab_to
from tests.browser.server import ROOT, Site, environment, manage

ANIMATOR, MEMBER = "animateur@demo.example", "membre@demo.example"
RECORD = "/dynamiques/euralens/"
BUTTON = re.compile(r"http://\S+/dynamiques/toujours-exact/\S+/")


def fill_proposal(page: Page, name: str, place: str = "Mende") -> None:
    page.goto("/dynamiques/")
    page.get_by_role("link", name="Proposer une dynamique").click()
    page.get_by_label("Nom", exact=True).fill(name)
    page.get_by_label("Type", exact=True).select_option(index=1)
    page.get_by_label("En deux phrases").fill(f"Une filature, {name}, travaille la laine locale.")
    page.get_by_label("Commune", exact=True).fill(place)


def accept(animator: Page, title: str) -> None:
    """Publish what waits under this title."""
    animator.goto("/admin/contributions/")
    animator.get_by_role("link", name=title, exact=True).first.click()
    animator.get_by_role("button", name="Accepter et publier").click()
    expect(animator.locator(".messages .success")).to_be_visible()


def proposed_and_accepted(page: Page, animator: Page, name: str) -> None:
    fill_proposal(page, name)
    page.get_by_role("button", name="Envoyer").click()
    page.wait_for_url("**/contributions/merci/")
    accept(animator, name)


def letters(server: Site) -> str:
    """Ask the members who are due, as the clock does every night; return the letters that left."""
    address = urlsplit(server.address)
    return subprocess.run(
        manage("ask_freshness"),
        cwd=ROOT,
        env=environment(server.log.parent, address.port),
        check=True,
        capture_output=True,
        text=True,
    ).stdout.replace("=\n", "")


def test_a_visitor_proposes_a_record_that_the_list_shows_once_it_is_accepted(
    page: Page, sign_in: SignIn, word: str
):
    name = f"Laine {word}"
    fill_proposal(page, name, place="Nulle-Part-les-Bains")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_text("Nous ne connaissons pas de commune").first).to_be_visible()
    expect(page.get_by_label("Nom", exact=True)).to_have_value(name)
    page.get_by_label("Commune", exact=True).fill("Mende")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", name="Merci")).to_be_visible()
    page.goto(f"/dynamiques/?q={word}&cercle=tous")
    expect(page.get_by_role("link", name=name)).to_have_count(0)

    accept(sign_in(ANIMATOR), name)

    page.reload()
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def test_a_visitor_corrects_a_record_and_the_page_says_it_once_it_is_accepted(
    page: Page, sign_in: SignIn, word: str
):
    page.goto("/dynamiques/mine-d-idees/")
    name = page.locator("h1").inner_text()
    page.get_by_role("link", name="Corriger cette fiche").click()
    page.get_by_label("En deux phrases").fill(f"Un résumé corrigé, qui parle de {word}.")
    page.get_by_role("button", name="Envoyer").click()
    expect(page.get_by_role("heading", name="Merci")).to_be_visible()
    page.goto("/dynamiques/mine-d-idees/")
    expect(page.get_by_text(word)).to_have_count(0)

    accept(sign_in(ANIMATOR), name)

    page.reload()
    expect(page.get_by_text(f"qui parle de {word}")).to_be_visible()


def test_a_member_says_with_the_keyboard_that_a_record_is_still_true(
    page: Page, sign_in: SignIn, server: Site
):
    if server.log == Path(os.devnull):
        pytest.skip("The letters of a site that runs already are not ours to read.")
    animator = sign_in(ANIMATOR)
    animator.goto("/admin/snippets/directory/membership/add/")
    animator.locator("#id_dynamic-chooser").get_by_role("button", name="Choisir").click()
    animator.get_by_role("dialog").get_by_role("link", name="Euralens").click()
    animator.locator("[name=user]").fill(MEMBER)
    animator.get_by_role("button", name="Enregistrer").click()
    expect(animator.locator(".messages .success")).to_be_visible()
    page.goto(RECORD)
    expect(page.get_by_text("jamais vérifiée")).to_be_visible()

    letter = letters(server)
    page.goto(BUTTON.search(letter).group())
    tab_to(page, page.get_by_role("button", name="C’est toujours exact"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Merci")).to_be_visible()
    tab_to(page, page.get_by_role("link", name="Voir la fiche"))
    page.keyboard.press("Enter")

    page.wait_for_url(f"**{RECORD}")
    expect(page.get_by_text("vérifiée aujourd’hui")).to_be_visible()


def test_two_records_of_one_dynamic_become_one(page: Page, sign_in: SignIn, word: str):
    name, animator = f"Fil {word}", sign_in(ANIMATOR)
    kept, gone = f"/dynamiques/fil-{word}/", f"/dynamiques/fil-{word}-2/"
    for _each in range(2):
        proposed_and_accepted(page, animator, name)

    animator.goto("/admin/reports/duplicates/")
    animator.get_by_role("link", name=name).first.click()
    animator.locator("form", has=animator.get_by_role("button")).filter(
        has=animator.locator("[name=kept]")
    ).first.get_by_role("button").click()

    expect(animator.locator(".messages .success")).to_be_visible()
    page.goto(gone)
    expect(page).to_have_url(re.compile(f"{kept}$"))
    assert (
        page.request.get(f"/api/v1/dynamics{gone.removeprefix('/dynamiques')[:-1]}").status == 410
    )
    feed = page.request.get("/api/v1/dynamics?updated_since=2020-01-01T00:00:00Z").json()
    left = {each["slug"]: each["replaced_by"] for each in feed["deleted"]}
    assert left[f"fil-{word}-2"] == f"fil-{word}"


def test_the_keyboard_alone_finds_the_way_from_one_dynamic_to_another(page: Page):
    page.goto("/dynamiques/eusko/liens/")
    tab_to(page, page.get_by_label("à", exact=True))
    page.keyboard.type("Figeacteurs")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="De Eusko à Figeacteurs")).to_be_visible()
    step = page.locator(".network-way a").last
    tab_to(page, step)
    page.keyboard.press("Enter")
    page.wait_for_url("**/dynamiques/figeacteurs/")


def test_every_view_shows_the_same_selection(page: Page):
    page.goto("/dynamiques/?type=ptce&region=27")
    listed = page.locator("#results h2").first.inner_text()
    for view in ("Carte", "Réseau", "Tableau", "Liste"):
        page.get_by_role("navigation", name="Affichage").get_by_role(
            "link", name=view, exact=True
        ).click()
        expect(page.locator("#results h2").first).to_have_text(listed)
        assert "type=ptce" in page.url
        assert "region=27" in page.url


@pytest.mark.parametrize("view", ["liste", "carte", "reseau", "tableau"])
def test_a_frame_shows_a_view_without_the_site_around_it(page: Page, view: str):
    page.goto(f"/dynamiques/?vue={view}&type=ptce&cadre=1")

    for chrome in (".site-header", ".site-footer", "form[method=post]", "#filters"):
        expect(page.locator(chrome)).to_have_count(0)
    expect(page.get_by_role("link", name="Voir cette vue sur Maillage")).to_have_attribute(
        "href", re.compile("type=ptce")
    )
