"""How the editor of a dynamic is laid out: identity, place, story, resources, sources."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

DYNAMIC_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("name"),
            FieldPanel("full_name"),
            FieldRowPanel([FieldPanel("type"), FieldPanel("is_in_study")]),
            FieldPanel("summary"),
            FieldPanel("presentation"),
            FieldPanel("website"),
            FieldPanel("tags"),
        ],
        heading=_("Identity"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("place_label"),
            FieldPanel("territory"),
            FieldPanel("place_precision"),
            FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        ],
        heading=_("Place"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("created_year"), FieldPanel("created_note")]),
            FieldRowPanel([FieldPanel("phase"), FieldPanel("phase_note")]),
            FieldRowPanel([FieldPanel("initiator"), FieldPanel("development_logic")]),
            FieldPanel("themes"),
            FieldPanel("barriers"),
        ],
        heading=_("How it works"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("legal_forms"),
            FieldPanel("legal_note"),
            FieldRowPanel([FieldPanel("inhabitants_involvement"), FieldPanel("debate")]),
        ],
        heading=_("Legal forms and governance"),
    ),
    InlinePanel("resource_levels", heading=_("Resources"), label=_("resource")),
    InlinePanel("milestones", heading=_("Timeline"), label=_("milestone")),
    InlinePanel("key_figures", heading=_("Key figures"), label=_("key figure")),
    InlinePanel("citations", heading=_("Sources"), label=_("source")),
    InlinePanel("decisions", heading=_("Reading choices"), label=_("reading choice")),
    MultiFieldPanel(
        [FieldPanel("slug"), FieldRowPanel([FieldPanel("licence"), FieldPanel("verified_at")])],
        heading=_("Publication"),
    ),
]
