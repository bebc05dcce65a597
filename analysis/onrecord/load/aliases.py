"""The many names under which files keep an article's fields."""

from __future__ import annotations

# names without case, spaces and signs, the likeliest first; "fields.bodyText" is fieldsbodytext
ALIASES: dict[str, tuple[str, ...]] = {
    "title": (
        *("title", "headline", "heading", "articletitle", "head", "webtitle", "headlinemain"),
        *("fieldsheadline", "titlerendered", "titlefull", "threadtitlefull", "threadtitle"),
        *("storytitle", "newstitle", "posttitle", "documenttitle", "titletext", "hed"),
    ),
    "text": (
        *("text", "body", "content", "maintext", "articletext", "articlebody", "fulltext"),
        *("article", "articlecontent", "bodytext", "contenttext", "story", "cleantext"),
        *("plaintext", "bodysections", "bodyplaintext", "fieldsbody", "fieldsbodytext"),
        *("contentrendered", "contenthtml", "bodyhtml", "textcontent", "fullcontent"),
        *("articlefulltext", "storytext", "storybody", "newstext", "newscontent", "posttext"),
        *("documenttext", "transcript", "rawtext", "contentvalue", "bodyvalue", "bodyxhtml"),
        *("blocksbody", "documentcontent"),
    ),
    "outlet": (
        *("outlet", "source", "medianame", "pubtitle", "publicationtitle", "publicationname"),
        *("newspaper", "newspapername", "newspapertitle", "sourcename", "sourcetitle"),
        *("sitename", "metasitename", "sourcehostname", "threadsitefull"),
        *("htmlsourceinfopublisher", "htmlsourceinfoname", "publication"),
        *("publisher", "publishername", "fieldspublication"),
        *("mediaoutlet", "newssource", "newsoutlet", "outletname", "site", "threadsite", "paper"),
        *("journal", "feedtitle", "origintitle", "domain", "sourcedomain", "sitedomain"),
        *("mediaurl", "domainname", "hostname", "cleanurl"),
    ),
    "published": (
        *("published", "date", "datepublish", "datepublished", "publishdate", "publisheddate"),
        *("publicationdate", "publishedat", "publishedon", "pubdate", "datetime"),
        *("publishingdate", "webpublicationdate", "firstpublished", "firstpublicationdate"),
        *("publicationdatetime", "publisheddatetime", "publishtime", "publishedtime"),
        *("datetimepub", "datepub", "dategmt", "articledate", "storydate", "newsdate"),
        *("displaydate", "threadpublished", "versioncreated", "isodate", "datetimepublished"),
    ),
    "author": (
        *("author", "authors", "byline", "creator", "writer", "bylineoriginal", "fieldsbyline"),
        *("bylines", "reporter", "journalist", "dccreator", "authorname", "authornames"),
        *("articleauthor", "writers", "contributors"),
    ),
    "url": (
        *("url", "link", "weburl", "articleurl", "permalink", "sourceurl", "documenturl"),
        *("canonicalurl", "originalurl", "htmlrequestedurl", "htmlrespondedurl", "pageurl"),
        *("storyurl", "newsurl", "shorturl", "externalurl", "threadurl", "uri", "guid", "source"),
        *("linkspermalink", "linkpermalink", "plink"),
    ),
    "language": (
        *("language", "lang", "languagecode", "languageofpublication", "fieldslang", "metalang"),
        *("inlanguage", "threadlanguage"),
    ),
}  # fmt: skip
# what stands before the body, in files that keep it apart
LEADS = (
    *("lead", "leadparagraph", "standfirst", "snippet", "description", "fieldsstandfirst"),
    *("subtitle", "subheadline", "dek", "fieldstrailtext", "excerpt"),
)
# what stands for the text, in files that hold no more of it
ABSTRACTS = ("abstract", "summary", "abstracttext", "abstracten", "resume")
# under what name an object keeps its list of articles, or the object that holds the list
LISTS = (
    *("articles", "items", "results", "documents", "docs", "data", "hits", "entries", "posts"),
    *("response", "result", "feed", "stories", "news", "records", "value", "article", "body"),
)
# an object that stands for the article whose record holds it
WRAPPED = ("_source", "source_document", "content", "info", "article", "item", "post", "story")
