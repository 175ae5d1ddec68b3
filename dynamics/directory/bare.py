"""A view without the chrome of the site, for paper: which sizes, and the links to them."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.listing import Link, Listing


@dataclass(frozen=True)
class Paper:
    """A size of paper, and the style sheet that fills it."""

    label: str | Promise
    style: str


PAPERS = {
    "a4": Paper(_("Print on A4"), "css/paper-a4.css"),
    "a3": Paper(_("Print on A3, landscape"), "css/paper-a3.css"),
}


def paper_links(asked: Listing) -> list[Link]:
    """Return the addresses of the present view, ready to print."""
    return [Link(str(paper.label), asked.address(papier=code)) for code, paper in PAPERS.items()]
