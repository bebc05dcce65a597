"""Events that the user names: read from a file, and marked on charts of time."""

import pytest
import samples

from onrecord import charts
from onrecord.display.events import read_events
from onrecord.errors import ReportError


@pytest.mark.parametrize(
    "written, read",
    [
        ("day,event\n2031-03-02,Treaty\n", (("2031-03-02", "Treaty"),)),
        ("\ufeffDate;x,Label\n", None),
        ("Event , DATE\nB,2031-03-02\nA,2031-03-02\n\n",
         (("2031-03-02", "A"), ("2031-03-02", "B"))),
        ('date,label,source\n2031-01-09,"A  vote,\nlost",x\n', (("2031-01-09", "A vote, lost"),)),
        ("day,event\n", ()),
        ("day;event\n2031-03-02;Treaty, signed\n", (("2031-03-02", "Treaty, signed"),)),
        ("day,event\n2 March,Treaty\n", None),
        ("day,event\n2031-03-02,\n", None),
        ("day,event\n2031-03-02\n", None),
        ("day\n2031-03-02\n", None),
        ("", None),
    ],
)  # fmt: skip
def test_events_are_days_and_labels(tmp_path, written, read):
    (tmp_path / "events.csv").write_text(written, "utf-8")
    if read is not None:
        assert read_events(tmp_path / "events.csv") == read
        return
    with pytest.raises(ReportError, match=r"events\.csv"):
        read_events(tmp_path / "events.csv")


def test_a_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(ReportError, match="cannot be read"):
        read_events(tmp_path / "events.csv")


@pytest.mark.parametrize("chart", [charts.timeline, charts.volume])
@pytest.mark.parametrize(
    "days, lines, said",
    [
        (["2031-03-02"], 1, "Events: 1 Vote (2 Mar 2031)."),
        (["2031-04-02", "2031-03-02"], 2, "1 Vote (2 Mar 2031) and 2 Vote (2 Apr 2031)."),
        (["2031-03-02", "2029-03-02"], 1, "1 event of other days not drawn."),
        (["2029-03-02"], 0, "1 event of other days not drawn."),
        ([], 0, ""),
    ],
)
def test_events_are_lines_with_a_number(chart, days, lines, said):
    figure = chart(samples.small(), events=[(day, "Vote") for day in days])
    assert len(figure.layout.shapes) == lines
    assert [note.text.split()[0] for note in figure.layout.annotations] == [
        str(n + 1) for n in range(lines)
    ]
    assert said in figure.layout.meta["caption"]
    assert ("no cause" in figure.layout.meta["caption"]) == bool(days)
