"""An invented corpus whose truth is known, and people who fill in sheets of it."""

import csv
import io
from functools import cache

import numpy as np
from samples import Quote, Told, article, tables

PEOPLE = ("Ada Quist", "Bo Ek", "Cy Dahl")
OUTLETS = ("The Lantern", "The Gull")


@cache
def corpus(articles=60, seed=0):
    """Tables of an analysis; each article has three quotes and a sentence of the narrator."""
    draw = np.random.default_rng(seed)
    made = []
    for number in range(articles):
        lines = [
            Quote(
                PEOPLE[draw.integers(3)],
                f"Norland did thing {number}.{turn}",
                {"Norland": float(draw.choice([-0.8, -0.6, 0.9, 0.1]))},
            )
            for turn in range(3)
        ]
        told = Told(f"Norland answered {number}.", {"Norland": float(draw.choice([-0.7, 0.1]))})
        made.append(article(OUTLETS[number % 2], f"2031-0{1 + number % 6}-01", *lines, told))
    return tables(*made)


def filled(path, answers, *, delimiter=",", encoding="utf-8-sig"):
    """Write answers, item -> (stance, speaker), into a sheet, as a spreadsheet saves it."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    for row in rows:
        stance, speaker = answers.get(row["item"], ("", ""))
        writer.writerow({**row, "stance": stance, "speaker": speaker})
    path.write_bytes(stream.getvalue().encode(encoding))
    return path


def agreed(rows):
    """Answers that are all as the model has it."""
    return {
        row.item: (row.label, "narrator" if row.voice == "narrator" else row.speaker)
        for row in rows.itertuples()
    }
