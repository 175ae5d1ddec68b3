"""Blocks that only a method has: its variants, and the questions of a self-diagnosis."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from portal.core.blocks import PROSE


class VariantBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"))
    text = blocks.RichTextBlock(label=_("What changes"), features=PROSE)

    class Meta:
        icon = "duplicate"
        label = _("Variant")
        template = "toolbox/blocks/variant.html"


class VariantsBlock(blocks.StreamBlock):
    """Other ways of doing the same thing."""

    variant = VariantBlock()


class QuestionGroupBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    questions = blocks.ListBlock(blocks.CharBlock(label=_("Question"), max_length=400))

    class Meta:
        icon = "help"
        label = _("Group of questions")
        template = "toolbox/blocks/questions.html"


class QuestionsBlock(blocks.StreamBlock):
    """A grid one fills in for oneself."""

    group = QuestionGroupBlock()
