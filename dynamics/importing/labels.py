"""What a column can hold, in the words of the editors' screen."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TARGET_LABELS: Mapping[str, Promise] = {
    "name": _("Name"),
    "full_name": _("Full name"),
    "source_id": _("Identifier in the source"),
    "summary": _("Summary"),
    "description": _("Presentation"),
    "website": _("Website"),
    "link": _("Page about it at the source"),
    "street": _("Number and street"),
    "address": _("Whole address"),
    "postcode": _("Postcode"),
    "commune": _("Name of the commune"),
    "commune_code": _("INSEE code of the commune"),
    "department": _("Département"),
    "region": _("Région"),
    "country": _("Country"),
    "territory_code": _("Code of the territory"),
    "territory_level": _("Kind of territory"),
    "territory": _("Territory, in words"),
    "latitude": _("Latitude"),
    "longitude": _("Longitude"),
    "coordinates": _("Both coordinates"),
    "created_year": _("Year of creation"),
    "type": _("Type of dynamic"),
    "tags": _("Keywords"),
    "theme": _("Themes"),
    "siren": _("SIREN number"),
    "siret": _("SIRET number"),
    "rna": _("RNA number"),
    "neq": _("NEQ number (Québec)"),
    "bce": _("BCE number (Belgium)"),
    "wikidata": _("Wikidata item"),
    "licence": _("Licence"),
}
NOT_READ = _("— left out —")
PERSONAL = _("— personal data: never imported —")
