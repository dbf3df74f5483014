#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Writes registre.xlsx: an invented register as a partnership office keeps one, the example of docs/importing-lists.md.
# The same bytes on every run; Python's own library is enough.
import datetime
import pathlib
import zipfile
from xml.sax.saxutils import escape

HEADERS = ["N°", "Intitulé", "Nature", "Partenaires", "Signataires", "Signée le", "Date d’effet", "Échéance", "Durée",
           "Reconduction", "Préavis", "Montant (€)", "Statut", "Observations"]
TITLES = ["Université de Montrivel – service des partenariats", "Registre des conventions, à jour au 20 novembre 2026"]


def day(text):
    date = datetime.date.fromisoformat(text)
    return (date - datetime.date(1899, 12, 30)).days


ROWS = [
    ["2021-01", "Convention-cadre Université – CHU de Montrivel", "Convention-cadre", "CHU de Montrivel", "Solange Hardouin ; Marc Levasseur",
     day("2021-02-01"), day("2021-03-01"), day("2026-02-28"), "5 ans", "Tacite reconduction", "3 mois", None, "Signée", None],
    ["2021-02", "Stages en soins infirmiers", "Convention de partenariat", "CHU de Montrivel ; CH de Sarmelle", "Solange Hardouin ; Marc Levasseur ; Odile Pruvost",
     "12/09/21", day("2021-10-01"), day("2024-09-30"), "3 ans", "non", "1 mois", "gratuit", "Échue", None],
    ["Année 2022"],
    ["2022-01", "Campus de la santé", "Convention-cadre", "Ville de Montrivel\nMontrivel Agglomération\nCHU de Montrivel", "Solange Hardouin\nRenaud Caffin",
     "mars 2022", "2022-2027", None, None, "expresse", "6 mois", "150 k€", "Signée", "Comité de suivi une fois l’an"],
    ["2022-02", "Chaire Santé et territoires", "Chaire", "CHU de Montrivel / Mutuelle du Val d’Orsane", "Solange Hardouin",
     day("2022-06-15"), day("2022-09-01"), day("2027-08-31"), "60 mois", "par avenant", "6 mois avant l’échéance", "82 500,00 €", "Signée", None],
    ["2022-03", "Bibliothèques en réseau", "Convention", "Ville de Montrivel et Université de Haute-Orsane", "Solange Hardouin",
     "sept-22", "sept-22", None, "1 an renouvelable 3 fois par tacite reconduction", None, "3 mois", 4000, "En vigueur", None],
    ["Année 2023"],
    ["2023-01", "Permanence d’accès aux soins des étudiants", "Convention", "CH de Sarmelle", "Solange Hardouin ; Odile Pruvost",
     "30/02/2023", day("2023-04-01"), day("2027-03-31"), "4 ans", "Tacite (1 an)", "2 mois", "12,5 k€", "Signée", "date de signature à vérifier"],
    ["2023-02", "Sport sur ordonnance", "Convention", "Ville de Montrivel ; Mutuelle du Val d’Orsane", "Solange Hardouin ; Renaud Caffin",
     day("2023-05-22"), day("2023-06-01"), day("2026-05-31"), "3 ans", "Tacite", "1 mois", 3000, "Résiliée le 31/12/2024", None],
    ["2023-03", "Contrat local de santé de Montrivel", "CLS", "Agence de santé du Val d’Orsane ; Montrivel Agglomération ; CHU de Montrivel", "Solange Hardouin",
     day("2023-11-30"), day("2024-01-01"), day("2028-12-31"), "5 ans", "Non reconductible", None, None, "Signée", None],
    ["Année 2025"],
    ["2025-01", "Recherche clinique en soins primaires", "Convention de recherche", "CHU Montrivel ; Agence de santé du Val d’Orsane", "Solange Hardouin ; Marc Levasseur",
     day("2025-01-20"), day("2025-02-01"), "fin 2027", "3 ans", "à définir", "NC", "47 000", "Signée", None],
    ["2025-02", "Résidences étudiantes", "Convention", "Montrivel Agglomération", None, "NC", None, None, "5 ans", "tacite", "6 mois", "NC", "En cours de signature", None],
]


def letters(column):
    return chr(ord("A") + column)


def cell(row, column, value, style=0):
    place = f'{letters(column)}{row}'
    if value is None:
        return ""
    if isinstance(value, int):
        is_day = column in (5, 6, 7)
        return f'<c r="{place}" s="{1 if is_day else 0}"><v>{value}</v></c>'
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def sheet():
    rows = [f'<row r="{n}">{cell(n, 0, text)}</row>' for n, text in enumerate(TITLES, 1)]
    rows.append('<row r="4">' + "".join(cell(4, c, text, 2) for c, text in enumerate(HEADERS)) + "</row>")
    merged = []
    for n, values in enumerate(ROWS, 5):
        rows.append(f'<row r="{n}">' + "".join(cell(n, c, value, 2 if len(values) == 1 else 0) for c, value in enumerate(values)) + "</row>")
        if len(values) == 1:
            merged.append(f'<mergeCell ref="A{n}:{letters(len(HEADERS) - 1)}{n}"/>')
    last = 5 + len(ROWS)
    total = f'<row r="{last}">{cell(last, 0, "TOTAL", 2)}<c r="L{last}"><f>SUM(L5:L{last - 1})</f><v>7000</v></c></row>'
    columns = "".join(f'<col min="{c}" max="{c}" width="{w}" customWidth="1"/>' for c, w in
                      enumerate([10, 38, 20, 34, 26, 12, 12, 12, 16, 18, 14, 12, 18, 26], 1))
    return ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
            f'<cols>{columns}</cols><sheetData>{"".join(rows)}{total}</sheetData><autoFilter ref="A4:N{last - 1}"/>'
            f'<mergeCells count="{len(merged)}">{"".join(merged)}</mergeCells></worksheet>')


STYLES = ('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/></font></fonts>'
          '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
          '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/>'
          '<xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                           f'<Override PartName="/xl/workbook.xml" ContentType="{MAIN}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{MAIN}.styles+xml"/>'
                           f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{MAIN}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"><sheets><sheet name="Conventions" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
                                  f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": STYLES,
    "xl/worksheets/sheet1.xml": sheet(),
}

with zipfile.ZipFile(pathlib.Path(__file__).with_name("registre.xlsx"), "w", zipfile.ZIP_DEFLATED) as book:
    for name, text in PARTS.items():
        book.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text, zipfile.ZIP_DEFLATED)
