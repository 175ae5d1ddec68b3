"""What a column can hold for a dynamic, and the names under which people write it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from portal.territories.names import plain

# In the order the editors' screen offers them; each with the names it is known by, the surest first.
NAMES = {
    "name": (
        "nom; name; title; titre; nom de la structure; nom structure; nom du projet; nom "
        "de l initiative; nom de la dynamique; nom usuel; nom du lieu; raison sociale; "
        "denomination; lieu; structure; initiative; projet; organisation; organization; "
        "organisme; intitule; nom complet; libelle; label; lib fs; nom fs"
    ),
    "full_name": "sous titre; nom officiel; nom long; full name; nom legal; sigle long",
    "source_id": (
        "id; identifiant; uuid; source id; ref; reference; numero; cle; external id; code "
        "structure; id structure"
    ),
    "summary": (
        "summary; resume; description courte; short description; accroche; presentation "
        "resume; objet; objet social"
    ),
    "description": (
        "description; presentation; descriptif; description more; presentation detail; "
        "description longue; long description; activites; activite; about; content; body; "
        "details"
    ),
    "website": (
        "site web; website; site internet; site; web; url site; homepage; page web; url; "
        "lien web; siteweb; site_web; urls"
    ),
    "link": "lien source; source url; link; lien; permalink; fiche; url fiche; subject of url",
    "street": (
        "rue; street address; street; voie; adresse 1; numero et voie; address line; "
        "adresse ligne 1; housenumber; numero voie; numvoie; type voie; typevoie; libelle "
        "voie; libvoie; libelle de la voie"
    ),
    "address": (
        "adresse; adresse postale; address; adresse complete; full address; formatted "
        "address; custom formated address; geo adresse; localisation; lieu adresse"
    ),
    "postcode": (
        "code postal; cp; postcode; postal code; zip; zip code; codepostal; code poste; "
        "cod postal; postal; c p; place postcode"
    ),
    "commune": (
        "commune; ville; city; address locality; locality; localite; nom commune; libelle "
        "commune; town; municipalite; nom de la commune; com; siege; libcommune; village; cp "
        "ville; cp commune; code postal ville; code postal et ville; code postal commune; cp et commune; "
        "cp et ville; ville et code postal; commune et code postal; ville cp; commune cp; "
        "place commune"
    ),
    "commune_code": (
        "code insee; insee; code commune; codecommune; code insee commune; insee com; "
        "citycode; com insee; codeinsee; depcom; insee commune; place commune code"
    ),
    "department": (
        "departement; department; dep; dept; code departement; num dep; nom departement; "
        "departement nom; insee dep; code dep; departements; place department"
    ),
    "region": (
        "region; code region; nom region; reg; nouvelle region; insee reg; code reg; regions; "
        "place region"
    ),
    "country": "pays; country; address country; country code; place country",
    "territory_code": "codgeo; code geo; code territoire; siren epci; code epci; epci",
    "territory_level": "echelon; niveau; echelle; type de territoire; niveau territorial; maille",
    "territory": (
        "territoire; territoire d experimentation; territory; libgeo; lib geo; perimetre; "
        "zone d action; zone d intervention; nom epci; lib epci; intercommunalite; area "
        "served; bassin"
    ),
    "latitude": (
        "latitude; lat; geometry latitude; geo latitude; location lat; coord lat; "
        "latitude wgs84; lat wgs84; gps lat; y lat; lat y; lambert ordonnee; ordonnee"
    ),
    "longitude": (
        "longitude; lon; lng; long; geometry longitude; geo longitude; location lon; "
        "location lng; coord long; longitude wgs84; lon wgs84; gps long; gps lon; x lon; "
        "lon x; lambert abscisse; abscisse"
    ),
    "coordinates": (
        "coordonnees; coordinates; geo point 2d; geo point; geopoint; latlon; lat lon; "
        "latlng; lat long; coordonnees gps; gps; position; geolocalisation; geom; wkt; "
        "latitude longitude; geoloc"
    ),
    "created_year": (
        "annee de creation; annee creation; date de creation; date creation; creation; "
        "founded; founding date; annee; depuis; year; date d ouverture; annee d ouverture; "
        "date creat"
    ),
    "type": "type de dynamique; type dynamique",
    "tags": (
        "tags; mots cles; mot cle; keywords; categories; categorie; category; taxonomy; "
        "type; type structure; type de structure; thematiques; thematique; themes; "
        "dispositif; demarche; domaine; domaines; secteur; typologie; etiquettes; sous "
        "categorie; labels; services; type d activite; types d activites; type d activites; "
        "amenity; leisure"
    ),
    "theme": "theme; has topic; pair has topic",
    "siren": "siren; numero siren; n siren",
    "siret": "siret; numero siret; n siret; pivot",
    "rna": "rna; numero rna; waldec; n rna; id association",
    "neq": "neq",
    "bce": "bce; numero bce; kbo; numero d entreprise",
    "wikidata": "wikidata; wikidata id; qid",
    "licence": "licence; license",
}
SYNONYMS: Mapping[str, Sequence[str]] = {
    target: names.split("; ") for target, names in NAMES.items()
}
TARGETS = tuple(SYNONYMS)
# Several columns may go there; the texts are put side by side.
SHARED = ("name", "description", "tags", "theme", "address", "street")
IDENTIFIERS = ("siren", "siret", "rna", "neq", "bce", "wikidata")
# Names of columns that hold somebody's data, wherever the word stands: they are never read.
PERSONAL = re.compile(
    r"\b(?:e ?mails?|mels?|courriels?|tel(?:s|ephon\w*|ecop\w*)?\b(?! qu)|phone|fax|mobile|portable|gsm"
    r"|contacts?(?! (?:website|url))|contributeurs?|adresse ip|ip|utilisat(?:eur|rice)s?|user ?name|login"
    r"|pseudo\w*|maires?|elue?s?|secretaires?|tresori(?:er|ere)s?|fondat(?:eur|rice)s?"
    r"|prenoms?|first ?name|last ?name|nom de famille|responsables?|referente?s?"
    r"|interlocut\w+|president\w*|directeur|directrice|animateurs?|animatrices?|civilite|auteurs?"
    r"|author|gerante?|coordinat\w+|salaries|birth\w*|naissance)\b"
)
# Columns with these names say where, and only their content says which is which.
AXES = re.compile(
    r"^(?:coord(?:onnees?)?|geo(?:m|metry)?|lambert|l93|gps|wgs84|point|pos)? ?(?P<axis>[xy])(?: ?(?:l93|lambert|lambert93|wgs84|coord|93))*$"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9]+")
# « Thématique(s) » is one word, and so is « bf_ville », whose platform puts two letters before every name.
_ENDING = re.compile(r"\((?:e?s|x|e)\)", re.IGNORECASE)
_PREFIX = re.compile(r"^(?:bf|addr|adrs|contact|schema|field|etablissement) (?=\w)")


@lru_cache(maxsize=4096)
def key_of(name: str) -> str:
    """Bring the name of a column to one form: « Coord. X » is "coord x", "postalCode" "postal code"."""
    words = _CAMEL.sub(" ", _ENDING.sub("", name.replace("’", "'")))
    return _OTHER.sub(" ", plain(words)).strip()


def is_personal(name: str) -> bool:
    """Tell whether a column holds what identifies or reaches somebody."""
    return bool(PERSONAL.search(key_of(name)))


def axis_of(name: str) -> str:
    """Return "x" or "y" for a column whose name says no more."""
    found = AXES.match(key_of(name))
    return found["axis"] if found else ""


_EXACT = {
    key_of(synonym): (target, place)
    for target in reversed(TARGETS)
    for place, synonym in reversed(list(enumerate(SYNONYMS[target])))
}


@lru_cache(maxsize=4096)
def target_named(name: str) -> tuple[str, int]:
    """Return what a column holds according to its name, and how sure that is, from 0 to 100."""
    if is_personal(name):
        return "", 0
    key = key_of(name)
    if key in _EXACT:
        target, place = _EXACT[key]
        return target, 100 - place
    last = name.rpartition(".")[2]
    if last.startswith("@") and last != "@id":
        return "", 0
    last = _PREFIX.sub("", key_of(last))
    if last != key and last in _EXACT:
        target, place = _EXACT[last]
        return target, 70 - place
    return _within(key)


def _within(key: str) -> tuple[str, int]:
    """Look for a name of two words at least inside a longer one, or for the identifier of something."""
    for synonym, (target, place) in _EXACT.items():
        if " " in synonym and f" {synonym} " in f" {key} ":
            return target, 45 - place
    if re.match(r"^(?:id|identifiant|uuid) ", key) or key.endswith(" id"):
        return "source_id", 30
    first = key.partition(" ")[0]
    # « Adresse du lieu », « Nom du porteur »: the first word tells, when nothing else does.
    if first in _EXACT and _EXACT[first][0] in FIRST_WORDS:
        return _EXACT[first][0], 25
    return "", 0


FIRST_WORDS = (
    "name",
    "address",
    "commune",
    "description",
    "latitude",
    "longitude",
    "website",
    "siret",
)


def is_known(name: str) -> bool:
    """Tell whether columns bear this name."""
    return bool(target_named(name)[0]) or is_personal(name) or bool(axis_of(name))
