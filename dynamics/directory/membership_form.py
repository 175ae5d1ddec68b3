"""Who looks after a record: an account is named by its address, not chosen among all of them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class MembershipForm(WagtailAdminModelForm):
    """A dynamic and the address of an account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        accounts = self.fields["user"].queryset
        self.fields["user"] = forms.ModelChoiceField(
            accounts,
            to_field_name="email",
            label=_("Address of the account"),
            widget=forms.EmailInput,
            error_messages={"invalid_choice": _("No account has this address.")},
        )
        if self.instance.pk:
            self.initial["user"] = self.instance.user
