"""What the study says, transcribed by hand from its tables: the content must say the same, no more no less.

Source: Le Labo de l'ESS, « Dynamiques collectives de transitions dans les territoires », February 2020.
"""

# Introduction, « Les dynamiques collectives de transitions dans les territoires »: type and place.
DYNAMICS = {
    "start-up-de-territoire-cluster-jura": (
        "Pôle territorial de coopération économique (PTCE)",
        "Lons-le-Saunier (Jura)",
    ),
    "figeacteurs": ("Pôle territorial de coopération économique (PTCE)", "Figeac (Lot)"),
    "pat-du-douaisis": ("Projet alimentaire territorial (PAT)", "Douaisis (Nord)"),
    "bliiida": ("Tiers-lieu", "Metz (Moselle)"),
    "imaginations-fertiles": ("Tiers-lieu", "Toulouse (Haute-Garonne)"),
    "eusko": ("Monnaie locale", "Bayonne - Pays basque du Nord"),
    "tepos-coeur-haute-lande": (
        "Territoire à énergie positive (TEPOS)",
        "Cœur Haute Lande (Landes)",
    ),
    "villages-du-futur": (
        "Dynamique de coopération entre territoires ruraux",
        "Pays Nivernais Morvan",
    ),
    "pole-mer-bretagne-atlantique": ("Pôle de compétitivité", "Brest - Bretagne Atlantique"),
    "pole-mer-mediterranee": ("Pôle de compétitivité", "Toulon - Méditerranée"),
    "nova-child": ("Cluster d'entreprise", "Cholet (Maine-et-Loire)"),
    "la-chantrerie": (
        (
            "Dynamique de coopération entre établissements d'enseignement supérieur et de recherche "
            "et des entreprises"
        ),
        "Nantes (Loire-Atlantique)",
    ),
    "mine-d-idees": (
        "Démarche de développement territoriale portée par la Fondation de France",
        "Lens-Liévin & Hénin-Carvin (Pas-de-Calais)",
    ),
    "biovallee": ("Eco-territoire", "Die, Crest, Eurre - Vallée de la Drôme"),
    "in-seine-saint-denis": ("Marque de territoire", "Seine Saint-Denis"),
    "tzcld-villeurbanne": ("Territoire Zéro Chômeur de Longue Durée", "Villeurbanne (Rhône)"),
    "tzcld-premery": ("Territoire Zéro Chômeur de Longue Durée", "Prémery (Nièvre)"),
}

# The code that stands for each wording of a type.
TYPES = {
    "Pôle territorial de coopération économique (PTCE)": "ptce",
    "Projet alimentaire territorial (PAT)": "pat",
    "Tiers-lieu": "tiers_lieu",
    "Monnaie locale": "monnaie_locale",
    "Territoire à énergie positive (TEPOS)": "tepos",
    "Dynamique de coopération entre territoires ruraux": "territoires_ruraux",
    "Pôle de compétitivité": "pole_competitivite",
    "Cluster d'entreprise": "cluster",
    "Dynamique de coopération entre établissements d'enseignement supérieur et de recherche "
    "et des entreprises": "campus_entreprises",
    "Démarche de développement territoriale portée par la Fondation de France": "fondation",
    "Eco-territoire": "eco_territoire",
    "Marque de territoire": "marque_territoire",
    "Territoire Zéro Chômeur de Longue Durée": "tzcld",
}

# Chapter 1.5, « Les différentes ressources mobilisées par les dynamiques collectives ». In the rows of the two
# Territoires Zéro Chômeur, the name of the structure takes a cell of its own and pushes the others one column to
# the right; the last +++ of Booster stands under « Non-monétaires » (see the decision of that file).
RESOURCE_COLUMNS = (
    "public_subsidies",
    "private_grants",
    "sales",
    "membership_fees",
    "revenue_levy",
    "citizen_funding",
    "loans",
    "in_kind",
)
RESOURCES = """
figeacteurs                          |         | +   |     |     | +  |  | + | + | +
start-up-de-territoire-cluster-jura  |         | ++  |     | ++  |    |  |   |   |
nova-child                           |         | ++  |     | +   | +  |  |   |   | +
pole-mer-bretagne-atlantique         |         | ++  | +   | +   | ++ |  |   |   | +++
pole-mer-mediterranee                |         | ++  | +   | +   | ++ |  |   |   | ++
mine-d-idees                         |         |     | +++ |     |    |  |   |   | +++
euralens                             |         | ++  | +   |     |    |  |   |   |
tzcld-premery                        | EBE     | +++ |     |     |    |  |   |   |
tzcld-premery                        | CLE     | +   |     |     |    |  |   |   |
tzcld-villeurbanne                   | EBE     | +++ |     |     |    |  |   |   |
tzcld-villeurbanne                   | Booster | ++  |     |     |    |  |   |   | +++
pat-du-douaisis                      |         | +++ |     |     |    |  |   |   |
tepos-coeur-haute-lande              |         | +++ | ++  |     |    |  | + |   |
la-chantrerie                        |         | ++  | ++  |     | +  |  | + |   | +++
bliiida                              |         | +++ | ++  | ++  |    |  |   | + |
imaginations-fertiles                |         | ++  |     | +++ |    |  |   |   |
eusko                                |         | ++  | ++  |     | +  |  |   | + |
biovallee                            |         | +++ | +   |     | ++ |  |   |   |
in-seine-saint-denis                 |         | +++ | ++  |     |    |  |   |   |
villages-du-futur                    |         | +++ | +   |     |    |  |   |   |
"""

