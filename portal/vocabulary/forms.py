"""What animators type in the closed vocabularies."""

from wagtail.admin.forms import WagtailAdminModelForm


class EntryForm(WagtailAdminModelForm):
    """An entry of a vocabulary: its code is chosen once."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "code" in self.fields:
            self.fields["code"].disabled = True
