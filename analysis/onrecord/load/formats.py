"""The formats that are read: how each is told, what it gives, and who reads it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """One format, or a family that one reader knows.

    Attributes:
        name: as documents call it.
        suffixes: of its files, the commonest first.
        reader: module and function of this room; it is imported at the first file of its
            kind, which keeps the start quick.
        told: how a file is told, beside its suffix.
        gives: articles, and what is known of each.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str
    told: str
    gives: str


_ROWS = "an article a row: title, text, outlet, day, author, url, language by their names"

FORMATS = (
    Format(
        "Plain text", (".txt", ".text"), "plain.read", "an archive's export by its marks",
        "one article, its first line the title; or the articles of an export",
    ),
    Format(
        "Markdown", (".md", ".markdown"), "markdown.read", "front matter between lines of ---",
        "one article; title, outlet, day, author and url from the front matter",
    ),
    Format(
        "Web page", (".html", ".htm", ".xhtml"), "html.read", "an archive's export by its marks",
        "the article of the page under its standfirst, without teasers, boxes, captions and "
        "notices: the headline shown, site, authors and day as declared or in a byline, address "
        "(of a page kept by the Wayback Machine, the one that it had)",
    ),
    Format(
        "Page saved whole", (".mhtml", ".mht"), "mhtml.read", "its first part that is a page",
        "as a web page, with the address that it was saved from",
    ),
    Format(
        "JSON", (".json",), "jsonfile.read", "one object, a list, or an object around a list",
        "an article a record, nested as interfaces nest it (Guardian, Event Registry, New York "
        "Times, Elasticsearch, fundus, webz, news-please, WordPress)",
    ),
    Format("JSON lines", (".jsonl", ".ndjson"), "jsonfile.read_lines", "a record a line",
           "as JSON"),
    Format("Table of text", (".csv", ".tsv"), "delimited.read", "its delimiter by the header",
           _ROWS),
    Format("Excel", (".xlsx",), "workbook.read", "a header in the first row of each sheet", _ROWS),
    Format("Excel before 2007", (".xls",), "xls.read",
           "by its first bytes, as programs call pages and text .xls", _ROWS),
    Format("OpenDocument table", (".ods",), "ods.read", "a header in the first row of each sheet",
           _ROWS),
    Format("Parquet", (".parquet",), "parquet.read", "its columns by their names", _ROWS),
    Format("Word", (".docx",), "docx.read", "an archive's export by its marks",
           "one article, its first paragraph the title; or the articles of an export"),
    Format("Word before 2007", (".doc",), "doc.read",
           "by its first bytes: rich text, a page or .docx under this name; else it is rejected",
           "as those"),
    Format("Rich text", (".rtf",), "rtf.read", "an archive's export by its marks",
           "one article, its first paragraph the title; or the articles of an export"),
    Format("OpenDocument text", (".odt",), "odt.read", "an archive's export by its marks",
           "one article, its first paragraph the title; or the articles of an export"),
    Format("PDF", (".pdf",), "pdf.read", "an archive's export by its marks",
           "one article, its first paragraph the title; or the articles of an export"),
    Format("E-book", (".epub",), "epub.read", "the order that the book states",
           "an article a chapter, with the book's day"),
    Format("Mail", (".eml",), "mail.read",
           "its parts, plain text before a page; an archive's export by its marks",
           "one article: subject, sender as author, day; or the articles of an export; attached "
           "files as articles of their own"),
    Format("Mailbox", (".mbox",), "mbox.read", "lines that begin with From", "an article a mail"),
    Format("Subtitles", (".srt", ".vtt"), "subtitles.read", "times between arrows",
           "one article: cues joined to turns, a paragraph a turn"),
    Format("References", (".ris",), "ris.read", "fields of two letters",
           "an article a reference, its abstract as an incomplete text"),
    Format(
        "XML", (".xml", ".rss", ".atom", ".rdf", ".nitf", ".newsml", ".tei"), "xmlfile.read",
        "by its root: RSS, RDF and Atom feeds, NITF, NewsML-G2, TEI, Factiva, XHTML; any other "
        "by elements that are called as fields are, else by where sentences stand",
        "an article an entry, item or text, with what the format states of it",
    ),
    Format("Reuters-21578", (".sgm", ".sgml"), "reuters.read", "elements called REUTERS",
           "an article an element: title, day, author"),
    Format("Story", (".story",), "story.read", "lines that say @highlight",
           "one article without a title; the highlights are no text"),
    Format("Web archive", (".warc",), "warc.read", "records of responses",
           "as a web page, one a response, with its address"),
    Format("Archive", (".zip",), "archive.members", "its members by their suffix",
           "all that its members give"),
    Format("Packed file", (".gz", ".bz2", ".xz"), "packed.member",
           "the suffix before, as in .jsonl.gz and .warc.gz", "as the file that is packed"),
)  # fmt: skip

READERS = {suffix: each.reader for each in FORMATS for suffix in each.suffixes}
SUFFIXES = ", ".join(each.suffixes[0] for each in FORMATS[:-1]) + " and .gz"
