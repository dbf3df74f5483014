#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the tables of the reference registry from the open data sets named in README.md.

usage: data/registry/build.py DATASETS [OUTPUT]

DATASETS is a folder that holds ror-fr, etablissements-esr and communes-epci; OUTPUT is this folder unless given. The same
data sets give the same bytes. Only Python's standard library is used, and neither network nor clock.
"""
import csv
import gzip
import io
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict

# How "Département" goes with its name, which the Code officiel géographique as packaged does not say.
DEPARTEMENT_ARTICLES = {
    "de l’": "01,02,03,07,09,10,11,12,27,34,36,38,60,61,89,91",
    "d’": "28,35,37",
    "du ": "14,15,18,25,29,30,32,39,41,45,46,56,59,62,63,69,81,83,90,94,95",
    "de la ": "16,17,19,21,23,24,26,31,33,42,43,44,48,50,51,52,53,55,57,58,70,72,73,74,76,80,85,86,87,93,971",
    "des ": "04,05,06,08,13,22,40,64,65,66,78,79,88,92",
    "de ": "47,49,54,71,77,82,84,974,976",
}
# No council of their own: Paris is one authority with its commune; Corsica, Alsace, Martinique and French Guiana have one
# for all; the collectivities of the sea stand among the regions.
NO_COUNCIL = {"75", "2A", "2B", "67", "68", "972", "973", "975", "977", "978", "984", "986", "987", "988", "989"}
REGION_NAMES = {"94": "Collectivité de Corse", "02": "Collectivité territoriale de Martinique",
                "03": "Collectivité territoriale de Guyane", "975": "Collectivité territoriale de Saint-Pierre-et-Miquelon",
                "977": "Collectivité de Saint-Barthélemy", "978": "Collectivité de Saint-Martin"}
NO_REGION = {"06", "984", "989"}  # Mayotte is a département with both powers; nobody lives in the others
# GeoNames' English and former names of regions.
REGION_CODES = {"brittany": "53", "normandy": "28", "corsica": "94", "reunion": "04", "mamoudzou": "06", "lorraine": "44",
                "rhone alpes": "84", "bourgogne": "27", "south province": "988", "iles du vent": "987", "saint pierre": "975"}
# GeoNames' names of two cities that are no commune's name.
CITY_NAMES = {"dunkirk": "Dunkerque", "sophia antipolis": "Valbonne"}
EPCI_NAMES = {"CC": "Communauté de communes ", "CA": "Communauté d’agglomération ", "CU": "Communauté urbaine "}
EPCI_TYPES = {"CC": "community_of_communes", "CA": "agglomeration_community", "CU": "urban_community", "METRO": "metropolis",
              "MET69": "metropolis", "EPT": "territorial_establishment"}


def folded(text):
    plain = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("æ", "ae").casefold())
    return " ".join(re.sub(r"[^\w]|_", " ", "".join(c for c in plain if not unicodedata.combining(c))).split())


def tidy(text):
    """One line, single spaces, the typographic apostrophe; a bar would part the cell."""
    return " ".join(text.replace("'", "’").replace("|", "/").split())


def several(cell):
    """Identifiers without blanks, parted by bars."""
    return "|".join(filter(None, cell.replace(" ", "").replace(";", "|").split("|")))


def rows_of(path):
    opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.suffix == ".gz" else open(path, encoding="utf-8", newline="")
    with opened as file:
        return list(csv.DictReader(file))


def parts(cell):
    return [tidy(part) for part in cell.split("|") if part.strip()]


def write(path, columns, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([row.get(column, "") for column in columns])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    print(f"{path.name}: {len(rows)} rows")


def luhn(digits):
    return sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(reversed(digits))) % 10 == 0


def departement_of(commune):
    return commune[:3] if commune[:2] in ("97", "98") else commune[:2]


class Places:
    """Communes, their groupings, départements and regions."""

    def __init__(self, folder):
        self.communes = [row for row in rows_of(folder / "communes.csv.gz") if row["type"] == "commune-actuelle"]
        self.communes.sort(key=lambda row: row["code"])
        self.epci = sorted(rows_of(folder / "epci.csv"), key=lambda row: row["code"])
        self.members = rows_of(folder / "epci_membres.csv.gz")
        self.departements = sorted(rows_of(folder / "departements.csv"), key=lambda row: row["code"])
        self.regions = sorted(rows_of(folder / "regions.csv"), key=lambda row: row["code"])
        self.parts = {row["code"]: row["chefLieu"] for row in rows_of(folder / "communes.csv.gz") if row["chefLieu"]}
        self.by_name = defaultdict(list)
        for row in self.communes:
            self.by_name[folded(row["nom"])].append(row)
        self.region_by_name = {folded(row["nom"]): row["code"] for row in self.regions} | REGION_CODES
        self.current = {row["code"]: tidy(row["nom"]) for row in self.communes}

    def commune(self, city, region, code=""):
        """INSEE code of a city: as given, else where exactly one commune of that name is in the region. Else unknown."""
        code = self.parts.get(code, code)
        if code in self.current:
            return code
        name = folded(CITY_NAMES.get(folded(city), city))
        name = re.sub(r"^st\b", "saint", re.sub(r"^ste\b", "sainte", name))
        found = self.by_name.get(name, [])
        if region:
            found = [row for row in found if row["region"] == self.region_by_name.get(folded(region))]
        return found[0]["code"] if len(found) == 1 else ""

    def write(self, output):
        groups = defaultdict(list)
        departements = defaultdict(Counter)
        for row in self.members:
            groups[row["commune"]].append(row["epci"])
            departements[row["epci"]][departement_of(row["commune"])] += 1
        write(output / "communes.csv", ["code", "name", "siren", "population", "epci"],
              [{"code": row["code"], "name": tidy(row["nom"]), "siren": row["siren"], "population": row["population"],
                "epci": "|".join(sorted(groups[row["code"]]))} for row in self.communes])
        rows = []
        for row in self.epci:
            name, kind = tidy(row["nom"]), row["type"]
            long = EPCI_NAMES[kind] + name[len(kind) + 1:] if kind in EPCI_NAMES else name
            count = departements[row["code"]]
            rows.append({"siren": row["code"], "name": long, "short_name": name if long != name else "", "type": EPCI_TYPES[kind],
                         "departements": "|".join(sorted(count, key=lambda code: (-count[code], code))),
                         "population": row["populationTotale"], "members": row["nbMembres"]})
        self.groups = rows
        write(output / "epci.csv", ["siren", "name", "short_name", "type", "departements", "population", "members"], rows)
        self.write_authorities(output)

    def write_authorities(self, output):
        article = {code: words for words, codes in DEPARTEMENT_ARTICLES.items() for code in codes.split(",")}
        rows = []
        for row in self.departements:
            code, name = row["code"], tidy(row["nom"])
            if code in NO_COUNCIL:
                rows.append({"code": code, "name": name, "type": "departement", "seat": row["chefLieu"], "region": row["region"], "council": "no"})
                continue
            of = article[code] + name
            number = code.lstrip("0")
            numbers = [code] + [number] * (number != code)
            rows.append({"code": code, "name": "Département " + of, "short_name": name, "type": "departement",
                         "aliases": "|".join(["Conseil départemental " + of, "Conseil général " + of, *("Département " + n for n in numbers)]),
                         "acronyms": "|".join(f"{word}{n}" for n in numbers for word in ("CD", "CD ")),
                         "seat": row["chefLieu"], "region": row["region"]})
        for row in self.regions:
            code, name = row["code"], tidy(row["nom"])
            if code in NO_REGION:
                rows.append({"code": code, "name": name, "type": "region", "seat": row["chefLieu"], "council": "no"})
                continue
            plain = row["zone"] != "com" and code not in REGION_NAMES
            rows.append({"code": code, "name": tidy(REGION_NAMES.get(code, ("Région " if plain else "") + name)),
                         "short_name": name if name != REGION_NAMES.get(code) and (plain or code in REGION_NAMES) else "",
                         "type": "region", "aliases": "Conseil régional " + name if plain else "", "seat": row["chefLieu"]})
        write(output / "authorities.csv", ["code", "name", "short_name", "acronyms", "aliases", "type", "region", "seat", "council"], rows)
        self.authorities = rows


class Authorities:
    """Finds the local authority that a government body of ROR is, by its name alone."""

    SMALL = {"de", "du", "des", "d", "la", "le", "les", "l"}

    def __init__(self, places):
        self.named = defaultdict(set)
        for row in places.authorities:
            if row.get("council") != "no":
                for text in [row["name"], *row.get("aliases", "").split("|")]:
                    self.named[self.key(text)].add(f"{row['type']}:{row['code']}")
        for row in places.groups:
            self.named[self.key(row["name"])].add("siren:" + row["siren"])
        for row in places.communes:
            for word in ("ville", "mairie", "commune"):
                self.named[self.key(f"{word} {row['nom']}")].add("commune:" + row["code"])

    def key(self, text):
        return " ".join(word for word in folded(text).split() if word not in self.SMALL)

    def find(self, record):
        if "government" not in record["types"]:
            return ""
        texts = [record["name"], *parts(record["aliases"]), *(label.partition(":")[2] for label in parts(record["labels"]))]
        found = {code for text in texts for code in self.named.get(self.key(text), ())}
        return found.pop() if len(found) == 1 else ""


class Names:
    """The spellings of one body, each once in the sense of folded()."""

    def __init__(self):
        self.seen = set()

    def take(self, texts):
        taken = []
        for text in texts:
            text = tidy(text)
            if text and folded(text) and folded(text) not in self.seen:
                self.seen.add(folded(text))
                taken.append(text)
        return taken


def kind_of(types, names):
    """ROR's types in the kinds of the data package. A government body whose name speaks of research is a research body."""
    if "healthcare" in types:
        return "hospital"
    if "education" in types:
        return "higher_education"
    if "facility" in types:
        return "research_body"
    if "government" in types:
        return "research_body" if re.search(r"\b(recherches?|research|scientifique|cnrs|inserm)\b", folded(" ".join(names))) else "state_agency"
    return "other"


