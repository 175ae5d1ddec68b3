"""What search must remember until the index has caught up."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PendingChange(models.Model):
    """Something whose document must be written again, noted in the transaction of the change itself.

    It stays after it was indexed while a fresh index is being built, which must know of it too.
    """

    uid = models.CharField(_("document"), max_length=100)
    created_at = models.DateTimeField(_("noted at"), auto_now_add=True)
    is_indexed = models.BooleanField(_("indexed, kept for the index being built"), default=False)
    attempts = models.PositiveSmallIntegerField(_("failed attempts"), default=0)

    class Meta:
        verbose_name = _("pending change")
        verbose_name_plural = _("pending changes")
        ordering = ["pk"]
        permissions = [
            ("read_members_documents", _("Can find what is shown to members only")),
        ]

    def __str__(self) -> str:
        return self.uid
