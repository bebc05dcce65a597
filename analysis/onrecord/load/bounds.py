"""What one file may cost, in one place: what goes beyond is rejected before it is held."""

from __future__ import annotations

MAX_BYTES = 10_000_000  # of one article
MANY = 20  # a workbook, which must be read whole, may be so many times as large
PACKED = 50_000_000  # bytes of a document that is an archive, with its pictures
PART = 25_000_000  # bytes of one part of such a document
TOTAL = 2_000_000_000  # bytes that an archive may unpack to
RATIO = 200  # times its size that anything packed may unpack to
SMALL = 1_000_000  # bytes up to which the ratio does not matter
TEXTS = 50_000_000  # bytes of texts up to which it does not matter in a table
COLUMNS = 2000  # of a table
FACTS = 20_000_000  # bytes of a metadata.csv
ROWS = (
    500_000  # of a metadata.csv, or of all in an archive; what is beyond is not known of its files
)
CELLS = 50_000_000  # of one of them
FRONT = 100_000  # characters of front matter
TAGS = 200_000  # elements of a page
ATTRIBUTES = 2000  # of an element
ATTRIBUTED = 1_000_000  # of all elements of a page
# a page that is one article is held several times over, and is far smaller
PAGE_TAGS = 80_000
PAGE_ATTRIBUTED = 200_000
SECONDS = 8.0  # of processor time, from one article to the next
REFUSED = 30_000  # records in a row that are no articles; the rest of the file is not read
