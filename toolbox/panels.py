"""How the editor of a method is laid out: what it is, where it belongs, in practice, sources."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page

from portal.core.models import SitePage

METHOD = [
    *SitePage.content_panels,
    FieldPanel("kind", help_text=_("Needed: people choose by it.")),
    FieldPanel("themes", widget=forms.CheckboxSelectMultiple, help_text=_("One at least.")),
    FieldPanel("purpose", help_text=_("Which problem one has when one reaches for it.")),
    FieldPanel("steps", help_text=_("What to do, in order; one block, one step.")),
    FieldPanel("cautions", help_text=_("What those who tried it would have liked to know.")),
    FieldPanel("variants", help_text=_("Other ways of doing the same thing.")),
    FieldPanel("questions", help_text=_("Only for a grid that one fills in for oneself.")),
]

CLASSIFICATION = [
    FieldPanel(
        "phases",
        widget=forms.CheckboxSelectMultiple,
        help_text=_("When, in the life of a dynamic, it is of use."),
    ),
    FieldPanel("barriers", widget=forms.CheckboxSelectMultiple),
    FieldPanel("tags", help_text=_("Three to eight words that people would look for.")),
]

PRACTICE = [
    FieldPanel("participants", help_text=_("In words: inhabitants, elected people, companies…")),
    FieldRowPanel([FieldPanel("min_participants"), FieldPanel("max_participants")]),
    FieldPanel("duration", help_text=_("In words: half a day, three meetings…")),
    FieldPanel("promoted_by"),
    FieldPanel("derived_from", help_text=_("Another method of the referential.")),
]

METHOD_EDITOR = TabbedInterface(
    [
        ObjectList(METHOD, heading=_("The method")),
        ObjectList(
            [
                MultiFieldPanel(CLASSIFICATION, heading=_("Where it belongs"), icon="tag"),
                MultiFieldPanel(PRACTICE, heading=_("In practice"), icon="group"),
            ],
            heading=_("Where it belongs, in practice"),
        ),
        ObjectList(
            [InlinePanel("citations", heading=_("Sources"), label=_("source"))],
            heading=_("Sources"),
        ),
        ObjectList([*Page.promote_panels, *Page.settings_panels], heading=_("Publication")),
    ]
)
