"""Where things happen: régions, départements, intercommunalités, communes, and a few neighbours abroad."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from portal.territories.bounds import Bounds
from portal.territories.querysets import CommuneQuerySet, NamedQuerySet, RegionQuerySet


def on_earth(name: str) -> models.CheckConstraint:
    """Latitudes stop at the poles, longitudes at the antimeridian."""
    return models.CheckConstraint(
        condition=Q(latitude__range=(-90, 90), longitude__range=(-180, 180)), name=name
    )


def well_framed(name: str) -> models.CheckConstraint:
    """A frame has its south below its north and its west before its east."""
    return models.CheckConstraint(
        condition=Q(south__lte=F("north"), west__lte=F("east")), name=name
    )


class Territory(models.Model):
    """Anything with an official code, a name, and a point where its label is written."""

    code = models.CharField(_("code"), max_length=12, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    slug = models.CharField(_("normalised name"), max_length=120, db_index=True)
    latitude = models.FloatField(_("latitude"))
    longitude = models.FloatField(_("longitude"))

    objects = NamedQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["slug", "code"]

    def __str__(self) -> str:
        return self.name


class Framed(Territory):
    """A territory wide enough to be framed on the map."""

    south = models.FloatField(_("southernmost latitude"))
    west = models.FloatField(_("westernmost longitude"))
    north = models.FloatField(_("northernmost latitude"))
    east = models.FloatField(_("easternmost longitude"))

    class Meta(Territory.Meta):
        abstract = True

    @property
    def bounds(self) -> Bounds:
        """The frame to show the whole of it."""
        return Bounds(self.west, self.south, self.east, self.north)


class Region(Framed):
    """One of the eighteen régions, or an overseas collectivity that stands for one."""

    class Zone(models.TextChoices):
        METROPOLE = "metro", _("metropolitan France")
        OVERSEAS_REGION = "drom", _("overseas region")
        OVERSEAS_COLLECTIVITY = "com", _("overseas collectivity")

    zone = models.CharField(_("zone"), max_length=5, choices=Zone)

    objects = RegionQuerySet.as_manager()

    class Meta(Framed.Meta):
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = [
            on_earth("region_label_is_on_earth"),
            well_framed("region_frame_is_the_right_way_up"),
        ]

    @property
    def is_overseas(self) -> bool:
        """Whether it lies outside the map of metropolitan France."""
        return self.zone != self.Zone.METROPOLE


class Department(Framed):
    """One of the 101 départements, or an overseas collectivity that stands for one."""

    region = models.ForeignKey(
        Region, models.PROTECT, related_name="departments", verbose_name=_("region")
    )

    class Meta(Framed.Meta):
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        constraints = [
            on_earth("department_label_is_on_earth"),
            well_framed("department_frame_is_the_right_way_up"),
        ]


class Epci(models.Model):
    """A group of communes with its own taxation: communauté de communes, agglomération, métropole…"""

    code = models.CharField(_("SIREN number"), max_length=9, primary_key=True)
    name = models.CharField(_("name"), max_length=160)
    slug = models.CharField(_("normalised name"), max_length=160, db_index=True)

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("intercommunality")
        verbose_name_plural = _("intercommunalities")
        ordering = ["slug", "code"]

    def __str__(self) -> str:
        return self.name


class Commune(Territory):
    """A municipality: all those of France, and places of its French-speaking neighbours.

    French codes are INSEE's ("22362"); abroad it is the country and the GeoNames number ("BE-2800866").
    """

    class Country(models.TextChoices):
        FRANCE = "FR", _("France")
        BELGIUM = "BE", _("Belgium")
        CANADA = "CA", _("Canada")
        SWITZERLAND = "CH", _("Switzerland")
        LUXEMBOURG = "LU", _("Luxembourg")

    country = models.CharField(_("country"), max_length=2, choices=Country, default=Country.FRANCE)
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="communes",
        verbose_name=_("department"),
    )
    epci = models.ForeignKey(
        Epci,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="communes",
        verbose_name=_("intercommunality"),
    )
    province = models.CharField(_("province or canton, abroad"), max_length=40, blank=True)
    postcodes = models.CharField(
        _("postcodes"),
        max_length=160,
        blank=True,
        validators=[RegexValidator(r"^\d{5}( \d{5})*$")],
        help_text=_("Five figures each, separated by spaces."),
    )
    population = models.PositiveIntegerField(_("population"), default=0)

    objects = CommuneQuerySet.as_manager()

    class Meta(Territory.Meta):
        verbose_name = _("commune")
        verbose_name_plural = _("communes")
        constraints = [
            on_earth("commune_is_on_earth"),
            models.CheckConstraint(
                condition=Q(country="FR", department__isnull=False, province="")
                | Q(~Q(country="FR"), department__isnull=True, epci__isnull=True),
                name="french_communes_and_only_they_have_a_department",
            ),
        ]

    @property
    def label(self) -> str:
        """The name and what tells it from its homonyms: « Sainte-Colombe (Rhône) »."""
        around = self.department.name if self.department else self.province
        return f"{self.name} ({around})" if around and around != self.name else self.name

    @property
    def region(self) -> Region | None:
        """Its région, when it is French."""
        return self.department.region if self.department else None


class OtherName(models.Model):
    """A name or code people still write for a commune that has another one."""

    class Kind(models.TextChoices):
        DELEGATED = "delegated", _("delegated commune")
        ASSOCIATED = "associated", _("associated commune")
        ARRONDISSEMENT = "arrondissement", _("municipal arrondissement")
        SPELLING = "spelling", _("name in another language")

    code = models.CharField(_("code"), max_length=12, blank=True, db_index=True)
    name = models.CharField(_("name"), max_length=120)
    slug = models.CharField(_("normalised name"), max_length=120, db_index=True)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind)
    commune = models.ForeignKey(
        Commune, models.CASCADE, related_name="other_names", verbose_name=_("commune")
    )

    objects = NamedQuerySet.as_manager()

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ["slug", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "slug", "code"], name="a_commune_is_given_another_name_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class LoadedFile(models.Model):
    """The checksum of a fixture the territories were loaded from: unchanged, it is not read again."""

    name = models.CharField(_("file"), max_length=40, primary_key=True)
    checksum = models.CharField(_("checksum"), max_length=64)
    loaded_at = models.DateTimeField(_("loaded on"), auto_now=True)

    class Meta:
        verbose_name = _("loaded file")
        verbose_name_plural = _("loaded files")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
