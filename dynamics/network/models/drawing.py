from django.db import models
from django.utils.translation import gettext_lazy as _


class Drawing(models.Model):
    """The network as it was last laid out: what pages read instead of working it out."""

    class Scene(models.TextChoices):
        """What stands among the dynamics besides their ties."""

        TIES = "ties", _("ties alone")
        METHODS = "methods", _("with tools and methods")
        PLACES = "places", _("with territories")
        ALL = "all", _("with tools, methods and territories")

    scene = models.CharField(_("scene"), max_length=10, choices=Scene, unique=True)
    version = models.CharField(_("version"), max_length=64)
    content = models.JSONField(_("content"))
    drawn_at = models.DateTimeField(_("drawn"), auto_now=True)

    class Meta:
        verbose_name = _("drawing of the network")
        verbose_name_plural = _("drawings of the network")

    def __str__(self) -> str:
        return self.get_scene_display()
