"""What editors write reaches the public once an animator has read it, and search finds it at once."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import SignIn

EDITOR, ANIMATOR, MEMBER = (f"{name}@demo.example" for name in ("editeur", "animateur", "membre"))
STORY = "/dynamiques/figeacteurs/"


def edit_monograph(page: Page, title: str) -> None:
    page.goto("/admin/monographies/")
    page.get_by_role("link", name=title, exact=True).click()


def press_action(page: Page, selector: str) -> None:
    """Choose something in the menu at the foot of the editor."""
    page.locator("footer .w-dropdown__toggle").click()
    page.locator(f"footer {selector}").first.click()
    expect(page.locator(".messages .success")).to_be_visible()


def add_sentence(page: Page, field: str, sentence: str) -> None:
    """Write at the end of the first paragraph of a field, wherever its tab is."""
    text = page.locator(f"[data-contentpath='{field}'] [contenteditable='true']").first
    panel = page.get_by_role("tabpanel", include_hidden=True).filter(has=text)
    page.locator(f"#{panel.get_attribute('aria-labelledby')}").click()
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f" {sentence}")
    # The editor hands over what was typed a moment later.
    expect(page.locator(f"#{field}-0-value")).to_have_value(re.compile(re.escape(sentence)))


def approve(sign_in: SignIn, title: str) -> None:
    """Say yes, as an animator who starts from the dashboard."""
    animator = sign_in(ANIMATOR)
    animator.get_by_role("main").get_by_role("link", name=title, exact=True).first.click()
    press_action(animator, "[data-workflow-action-name='approve']")


def submit_correction(sign_in: SignIn, sentence: str) -> None:
    editor = sign_in(EDITOR)
    edit_monograph(editor, "Figeacteurs")
    add_sentence(editor, "spring", sentence)
    press_action(editor, "[name='action-submit']")


def test_a_correction_reaches_the_public_and_search_once_it_is_approved(
    sign_in: SignIn, page: Page, word: str
):
    submit_correction(sign_in, f"Le fil s’appelle {word}.")
    page.goto(STORY)
    expect(page.locator("main")).not_to_contain_text(word)
    page.goto(f"/recherche/?q={word}")
    expect(page.locator(f"#results a[href='{STORY}']")).to_have_count(0)

    approve(sign_in, "Figeacteurs")

    page.goto(STORY)
    expect(page.locator("main")).to_contain_text(word)
    page.goto(f"/recherche/?q={word}")
    expect(page.locator(f"#results a[href='{STORY}']")).to_be_visible()
    expect(page.locator("#results mark")).to_have_text(word)


def test_a_corrected_record_reaches_the_lists_once_it_is_approved(
    sign_in: SignIn, page: Page, word: str
):
    editor = sign_in(EDITOR)
    editor.goto("/admin/snippets/directory/dynamic/")
    editor.get_by_role("link", name="Nova CHILD", exact=True).click()
    editor.locator("#id_summary").fill(f"Un résumé corrigé, qui parle de {word}.")
    press_action(editor, "[name='action-submit']")
    page.goto(f"/dynamiques/?q={word}")
    expect(page.get_by_text(f"qui parle de {word}")).to_have_count(0)

    approve(sign_in, "Nova CHILD")

    page.reload()
    expect(page.locator("#results .card").get_by_text(f"qui parle de {word}")).to_be_visible()
    page.goto("/dynamiques/nova-child/")
    expect(page.get_by_text(f"qui parle de {word}")).to_be_visible()


def test_a_correction_sent_back_stays_out_of_sight(sign_in: SignIn, page: Page, word: str):
    editor = sign_in(EDITOR)
    edit_monograph(editor, "Imaginations fertiles")
    add_sentence(editor, "spring", f"Cela s’appelle {word}.")
    press_action(editor, "[name='action-submit']")

    animator = sign_in(ANIMATOR)
    animator.get_by_role("link", name="Imaginations fertiles", exact=True).first.click()
    animator.locator("footer .w-dropdown__toggle").click()
    animator.locator("footer [data-workflow-action-name='reject']").first.click()
    animator.locator(".modal [name='comment']").fill("D’où vient ce mot ?")
    animator.locator(".modal [type=submit]").click()
    expect(animator.locator(".messages .success")).to_be_visible()

    page.goto("/dynamiques/imaginations-fertiles/")
    expect(page.locator("main")).not_to_contain_text(word)
    edit_monograph(editor, "Imaginations fertiles")
    expect(editor.get_by_text("D’où vient ce mot ?").first).to_be_attached()


def test_an_editor_cannot_publish_without_an_animator(sign_in: SignIn):
    editor = sign_in(EDITOR)

    edit_monograph(editor, "Biovallée")

    expect(editor.locator("[name='action-submit']")).to_have_count(1)
    expect(editor.locator("[name='action-publish']")).to_have_count(0)


def test_a_member_proposes_a_method_that_the_public_does_not_see(
    sign_in: SignIn, page: Page, word: str
):
    member = sign_in(MEMBER)
    member.locator("main a[href*='/admin/pages/add/toolbox/methodpage/']").click()
    member.locator("#id_title").fill(f"Atelier {word}")
    member.locator("#id_summary").fill("Une façon de se réunir que personne n’a encore décrite.")
    member.locator("#id_kind").select_option(index=1)
    member.locator("[name='themes']").first.check()
    expect(member.locator("[name='action-publish']")).to_have_count(0)
    press_action(member, "[name='action-submit']")

    assert page.goto(f"/outils/atelier-{word}/").status == 404
    page.goto(f"/recherche/?q={word}")
    expect(page.get_by_role("link", name=word)).to_have_count(0)

    approve(sign_in, f"Atelier {word}")
    assert page.goto(f"/outils/atelier-{word}/").status == 200


def test_a_member_changes_nothing_that_is_not_theirs(sign_in: SignIn):
    member = sign_in(MEMBER)

    member.goto("/admin/monographies/")

    expect(member.get_by_role("link", name="Figeacteurs", exact=True)).to_have_count(0)
