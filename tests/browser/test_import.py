"""An animator brings a messy file into the directory, answers a question, sees the result, and takes it back."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn

ANIMATOR = "animateur@demo.example"
MESSY = (
    "Nom;Adresse;Code postal;Ville;Lat;Lon;Description;Courriel\r\n"
    "Atelier {word};1 rue du Port;1000;Bourg-en-Bresse;46,205;5,225;<p>Du bois &amp; du métal</p>;a@exemple.invalid\r\n"
    "Fournil {word};;;Sainte-Colombe;;;Du pain;\r\n"
)


def fill_and_read(page: Page, word: str) -> None:
    content = MESSY.format(word=word).encode("cp1252")
    page.goto("/admin/imports/")
    page.get_by_role("link", name="Importer un fichier").click()
    page.get_by_label("Fichier").set_input_files(
        {"name": "carte.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_label("Source", exact=False).first.fill(f"Carte {word}")
    page.get_by_role("button", name="Lire ce fichier").click()


def test_a_messy_file_is_imported_seen_and_taken_back(sign_in: SignIn, page: Page, word: str):
    animator = sign_in(ANIMATOR)
    fill_and_read(animator, word)
    expect(animator.get_by_role("heading", name="Que contiennent les colonnes")).to_be_visible()
    animator.get_by_role("button", name="Voir ce que cela donne").click()

    expect(animator.get_by_text("Zéros perdus")).to_be_visible()
    answer = animator.locator("select[name='answer-0']")
    answer.select_option(label="Sainte-Colombe (Lot)")
    animator.get_by_role("button", name="Garder ces réponses").click()
    animator.get_by_role("button", name="Importer", exact=True).click()

    seen = animator.get_by_role("link", name="Voir ces dynamiques dans l’annuaire")
    expect(seen).to_be_visible()
    seen.click()
    expect(animator.get_by_role("link", name=f"Atelier {word}")).to_be_visible()
    expect(animator.get_by_role("link", name=f"Fournil {word}")).to_be_visible()

    animator.go_back()
    animator.get_by_role("link", name="Annuler cet import").click()
    animator.get_by_role("button", name="Annuler cet import").click()
    expect(animator.locator(".messages")).to_contain_text(re.compile("2 fiches ont été retirées"))
    page.goto(f"/dynamiques/?q={word}&cercle=tous")
    expect(page.get_by_text(f"Atelier {word}")).to_have_count(0)
