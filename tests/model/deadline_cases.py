#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes deadline_cases.csv: deadlines worked out from docs/deadlines.md alone, slowly and without a line of the program.

    python3 tests/model/deadline_cases.py > tests/model/deadline_cases.csv

Terms are listed one by one, notices found by trying days; Easter is that of python3-dateutil.
"""
import csv
import random
import sys
from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

DAY = timedelta(days=1)
COLUMNS = ["valid_from", "valid_to", "duration", "renewal", "max_renewals", "renewal_duration", "notice", "terminated", "as_of", "expected", "working"]


def parts(text):
    """P1Y6M10D as (months, days)."""
    months = days = 0
    number = ""
    for sign in text[1:]:
        if sign.isdigit():
            number += sign
            continue
        months += {"Y": 12, "M": 1}.get(sign, 0) * int(number)
        days += {"W": 7, "D": 1}.get(sign, 0) * int(number)
        number = ""
    return months, days


def in_month(day, months):
    """The day of the same number so many months on, and whether that month has it."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    last = monthrange(year, month)[1]
    return date(year, month, min(day.day, last)), day.day <= last


def end_of_term(start, length, number, renewal=None):
    """The last day of a term: the first is as long as `length`, each further one as `renewal`."""
    renewal = renewal or length
    months, days = (one + (number - 1) * further for one, further in zip(length, renewal))
    day, is_there = in_month(start, months)
    if days:
        return day + timedelta(days=days) - DAY
    return day - DAY if is_there else day


def back(end, notice):
    months, days = notice
    return in_month(end - timedelta(days=days), -months)[0]


def forward(end, notice):
    """The last day from which the notice, counted on, is over by the end."""
    months, days = notice
    day = end
    while in_month(day, months)[0] + timedelta(days=days) > end:
        day -= DAY
    return day


def is_free(day):
    spring = easter(day.year)
    fixed = {(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)}
    return day.weekday() >= 5 or (day.month, day.day) in fixed or (day - spring).days in (1, 39, 50)


def working(day):
    while is_free(day):
        day -= DAY
    return day


class Terms:
    """Ends of the terms there are (`None`: of an unknown length), how many may be, how many certainly run."""

    def __init__(self, c):
        self.before = 0
        self.assumed = False
        first = parts(c["duration"]) if c["duration"] else None
        self.length = parts(c["renewal_duration"]) if c["renewal_duration"] else first
        most = c["max_renewals"]
        self.count = 10**6 if most is None else 1 + most
        self.certain = 1 if most is None else self.count
        start, self.first = c["valid_from"], c["valid_to"]
        if not self.first:
            self.further = lambda number: end_of_term(start, first, number, self.length)
            self.first = end_of_term(start, first, 1)
            return
        self.certain = 1
        if not self.length and start and most != 0:
            for months in range(1, 400):
                if end_of_term(start, (months, 0), 1) == self.first:
                    first, self.length, self.assumed = (months, 0), (months, 0), True
        if not self.length:
            return
        which = 0
        if start and first:
            number = 1
            while end_of_term(start, first, number, self.length) < self.first:
                number += 1
            which = number if end_of_term(start, first, number, self.length) == self.first else 0
        if which > 1 and most is not None and which == 1 + most:
            self.further = lambda number: end_of_term(start, first, number, self.length)
            self.first = end_of_term(start, first, 1)
            self.count = self.certain = which
            return
        self.before = max(which - 1, 0)
        after = self.first + DAY
        if which:
            self.further = lambda number: end_of_term(start, first, number + which - 1, self.length)
        else:
            self.further = lambda number: end_of_term(after, self.length, number - 1)
        if most is not None:
            self.count = max(1, 1 + most - self.before)

    def end(self, number):
        return self.first if number == 1 else self.further(number)


def row(state, act, day, sure, *further):
    text = f"{state} {act} {day} {'certain' if sure else 'possible'}"
    return ", ".join([text, *[part for part in further if part]]), working(day) if isinstance(day, date) else None


def milder(end, notice):
    day = forward(end, notice)
    return f"forward {day}" if day != back(end, notice) else ""


def renewed(number):
    return f"renewed {number}" if number else ""


def about(terms, number, notice, state):
    end, run = terms.end(number), renewed(terms.before + number - 1)
    sure = number <= terms.certain
    if number == terms.count:
        return row(state, "replace", end, sure, f"ends {end}", run, "last term")
    goes_on = f"goes on until {terms.end(number + 1)}"
    unsaid = "no duration" if terms.assumed else ""
    if not notice:
        return row("unknown", "give_notice", f"?/{end}", False, goes_on, run, unsaid, "no notice")
    return row(state, "give_notice", back(end, notice), sure, goes_on, run, milder(end, notice), unsaid)


def of_tacit(terms, notice, as_of):
    if not terms.length:
        return of_one_tacit(terms, notice, as_of)
    now = 1
    while now < terms.count and terms.end(now) < as_of:
        now += 1
    if terms.end(now) < as_of:
        return []
    following = now
    while notice and following < terms.count and back(terms.end(following), notice) < as_of:
        following += 1
    rows = [about(terms, following - 1, notice, "missed")] if following > now else []
    return rows + [about(terms, following, notice, "ahead")]


