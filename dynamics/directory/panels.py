"""How the editor of a dynamic is laid out: who and where, how it works, landmarks, publication."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

IDENTITY = MultiFieldPanel(
    [
        TitleFieldPanel(
            "name", placeholder=False, help_text=_("The name that people use every day.")
        ),
        FieldPanel("full_name", help_text=_("Only when the usual name is a shortened one.")),
        FieldPanel("type", widget=forms.Select),
        FieldPanel("is_in_study"),
        FieldPanel(
            "summary", help_text=_("Two sentences: what is done, by whom, where. Shown in lists.")
        ),
        FieldPanel("presentation"),
        FieldPanel("website"),
        FieldPanel("tags", help_text=_("Four to ten words that people would look for.")),
    ],
    heading=_("Identity"),
    icon="group",
)

IDENTIFIERS = InlinePanel(
    "identifiers",
    heading=_("Identifiers"),
    label=_("identifier"),
    help_text=_("Its numbers in public registers: they tell namesakes apart, and find duplicates."),
)

PLACE = MultiFieldPanel(
    [
        FieldPanel("place_label", help_text=_("As one would say it: “Figeac and its region”.")),
        FieldPanel("territory", help_text=_("Everywhere it acts, when that is wider.")),
        FieldPanel(
            "commune", help_text=_("Type the beginning of its name, or its postcode, to find it.")
        ),
        FieldRowPanel(
            [FieldPanel("latitude"), FieldPanel("longitude")],
            help_text=_("Leave both empty: they are those of the commune."),
        ),
        FieldPanel("place_precision"),
    ],
    heading=_("Place"),
    icon="site",
)

LIFE = MultiFieldPanel(
    [
        FieldRowPanel(
            [
                FieldPanel("created_year", help_text=_("Four figures; empty when nobody knows.")),
                FieldPanel("created_note", help_text=_("In one sentence.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("phase", widget=forms.Select),
                FieldPanel("phase_note", help_text=_("What makes one say so.")),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("initiator", help_text=_("Who began.")),
                FieldPanel("development_logic", help_text=_("How it grows.")),
            ]
        ),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("barriers", widget=forms.CheckboxSelectMultiple),
    ],
    heading=_("How it works"),
    icon="cogs",
)

GOVERNANCE = MultiFieldPanel(
    [
        FieldPanel("legal_forms", widget=forms.CheckboxSelectMultiple),
        FieldPanel("legal_note", help_text=_("What the boxes above cannot say.")),
        FieldRowPanel([FieldPanel("inhabitants_involvement"), FieldPanel("debate")]),
    ],
    heading=_("Legal forms and governance"),
    icon="clipboard-list",
)

PUBLICATION = MultiFieldPanel(
    [
        FieldPanel(
            "slug",
            help_text=_("The end of the address; made from the name when empty. Never change it."),
        ),
        FieldPanel("is_conforming"),
        FieldRowPanel(
            [
                FieldPanel("licence", help_text=_("How others may use this record again.")),
                FieldPanel("verified_at", help_text=_("When its members last checked it.")),
            ]
        ),
    ],
    heading=_("Publication"),
    icon="globe",
)

DYNAMIC_EDITOR = TabbedInterface(
    [
        ObjectList([IDENTITY, PLACE, IDENTIFIERS], heading=_("Who and where")),
        ObjectList(
            [
                LIFE,
                GOVERNANCE,
                InlinePanel("resource_levels", heading=_("Resources"), label=_("resource")),
            ],
            heading=_("How it works"),
        ),
        ObjectList(
            [
                InlinePanel("milestones", heading=_("Timeline"), label=_("milestone")),
                InlinePanel("key_figures", heading=_("Key figures"), label=_("key figure")),
            ],
            heading=_("Landmarks"),
        ),
        ObjectList(
            [
                InlinePanel("citations", heading=_("Sources"), label=_("source")),
                InlinePanel(
                    "decisions",
                    heading=_("Reading choices"),
                    label=_("reading choice"),
                    help_text=_("Two sources disagree: which one was followed, and why."),
                ),
            ],
            heading=_("Sources"),
        ),
        ObjectList([PUBLICATION], heading=_("Publication")),
    ]
)
