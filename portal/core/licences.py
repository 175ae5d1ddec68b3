"""Under which licence the commons may be used again."""

DEFAULT_LICENCE = "Licence Ouverte 2.0"

ADDRESSES = {
    "Licence Ouverte 2.0": "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    "ODbL 1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


def licence_address(licence: str) -> str:
    """Return where a licence can be read, or its name when that is not known."""
    return ADDRESSES.get(licence, licence)