def siren_of(row):
    return row["siren"] if len(row["siren"]) == 9 and luhn(row["siren"]) else ""


def esr_identifiers(rows):
    def all_of(column, keep=lambda text: True):
        return "|".join(dict.fromkeys(part.strip() for row in rows for part in re.split(r"[;|]", row[column]) if part.strip() and keep(part.strip())))
    return {"siren": "|".join(dict.fromkeys(filter(None, map(siren_of, rows)))), "siret": all_of("siret", lambda text: len(text) == 14),
            "uai": all_of("uai - identifiant"), "former_uai": all_of("anciens codes uai"), "pic": all_of("Identifiant PIC")}


def from_ror(record, esr, successors, places, authorities):
    row = {"authority": authorities.find(record), "ror": record["ror_id"], "status": record["status"], "types": record["types"], "country": record["country"],
           "founded": record["established"], "city": tidy(record["city"]), "wikidata": several(record["wikidata"]),
           "isni": several(record["isni"]), "parents": record["parent_ids"], "source": "ror"}
    labels = [label.partition(":")[::2] for label in parts(record["labels"])]
    french = [text for language, text in labels if language == "fr"]
    alone = esr[0] if len(esr) == 1 else None  # several schools under one ROR id: the name of the whole is ROR's
    names = Names()
    name = alone["libellé"] if alone and len(alone["libellé"]) <= 100 else (french + [record["name"]])[0]
    own = re.sub(r" \(France\)$", "", name)  # ROR marks the French branch of a company so
    row["name"] = names.take([own])[0]
    row["short_name"] = (names.take([alone["nom court"]]) + [""])[0] if alone and alone["nom court"] != alone["sigle"] else ""
    row["acronyms"] = "|".join(names.take([e["sigle"] for e in esr] + parts(record["acronyms"])))
    row["aliases"] = "|".join(names.take([e["uo_lib_officiel"] for e in esr] + french + [name, record["name"]] + parts(record["aliases"]) +
                                         [e[c] for e in esr for c in ("libellé", "nom court")]))
    english = [("en", e["English name"]) for e in esr]
    row["labels"] = "|".join(f"{language}:{text}" for language, label in english + labels for text in names.take([label]))
    row["kind"] = "higher_education" if esr else kind_of(record["types"].split("|"), [record["name"], *french, record["labels"], record["aliases"]])
    row["successors"] = "|".join(sorted(successors[record["ror_id"]]))
    row["commune"] = places.commune(record["city"], record["region"], alone["Code commune"] if alone else "")
    row["city"] = places.current.get(row["commune"], row["city"])
    if esr:
        row |= esr_identifiers(esr) | {"source": "ror|esr"}
        row["wikidata"] = row["wikidata"] or next((several(e["Identifiant wikidata"]) for e in esr if e["Identifiant wikidata"]), "")
        row["isni"] = row["isni"] or next((several(e["Identifiant ISNI"]) for e in esr if e["Identifiant ISNI"]), "")
    return row


