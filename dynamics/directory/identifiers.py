"""The numbers that name an organisation or a place in public registers: how each is written, and checked."""

import re

from stdnum.be import vat as bce
from stdnum.exceptions import ValidationError as NotValid
from stdnum.fr import siren, siret

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.territories.models import Commune

# What people put between the digits: spaces of every width, dots, hyphens, slashes.
SEPARATORS = re.compile(r"[\s.\-‐‑–/]+")
BCE_PREFIX = re.compile(r"^BE(?=\d)")

# The shape of each, as the database checks it too.
SHAPES = {
    "siren": r"^[0-9]{9}$",
    "siret": r"^[0-9]{14}$",
    "rna": r"^W[0-9][0-9A-Z][0-9]{7}$",
    "neq": r"^[0-9]{10}$",
    "bce": r"^[01][0-9]{9}$",
    "commune": r"^([0-9][0-9AB][0-9]{3}|[A-Z]{2}-[0-9]+)$",
    "wikidata": r"^Q[1-9][0-9]*$",
}
ADVICE: dict[str, str | Promise] = {
    "siren": _("A SIREN number has nine digits, for example 732 829 320."),
    "siret": _("A SIRET number has fourteen digits, for example 732 829 320 00074."),
    "rna": _("An RNA number is a W followed by nine digits, for example W751212517."),
    "neq": _("An NEQ number has ten digits, for example 1143920115."),
    "bce": _("A BCE number has ten digits and begins with 0 or 1, for example 0403.170.701."),
    "commune": _("The code of a commune has five characters, for example 46102."),
    "wikidata": _("A Wikidata item is a Q followed by digits, for example Q90."),
}
MISTYPED = _("This number has a wrong digit: its check digits do not match.")
UNKNOWN_COMMUNE = _("No commune has this code.")
UNKNOWN_NUMBER = _("This is not a SIREN, SIRET, RNA, NEQ or BCE number: check its digits.")
ADDRESSES = {
    "siren": "https://annuaire-entreprises.data.gouv.fr/entreprise/{}",
    "siret": "https://annuaire-entreprises.data.gouv.fr/etablissement/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}


def normalised(scheme: str, value: str) -> str:
    """Write a number the one way registers do: no separators, capital letters."""
    if scheme == "commune":
        return value.strip().upper()
    if scheme == "wikidata":
        return value.strip().rstrip("/").rsplit("/", 1)[-1].upper()
    number = SEPARATORS.sub("", value).upper()
    if scheme == "bce":
        number = BCE_PREFIX.sub("", number)
        # Nine digits are the former writing of the same number.
        return f"0{number}" if re.fullmatch(r"[0-9]{9}", number) else number
    return number


def complaint(scheme: str, value: str) -> str | Promise:
    """Say what is wrong with a normalised number; nothing when it is right."""
    if not re.match(SHAPES.get(scheme, r"$^"), value):
        return ADVICE.get(scheme, UNKNOWN_NUMBER)
    if scheme == "commune":
        return "" if Commune.objects.filter(code=value).exists() else UNKNOWN_COMMUNE
    return "" if _has_its_check_digits(scheme, value) else MISTYPED


def _has_its_check_digits(scheme: str, value: str) -> bool:
    register = {"siren": siren, "siret": siret, "bce": bce}.get(scheme)
    if register is None:
        return True
    try:
        register.validate(value)
    except NotValid:
        return False
    return True


def checked(scheme: str, value: str) -> str:
    """Return a number as registers write it.

    Raises:
        ValidationError: it cannot be a number of this register.
    """
    number = normalised(scheme, value)
    if wrong := complaint(scheme, number):
        raise ValidationError({"value": wrong})
    return number


def recognised(value: str) -> tuple[str, str] | None:
    """Tell which register of organisations a number is from; None when it is from none of them."""
    for scheme in ("siret", "siren", "rna", "bce", "neq"):
        number = normalised(scheme, value)
        if scheme == "bce" and len(SEPARATORS.sub("", value)) == len("732829320"):
            continue
        if not complaint(scheme, number):
            return scheme, number
    return None


def spaced(scheme: str, value: str) -> str:
    """Write a number as people read it."""
    if scheme in ("siren", "siret"):
        return " ".join(filter(None, (value[:3], value[3:6], value[6:9], value[9:])))
    if scheme == "bce":
        return f"{value[:4]}.{value[4:7]}.{value[7:]}"
    return value


def address(scheme: str, value: str) -> str:
    """Return the page of the register about this number, where there is one."""
    return ADDRESSES[scheme].format(value) if scheme in ADDRESSES else ""
