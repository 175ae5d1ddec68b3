"""A folder of content as small as can be: one of everything."""

from pathlib import Path

FILES = {
    "territories/regions.csv": """code,name,zone,latitude,longitude,south,west,north,east
75,Nouvelle-Aquitaine,metro,45.2,0.2,42.7,-1.8,47.2,2.6
""",
    "territories/departments.csv": """code,name,region,latitude,longitude,south,west,north,east
64,Pyrénées-Atlantiques,75,43.2,-0.8,42.7,-1.8,43.6,0.1
""",
    "territories/epcis.csv": "code,name\n200067106,CA du Pays Basque\n",
    "territories/communes.csv": """code,name,postcodes,epci,latitude,longitude,population
64102,Bayonne,64100,200067106,43.4933,-1.4753,51411
""",
    "territories/places_abroad.csv": """code,name,province,latitude,longitude,population
BE-2803448,Alost,Flandre,50.936,4.0355,77534
""",
    "territories/other_names.csv": "code,name,kind,commune\n,Aalst,spelling,BE-2803448\n",
    "sources.toml": '[[sources]]\nkey = "etude"\ntitle = "Étude"\nshort = "Étude (2020)"\n',
    "vocabulary.toml": """
[[themes]]
code = "cooperation"
label = "Coopération"
[[phases]]
code = "emergence"
label = "Émergence"
[[barriers]]
code = "silos"
label = "Silos"
[[types]]
code = "monnaie_locale"
label = "Monnaie locale"
[[legal_forms]]
code = "association_1901"
label = "Association loi 1901"
""",
    "terms/monnaie-locale.md": """+++
name = "Monnaie locale"
acronyms = ["MLC"]
themes = ["cooperation"]
sources = ["etude annexe 2"]
+++
Une monnaie de proximité.
""",
    "proposals.toml": """[[proposals]]
slug = "financer-l-animation"
addressee = "funders"
topic = "Coopération"
title = "Financer l’animation"
text = "Payer l’animation."
themes = ["cooperation"]
sources = ["etude annexe 1"]
""",
    "pages/communaute.md": """+++
title = "La communauté"
order = 1
+++
Elle apprend.
""",
    "methods/forum-ouvert.md": """+++
title = "Forum ouvert"
kind = "animation"
summary = "Chacun propose un sujet."
phases = ["emergence"]
themes = ["cooperation"]
barriers = ["silos"]
tags = ["débat"]
sources = ["etude annexe 3"]

[[experiences]]
dynamic = "eusko"
text = "Une fois."
+++
## Pour quoi faire
Parler de la [monnaie](dynamique:eusko).
""",
    "dynamics/eusko.md": """+++
name = "Eusko"
type = "monnaie_locale"
in_study = true
summary = "Une monnaie."
place_label = "Bayonne"
commune_code = "64102"
legal_forms = ["association_1901"]
themes = ["cooperation"]
tags = ["monnaie"]

[sources]
identity = ["etude 1.5"]
ressort = ["etude 1.1"]
+++
## Le ressort
Une envie.
""",
}


def write(folder: Path) -> Path:
    """Write the files under a folder, and return it."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def correct(folder: Path, name: str, old: str, new: str) -> None:
    """Change a file as somebody would who corrects it."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
