"""XML of every kind that is read: what stands before, for each article, and behind."""

from __future__ import annotations

DAY = "2023-11-06"
# suffix, head, an article with places for its number, title and text, tail
XML: dict[str, tuple[str, str, str, str]] = {
    "RSS": (
        ".rss",
        '<rss version="2.0"><channel><title>Post</title>',
        "<item><title>{title}</title><link>https://x.example/{n}</link>"
        "<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>",
        "</channel></rss>",
    ),
    "Atom": (
        ".atom",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title>',
        f"<entry><title>{{title}}</title><published>{DAY}T08:00:00Z</published>"
        '<content type="html">{text}</content></entry>',
        "</feed>",
    ),
    "RDF": (
        ".rdf",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Post</title></channel>',
        "<item><title>{title}</title><description>{text}</description></item>",
        "</rdf:RDF>",
    ),
    "NewsML-G2": (
        ".newsml",
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>',
        '<newsItem><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta>'
        "<headline>{title}</headline></contentMeta><contentSet>"
        '<inlineXML contenttype="application/xhtml+xml">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>'
        "</inlineXML></contentSet></newsItem>",
        "</itemSet></newsMessage>",
    ),
    "TEI": (
        ".tei",
        '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">',
        "<TEI><teiHeader><fileDesc><titleStmt><title>{title}</title></titleStmt></fileDesc>"
        "</teiHeader><text><body><p>{text}</p></body></text></TEI>",
        "</teiCorpus>",
    ),
    "Factiva's XML": (
        ".xml",
        "<ppsArticles>",
        "<article><accessionNo>X{n}</accessionNo><headline><paragraph>{title}</paragraph>"
        "</headline><leadParagraph><paragraph>{text}</paragraph></leadParagraph>"
        "<tailParagraphs><paragraph>It was day {n}.</paragraph></tailParagraphs></article>",
        "</ppsArticles>",
    ),
    "records of XML": (
        ".xml",
        "<RECORDS>",
        "<RECORD><Title>{title}</Title><PubTitle>Post</PubTitle><FullText>{text}</FullText>"
        "</RECORD>",
        "</RECORDS>",
    ),
    "Reuters-21578": (
        ".sgm",
        '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n',
        '<REUTERS NEWID="{n}"><DATE> 6-NOV-1987 08:00:01.79</DATE><TEXT><TITLE>{title}</TITLE>'
        "<BODY>{text}</BODY></TEXT></REUTERS>",
        "",
    ),
}
