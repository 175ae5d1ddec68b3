"""The blocks editors write with. One family, the same everywhere."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

PROSE = ["bold", "italic", "link", "document-link", "ol", "ul"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words quoted"))
    attribution = blocks.CharBlock(
        label=_("Who said it"), required=False, help_text=_("Only a public role a source gives.")
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "components/blocks/quote.html"


class FigureBlock(blocks.StructBlock):
    image = ImageBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption and credit"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "components/blocks/figure.html"


class ProseBlocks(blocks.StreamBlock):
    """Paragraphs, sub-headings, quotations and images."""

    heading = blocks.CharBlock(
        icon="title", label=_("Sub-heading"), template="components/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(icon="pilcrow", label=_("Text"), features=PROSE)
    quote = QuoteBlock()
    figure = FigureBlock()


class PointsBlock(blocks.StreamBlock):
    """Short statements, one a line."""

    point = blocks.RichTextBlock(
        icon="list-ul", label=_("Point"), features=["bold", "italic", "link"]
    )


class StepsBlock(blocks.StreamBlock):
    """What to do, in order."""

    step = blocks.RichTextBlock(
        icon="list-ol", label=_("Step"), features=["bold", "italic", "link", "ul"]
    )
