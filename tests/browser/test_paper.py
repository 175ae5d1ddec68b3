"""The map and the network fill one sheet, whatever its size."""

import re

import pytest
from playwright.sync_api import Page, expect

SHEETS = {"a4": (595, 842), "a3": (1191, 842)}
DRAWN = {"carte": "portal-map[data-drawn]", "reseau": "network-graph[data-drawn]"}


@pytest.mark.parametrize("view", DRAWN)
@pytest.mark.parametrize("paper", SHEETS)
def test_a_drawing_is_printed_on_one_sheet(page: Page, view: str, paper: str):
    page.goto(f"/dynamiques/?vue={view}&papier={paper}")
    expect(page.locator(DRAWN[view])).to_be_visible()

    printed = page.pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    size = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)", printed).groups()
    assert tuple(round(float(points)) for points in size) == SHEETS[paper]
