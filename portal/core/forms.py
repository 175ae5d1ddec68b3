"""What the editors' forms have in common."""

from django.db.models import QuerySet
from django.forms import ModelForm
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import SlugInput

# In an address, « l’animation » is "l-animation".
APOSTROPHES = [("['’]", "-")]


def ease_address(form: ModelForm) -> None:
    """Let the address be left empty, and be made from the name while it is typed."""
    if "slug" in form.fields:
        form.fields["slug"].required = False
        form.fields["slug"].widget = SlugInput(formatters=APOSTROPHES)


def free_address(others: QuerySet, name: str) -> str:
    """Make an address from a name, one that none of the others has."""
    wanted = slugify(name.replace("’", "-").replace("'", "-"))[:140] or "sans-nom"
    taken = set(others.filter(slug__startswith=wanted).values_list("slug", flat=True))
    candidates = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(candidate for candidate in candidates if candidate not in taken)


class AddressedForm(WagtailAdminModelForm):
    """The form of something that has an address: left empty, it is made from the name."""

    named_by = "name"

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        ease_address(self)

    def clean_slug(self) -> str:
        """Return the address typed, or else one that nobody has yet."""
        name = self.cleaned_data.get(self.named_by, "")
        return self.cleaned_data["slug"] or self._free_slug(name)

    def _free_slug(self, name: str) -> str:
        return free_address(type(self.instance).objects.exclude(pk=self.instance.pk), name)


class SitePageForm(WagtailAdminPageForm):
    """The form of a page: Wagtail makes its address from its title, even without JavaScript."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        ease_address(self)
