"""How the editor of a tie is laid out."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

TIE_PANELS = [
    FieldPanel("type"),
    MultiFieldPanel(
        [
            FieldPanel("source"),
            FieldPanel("source_person"),
            FieldPanel("source_outside"),
        ],
        heading=_("From"),
        help_text=_("One of the three."),
    ),
    MultiFieldPanel(
        [FieldPanel("target"), FieldPanel("target_outside")],
        heading=_("To"),
        help_text=_("One of the two."),
    ),
    FieldPanel("text"),
    FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    MultiFieldPanel(
        [FieldPanel("link"), FieldRowPanel([FieldPanel("document"), FieldPanel("locator")])],
        heading=_("Proof"),
    ),
    FieldPanel("is_confirmed_by_team"),
]