def of_one_tacit(terms, notice, as_of):
    end = terms.first
    if terms.count == 1:
        return [] if end < as_of else [row("ahead", "replace", end, True, f"ends {end}", "last term")]
    unsaid = "" if notice else "no notice"
    beyond = row("unknown", "give_notice", "?/?", False, "goes on until ?", "renewed 1", "no duration", unsaid)
    if end < as_of:
        return [beyond]
    if not notice:
        return [row("unknown", "give_notice", f"?/{end}", False, "goes on until ?", "no duration", "no notice")]
    day = back(end, notice)
    first = row("missed" if day < as_of else "ahead", "give_notice", day, True, "goes on until ?", milder(end, notice), "no duration")
    return [first, beyond] if day < as_of else [first]


def of_one(end, renewal, most, notice, as_of):
    if end < as_of:
        return []
    is_said = renewal != ""
    ends, unsaid = f"ends {end}" if is_said else "", "" if is_said else "no renewal"
    renewable = renewal == "express" and most != 0
    at_end = row("ahead", "replace", end, is_said, ends, unsaid)
    if not notice or not (renewable or not is_said):
        return [row("ahead", "renew", end, True, ends)] if renewable else [at_end]
    day = back(end, notice)
    act = "renew" if is_said else "give_notice"
    asked = row("missed" if day < as_of else "ahead", act, day, is_said, ends, milder(end, notice), unsaid)
    return [asked, at_end] if day < as_of else [asked]


def expected(c):
    terms = Terms(c)
    notice = parts(c["notice"]) if c["notice"] else None
    as_of, terminated = c["as_of"], c["terminated"]
    if terminated:
        last = c["valid_to"] or terms.first
        if c["renewal"] == "tacit":
            is_endless = terms.count == 10**6 or (not terms.length and terms.count > 1)
            last = date.max if is_endless else terms.end(terms.count)
        return ("ended" if min(terminated, last) < as_of else "terminated"), ""
    if c["renewal"] == "tacit":
        rows = of_tacit(terms, notice, as_of)
    else:
        rows = of_one(c["valid_to"] or terms.first, c["renewal"], c["max_renewals"], notice, as_of)
    if not rows:
        return "ended", ""
    return "; ".join(text for text, _ in rows), " ".join(str(day) if day else "-" for _, day in rows)


def cases():
    chance = random.Random(2024)
    starts = [date(2020, 2, 29), date(2023, 1, 31), date(2023, 3, 31), date(2021, 12, 31), date(2019, 8, 30), date(2024, 2, 29)]
    lengths = ["P1Y", "P1Y", "P2Y", "P3Y", "P1M", "P6M", "P18M", "P1Y6M", "P90D", "P52W", "P5Y"]
    notices = ["", "P1M", "P2M", "P3M", "P3M", "P6M", "P1Y", "P18M", "P90D", "P2W", "P1M15D"]
    for number in range(900):
        start = chance.choice(starts) if number % 3 == 0 else date(2016, 1, 1) + timedelta(days=chance.randrange(3300))
        length = chance.choice(lengths)
        c = {"valid_from": start, "valid_to": None, "duration": length, "terminated": None,
             "renewal": chance.choice(["tacit", "tacit", "tacit", "express", "none", ""]),
             "max_renewals": chance.choice([None, None, 0, 1, 2, 3, 5]), "renewal_duration": "", "notice": chance.choice(notices)}
        kind = number % 5
        if kind == 1:  # the end of some term is stated
            c["valid_to"] = end_of_term(start, parts(length), chance.randrange(1, 5))
        if kind == 2:  # another end, with or without a length and a start
            c["valid_to"] = start + timedelta(days=chance.randrange(100, 1500))
            c["duration"] = chance.choice([length, ""])
            c["valid_from"] = chance.choice([start, None])
        if kind == 3:
            c["valid_to"] = end_of_term(start, parts(length), 1)
            c["duration"] = ""
        if c["renewal"] == "tacit" and chance.random() < 0.25:
            c["renewal_duration"] = chance.choice(lengths)
        if chance.random() < 0.12:
            c["terminated"] = start + timedelta(days=chance.randrange(20, 2500))
        c["as_of"] = start + timedelta(days=chance.choice([chance.randrange(-60, 400), chance.randrange(0, 3200)]))
        yield c
        text, days = expected(c)
        if days and days[0] != "-":  # on the last day to act, and on the day after
            day = date.fromisoformat(text.split()[2]) if text.split()[2][0] == "2" else None
            if day and number % 4 == 0:
                yield {**c, "as_of": day}
                yield {**c, "as_of": day + DAY}


def main():
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(COLUMNS)
    for c in cases():
        text, days = expected(c)
        out.writerow([*("" if c[name] is None else c[name] for name in COLUMNS[:9]), text, days])


if __name__ == "__main__":
    main()