# Chapter 1.6: legal forms, who started it, involvement of inhabitants (« Néant » is 0), debate.
GOVERNANCE = """
figeacteurs                         | association_1901                   | civil_society | +     | ++
start-up-de-territoire-cluster-jura | scic                               | civil_society | +++   | ++
nova-child                          | association_1901                   | civil_society | Néant | +
pole-mer-bretagne-atlantique        | association_1901                   | public        | Néant | +
pole-mer-mediterranee               | association_1901                   | public        | Néant | +
mine-d-idees                        | experimentation fondation_sous_egide | civil_society | +++ | +
euralens                            | association_1901                   | public        | ++    | ++
tzcld-premery                       | association_1901                   | public        | +++   | ++
tzcld-villeurbanne                  | sas association_1901               | public        | +++   | +++
pat-du-douaisis                     | none                               | public        | ++    | ++
tepos-coeur-haute-lande             | sem sas                            | public        | +++   | +++
la-chantrerie                       | aful association_1901              | civil_society | Néant | +
bliiida                             | association_1901 sem               | hybrid        | ++    | +++
imaginations-fertiles               | scic                               | civil_society | +     | +
eusko                               | association_1901                   | civil_society | ++    | ++
biovallee                           | association_1901                   | hybrid        | ++    | ++
in-seine-saint-denis                | none                               | public        | ++    | ++
villages-du-futur                   | none                               | public        | ++    | ++
"""

# Chapter 1.1, « Des logiques de développement diverses »: the dynamics it gives as examples, and no other.
LOGICS = {
    "la-chantrerie": "pooling",
    "figeacteurs": "pooling",
    "pat-du-douaisis": "pollination",
    "tepos-coeur-haute-lande": "pollination",
    "bliiida": "pollination",
    "biovallee": "networking",
    "villages-du-futur": "networking",
}

# Annex 1: how many bullets to each addressee. The funders have one more, from chapter 3 (see `proposals.toml`).
PROPOSALS = {"dynamics": 6, "funders": 17 + 1, "public_authorities": 6, "lawmakers": 4}

# Annex 2, both parts, acronyms apart.
GLOSSARY = (
    "Appel à commun",
    "Appel à manifestation d’intérêt",
    "Appel à projets",
    "Association foncière urbaine libre",
    "AFUL",
    "Chaîne de valeur",
    "CIFRE",
    "Convention industrielle de formation par la recherche",
    "Communauté apprenante",
    "Co-construction",
    "Coopération",
    "Culture entrepreneuriale",
    "Dispositif local d’accompagnement",
    "DLA",
    "Dynamique collective de transitions dans les territoires",
    "Encapacitation",
    "Entreprise",
    "Faire système",
    "Fondation territoriale",
    "Gouvernance",
    "Impact social",
    "Ingénierie de soutien",
    "Logique d’anticipation, logique de rattrapage",
    "Loi NOTRe",
    "Management libéré",
    "Mécénat",
    "Patrimoine social immatériel",
    "Quartier prioritaire de la ville",
    "QPV",
    "Résilience",
    "Responsabilité territoriale des entreprises",
    "RTE",
    "Société coopérative d’intérêt collectif",
    "SCIC",
    "Société civile immobilière",
    "SCI",
    "Société d’économie mixte",
    "SEM",
    "Territoire",
    "Théorie du changement",
    "Transfert de savoir-faire",
    "Transition",
    "Valeur ajoutée sociétale",
    "Cluster d’entreprises",
    "Entreprise à but d’emploi",
    "EBE",
    "Marque de territoire",
    "Monnaie locale",
    "Projet alimentaire territorial",
    "PAT",
    "Pôle de compétitivité",
    "Pôle territorial de coopération économique",
    "PTCE",
    "Start-Up de Territoire",
    "Territoire à énergie positive",
    "TEPOS",
    "Territoire Zéro Chômeur de Longue Durée",
    "TZCLD",
    "Tiers-lieu",
)

# The methodological annex, in its order.
METHODS = (
    "Ancrage spatial de la coopération",
    "Application Bluepad (Bliiida)",
    "Budget citoyen",
    "Budget participatif",
    "Chantier collectif",
    "Débat mouvant",
    "Design d’usages et de services",
    "Diagnostic de territoire",
    "Fabriques à initiatives",
    "Facilitateur inspirant",
    "Forum ouvert",
    "Financement participatif citoyen",
    "Hackathon",
    "Méthode MIAOU (Imaginations Fertiles)",
    "Objet technique transactionnel (La Chantrerie)",
    "Rapport de force bienveillant (La Chantrerie)",
    "Récit",
    "Start-Up de Territoire",
    "Victoire rapide (« quick win »)",
    "Toucher les invisibles",
    "Visites apprenantes",
)


def resource_levels() -> set[tuple[str, str, str, int]]:
    """Return every filled cell of the table of chapter 1.5: dynamic, structure, kind, level."""
    cells = set()
    for line in RESOURCES.strip().splitlines():
        slug, structure, *levels = (cell.strip() for cell in line.split("|"))
        for kind, level in zip(RESOURCE_COLUMNS, levels, strict=True):
            if level:
                cells.add((slug, structure, kind, len(level)))
    return cells


def governance() -> dict[str, tuple[set[str], str, int, int]]:
    """Return each line of the table of chapter 1.6: legal forms, initiator, involvement, debate."""
    lines = {}
    for line in GOVERNANCE.strip().splitlines():
        slug, forms, initiator, involvement, debate = (cell.strip() for cell in line.split("|"))
        lines[slug] = (set(forms.split()), initiator, involvement.count("+"), len(debate))
    return lines