def from_esr(esr, places):
    names = Names()
    row = {"ror": esr["Identifiant ROR"], "status": "active", "types": "education", "country": "FR" if esr["Région"] != "Étranger" else "",
           "kind": "higher_education", "source": "esr", "wikidata": several(esr["Identifiant wikidata"]), "isni": several(esr["Identifiant ISNI"]),
           "founded": esr["date_creation"][:4], "city": tidy(esr["Commune"]), "commune": places.commune("", "", esr["Code commune"])}
    row["name"] = names.take([esr["libellé"]])[0]
    row["short_name"] = (names.take([esr["nom court"]]) + [""])[0] if esr["nom court"] != esr["sigle"] else ""
    row["acronyms"] = "|".join(names.take([esr["sigle"]]))
    row["aliases"] = "|".join(names.take([esr["uo_lib_officiel"]]))
    row["labels"] = "|".join("en:" + text for text in names.take([esr["English name"]]))
    return row | esr_identifiers([esr])


def write_bodies(datasets, places, output):
    records = rows_of(datasets / "ror-fr" / "organizations.csv")
    successors = defaultdict(set)
    for row in rows_of(datasets / "ror-fr" / "relationships.csv.gz"):
        if row["type"] == "successor":
            successors[row["ror_id"]].add(row["related_ror_id"])
        if row["type"] == "predecessor":
            successors[row["related_ror_id"]].add(row["ror_id"])
    esr = [row for row in rows_of(datasets / "etablissements-esr" / "etablissements.csv") if row["libellé"]]
    esr.sort(key=lambda row: row["identifiant interne"])
    known = {record["ror_id"] for record in records}
    by_ror = defaultdict(list)
    for row in esr:
        by_ror[row["Identifiant ROR"]].append(row)
    authorities = Authorities(places)
    rows = [from_ror(record, by_ror[record["ror_id"]], successors, places, authorities) for record in records]
    rows += [from_esr(row, places) for row in esr if row["Identifiant ROR"] not in known]
    for row in rows:
        row["id"] = row["ror"] or next(filter(None, (row.get("siren", ""), row.get("uai", ""))))
    rows.sort(key=lambda row: row["id"])
    write(output / "bodies.csv",
          ["id", "name", "short_name", "acronyms", "aliases", "labels", "kind", "types", "status", "founded", "city", "commune", "country",
           "parents", "successors", "ror", "wikidata", "isni", "siren", "siret", "uai", "former_uai", "pic", "authority", "source"], rows)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    datasets = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).resolve().parent
    output.mkdir(parents=True, exist_ok=True)
    places = Places(datasets / "communes-epci")
    places.write(output)
    write_bodies(datasets, places, output)


if __name__ == "__main__":
    main()
