"""Many reports at once: run the notebooks, publish the pages that completed, and an index."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.audit.beside import mark
from onrecord.errors import ReportError
from onrecord.ownership import Output
from onrecord.report import address
from onrecord.report.fingerprint import Fingerprints, digest
from onrecord.report.index import index
from onrecord.report.kept import RECORD, Kept
from onrecord.report.links import in_order, linker, links_of, originals_of
from onrecord.report.own_files import own_files
from onrecord.report.plan import cards, plan
from onrecord.report.publish import (
    Published,
    Site,
    places,
    publish,
    publish_picture,
    publish_shared,
)
from onrecord.report.run_all import Refused, run_all
from onrecord.stages import stage, tell
from onrecord.tables import Tables

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class ReportRun:
    """What a run of `render` published, and what it refused."""

    published: tuple[Published, ...]
    refused: tuple[Refused, ...]


def render(
    tables: str | Path,
    into: str | Path,
    *,
    title: str | None = None,
    min_statements: int = 3,
    max_articles: int = 50,
    single_file: bool = False,
    copies: bool = False,
    codebook: str | Path | None = None,
    events: str | Path | None = None,
    draft: str | Path | None = None,
    site_url: str | None = None,
    jobs: int = 2,
    progress: bool | None = None,
) -> ReportRun:
    """Reports of a corpus, of its speakers, actors and articles, and `index.html`.

    Args:
        tables: folder that `Tables.save` wrote.
        into: folder of reports; pages of an earlier run in it are replaced.
        title: name of the corpus.
        min_statements: fewest statements for a speaker's or an actor's own report.
        max_articles: most article pages.
        single_file: let every page carry all it needs, ready to be sent alone; by default
            pages share one copy of library, script and sentences in folders beside them.
        copies: count every copy of a wire story; by default each story counts once.
        codebook: the user's issues.yaml; by default pages tell of no issues.
        events: the user's events.csv, days to be marked on charts of time.
        draft: a text that is to be published, whose quotations the page of the corpus then holds
            against it.
        site_url: address on the web at which the folder will lie, so that pages say their own,
            and that of the picture that links to them show; by default the picture's is relative,
            which few programs follow. A single file has no picture beside it.
        jobs: notebooks that run at the same time, each in a kernel of its own.
        progress: show a bar; by default in a terminal.

    A page that was made of the same rows, by the same notebook and code, is left as it is.

    Returns:
        What was published and what was refused. A notebook that fails is not published,
        and no page links to it.

    Raises:
        StoreError: the folder holds no tables.
        ReportError: the folder of reports cannot be written, or events or draft not be read, or
            the address is none.
        WordingError: the codebook cannot be read.
        OwnershipError: it holds files in their place that On Record did not write.
    """
    base = address.site_url(site_url)
    tables, into = Path(tables).resolve(), Path(into).resolve()
    opened = Tables.open(tables)
    book = str(Path(codebook).resolve()) if codebook else None
    days = str(Path(events).resolve()) if events else None
    text = str(Path(draft).resolve()) if draft else None
    own = own_files(book, days, text)
    planned = plan(
        opened,
        min_statements=min_statements,
        max_articles=max_articles,
        copies=copies,
        codebook=book,
        events=days,
        draft=(text, own.draft) if text else None,
    )
    if title:
        planned[0] = replace(planned[0], name=title)
    hidden = None if progress is None else not progress
    few = cards(opened, min_statements=min_statements, copies=copies)
    try:
        with Output(into, "a report") as output:
            # whose the places are is asked before the work
            output.claim([INDEX, RECORD, *places(planned, single_file)])
            options = (
                title,
                single_file,
                own.issues,
                own.events,
                base,
                mark(tables),
                *(item.path for item in planned if single_file),
            )
            marks = Fingerprints(opened, *options)
            order, away = in_order(planned), originals_of(opened.listed)
            site = Site(output, Kept.of(output), marks, title, single_file, order, away, base)
            stay = {item.path: size for item in planned if (size := site.stays(item)) is not None}
            make = [item for item in planned if item.path not in stay]
            tell("pages to make: %s, right as they are: %s", len(make), len(stay))
            done, refused = run_all(make, tables, max(1, jobs), hidden, single_file)
            with stage("writing pages") as came:
                published = publish(planned, done, stay, site)
                publish_shared(opened, planned, done.keys() | stay.keys(), site)
                publish_picture(opened, planned[0], copies, site)
                came(f"pages: {len(published)}, refused: {len(refused)}")
            listed = digest(*site.kept.now.values(), *(item.path for item in published))
            if site.kept.same(INDEX, listed) is None:
                paths = {page.path for page in published}
                ready = [item for item in planned if item.path in paths]
                html = index(
                    published,
                    opened,
                    title=title,
                    shared=not single_file,
                    copies=copies,
                    cards=few,
                    link=linker(links_of(ready, ""), away),
                    shown_as=address.link_to(INDEX, base, picture=not single_file),
                )
                output.write(INDEX, html.encode("utf-8", "replace"))
            site.kept.write({item.path for item in refused})
    except OSError as error:
        raise ReportError(f"Cannot write reports into {into}: {error.strerror}.") from error
    return ReportRun(tuple(published), tuple(refused))
