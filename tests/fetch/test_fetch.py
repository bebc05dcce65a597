"""Feeds and their pages from a server of this machine; nothing is asked that was not named."""

import re
import shlex
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from onrecord.command.cli import main
from onrecord.errors import OwnershipError
from onrecord.fetch import fetch
from onrecord.fetch.answer import MOST_BYTES
from onrecord.tables import Tables

PAGE = (
    "<html><head><title>{0} - Gull Post</title><meta property='og:site_name' content='Gull Post'>"
    "</head><body><article><h1>{0}</h1><p>“The {0} must stay open,” Captain Mara Lind said on "
    "Monday in Port Ellery, where forty people had waited since the morning.</p><p>The council "
    "will meet again next week to speak about money for the quay.</p></article></body></html>"
)
DAY = "<pubDate>Mon, 05 May 2031 08:00:00 GMT</pubDate>"
ITEM = "<item><title>{0}</title><link>{1}</link>" + DAY + "</item>"
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Gull</title>{}</feed>",
    "<entry><title>{0}</title><link href='{1}'/><published>2031-05-06T08:00:00Z</published>"
    "</entry>",
)


class Site:
    """A site whose answers a test sets; it notes who asked for what."""

    def __init__(self):
        self.pages, self.asked, self.agents = {}, [], set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append(self.path)
                site.agents.add(self.headers["User-Agent"])
                status, headers, body = site.answer(self.path, self.headers)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *said):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, path, headers):
        status, told, body = self.pages.get(path, (404, {}, b"none"))
        if told.get("ETag") and headers["If-None-Match"] == told["ETag"]:
            return 304, {}, b""
        return status, told, body

    def put(self, path, body, kind="text/html; charset=utf-8", status=200, **headers):
        body = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"Content-Type": kind, **headers}, body)

    def feed(self, path, *links, **headers):
        items = "".join(ITEM.format(name, link) for name, link in links)
        told = f"<rss version='2.0'><channel><title>Gull</title>{items}</channel></rss>"
        self.put(path, told, "application/rss+xml", **headers)


@pytest.fixture
def site():
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def get(site, folder, *paths, **options):
    waited = []
    done = fetch(
        [site.address + path for path in paths or ("/rss",)], folder, wait=waited.append, **options
    )
    return done, waited


def reasons(done):
    return {address.rpartition("/")[2]: reason for address, reason in done.refused}


def test_pages_are_fetched_once_and_read(site, tmp_path, monkeypatch, capsys):
    site.put("/robots.txt", "User-agent: *\nDisallow:", "text/plain")
    site.feed("/rss", ("ferry", "/a/ferry.html"), ("ferry", "/a/ferry.html#top"), ETag='"1"')
    site.put("/atom", ATOM[0].format(ATOM[1].format("quay", "/quay")), "application/atom+xml")
    site.put("/a/ferry.html", PAGE.format("ferry"))
    site.put("/quay", PAGE.format("quay"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onrecord.fetch.polite.time.sleep", lambda seconds: None)
    feeds = [f"{site.address}/rss", f"{site.address}/atom"]
    asked = ["analyse", *feeds, "--fetch", "news", "--into", "tables"]
    assert main(asked) == 0
    assert "2 pages fetched" in capsys.readouterr().out
    made = Tables.open("tables").articles.sort_values("published")
    assert made.url.tolist() == [f"{site.address}/a/ferry.html", f"{site.address}/quay"]
    assert [f"{day:%d %B %Y}" for day in made.published] == ["05 May 2031", "06 May 2031"]
    assert made.outlet.tolist() == ["Gull Post"] * 2
    assert "Mara Lind" in {*Tables.open("tables").attributions.speaker}
    before = Counter(site.asked)
    assert main(asked) == 0
    assert "0 pages fetched" in capsys.readouterr().out
    again = Counter(site.asked) - before
    assert {*again} == {"/robots.txt", "/rss", "/atom"}
    assert all(agent.startswith("onrecord/") for agent in site.agents)
    # an address is not fetched unless that is asked for
    assert main(["analyse", feeds[0], "--into", "tables"]) != 0
    assert "--fetch FOLDER" in capsys.readouterr().err
    assert Counter(site.asked) - before == again


@pytest.mark.parametrize(
    ("robots", "fetched", "reason"),
    [
        ("User-agent: *\nDisallow: /", 0, "is closed by the site's robots.txt"),
        ("User-agent: onrecord\nDisallow: /a/", 1, "is closed by the site's robots.txt"),
        ("User-agent: *\nDisallow: /*.html$", 1, "is closed by the site's robots.txt"),
        ("User-agent: *\nDisallow: /a\nAllow: /a/ferry", 2, None),  # the longer rule holds
        ("User-agent: other\nDisallow: /", 2, None),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nAllow: /", 2, None),
        ("<html>no such page</html>", 2, None),
        (404, 2, None),
        (403, 2, None),
        (500, 0, "is left alone, as the site's robots.txt answers 500"),
        (429, 0, "is left alone, as the site's robots.txt answers 429"),
        ("User-agent: *\nCrawl-delay: 3600", 0, "asks for 3600 seconds between two requests"),
    ],
)
def test_robots_txt_is_kept(site, tmp_path, robots, fetched, reason):
    if isinstance(robots, int):
        site.put("/robots.txt", "", status=robots)
    else:
        site.put("/robots.txt", robots, "text/plain")
    site.feed("/rss", ("ferry", "/a/ferry.html"), ("quay", "/quay"))
    site.put("/a/ferry.html", PAGE.format("ferry"))
    site.put("/quay", PAGE.format("quay"))
    done, _ = get(site, tmp_path / "news")
    assert len(done.new) == fetched
    assert {*reasons(done).values()} == ({reason} if reason else set())
    assert ("/a/ferry.html" in site.asked) is (fetched == 2)


@pytest.mark.parametrize(
    ("robots", "pause", "least"),
    [("", 2.0, 2.0), ("User-agent: *\nCrawl-delay: 7", 2.0, 7.0), ("", 0.0, 0.0),
     ("User-agent: *\nRequest-rate: 1/20s", 2.0, 20.0), ("User-agent: *\nCrawl-delay: 1", 4, 4)],
)  # fmt: skip
def test_a_pause_lies_between_two_requests(site, tmp_path, robots, pause, least):
    site.put("/robots.txt", robots, "text/plain")
    site.feed("/rss", ("ferry", "/ferry"), ("quay", "/quay"))
    site.put("/ferry", PAGE.format("ferry"))
    site.put("/quay", PAGE.format("quay"))
    done, waited = get(site, tmp_path / "news", pause=pause)
    assert len(done.new) == 2
    # before the feed the rule is not known yet
    assert len(waited) == (3 if least else 0)
    assert all(least - 1 < each <= least for each in waited[1:])


ANSWERS = {
    "gone": ("", "text/html", 410, {}, "answers 410"),
    "hurt": ("", "text/html", 500, {}, "answers 500"),
    "film": (b"\x00\x01", "video/mp4", 200, {}, "is no page of text but video/mp4"),
    "large": (b"x" * (MOST_BYTES + 1), "text/html", 200, {}, "is larger than 10 MB"),
    "circle": ("", "text/html", 302, {"Location": "/circle"}, "redirects more than 5 times"),
    "closed": ("", "text/html", 302, {"Location": "/secret/1"},
               "is closed by the site's robots.txt"),
    "file": ("", "text/html", 302, {"Location": "file:///etc/passwd"}, "is no address of the web"),
}  # fmt: skip


def test_what_cannot_be_fetched_is_told_and_harms_nothing(site, tmp_path):
    site.put("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain")
    for name, (body, kind, status, headers, _) in ANSWERS.items():
        site.put(f"/{name}", body, kind, status, **headers)
    site.put("/moved", "", status=301, Location="/quay")
    site.put("/quay", PAGE.format("quay"))
    links = [(name, f"/{name}") for name in ANSWERS]
    odd = [("mail", "mailto:a@b.example"), ("broken", "http://[broken"), ("empty", "")]
    site.feed("/rss", *links, *odd, ("moved", "/moved"))
    done, _ = get(site, tmp_path / "news")
    assert reasons(done) == {name: reason for name, (*_, reason) in ANSWERS.items()}
    assert [path.read_text() for path in done.new] == [PAGE.format("quay")]
    assert "/secret/1" not in site.asked
    before = Counter(site.asked)
    get(site, tmp_path / "news")
    again = Counter(site.asked) - before
    assert not {"/gone", "/film", "/large", "/moved"} & {*again} and again["/hurt"]


def test_a_host_that_asks_for_rest_is_left_alone(site, tmp_path):
    site.feed("/rss", ("one", "/one"), ("two", "/two"))
    site.put("/one", "", status=429)
    site.put("/two", PAGE.format("quay"))
    done, _ = get(site, tmp_path / "news")
    assert done.new == [] and "/two" not in site.asked
    assert reasons(done) == {"one": "answers 429", "two": "asks for rest: it answered 429"}


def test_a_feed_leads_into_no_other_private_host(site, tmp_path):
    other = Site()
    other.put("/admin", PAGE.format("router"))
    site.feed("/rss", ("router", f"{other.address}/admin"), ("quay", "/quay"), ("hop", "/hop"))
    site.put("/hop", "", status=302, Location=f"{other.address}/admin")
    site.put("/quay", PAGE.format("quay"))
    done, _ = get(site, tmp_path / "news")
    other.server.shutdown()
    assert len(done.new) == 1 and other.asked == []
    assert all("private network" in reason for reason in reasons(done).values())


@pytest.mark.parametrize("body", ["<html><body>Log in</body></html>", "", "no feed", "<rss"])
def test_what_is_no_feed_is_told(site, tmp_path, body):
    site.put("/rss", body)
    done, _ = get(site, tmp_path / "news")
    if body != "<rss":  # an empty feed, mended
        assert reasons(done) == {"rss": "is no RSS or Atom feed"}
    assert done.new == []


def test_more_than_a_run_fetches_waits_for_the_next(site, tmp_path):
    site.feed("/rss", *((str(n), f"/{n}") for n in range(5)), ETag='"1"')
    for n in range(5):
        site.put(f"/{n}", PAGE.format(n))
    counts = [get(site, tmp_path / "news", most=2)[0] for _ in range(4)]
    assert [(len(done.new), done.known, done.left) for done in counts] == [
        (2, 0, 3), (2, 2, 1), (1, 4, 0), (0, 0, 0),
    ]  # fmt: skip


def test_a_page_keeps_its_letters_and_its_facts_come_first(site, tmp_path):
    site.feed("/rss", ("café", "/caf%C3%A9"))
    site.put("/caf%C3%A9", PAGE.format("café").encode("cp1252"), "text/html; charset=windows-1252")
    done, _ = get(site, tmp_path / "news")
    assert "café" in done.new[0].read_text("utf-8-sig")
    assert get(site, tmp_path / "news")[0].new == []
    done.new[0].unlink()  # as where a run was killed between the two
    assert get(site, tmp_path / "news")[0].new == done.new


def test_a_folder_of_the_users_stays(site, tmp_path):
    (tmp_path / "mine.txt").write_text("my notes")
    with pytest.raises(OwnershipError, match="holds something else"):
        fetch([f"{site.address}/rss"], tmp_path)
    assert site.asked == [] and [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_server_that_is_not_there_stops_nothing(site, tmp_path):
    site.feed("/rss", ("quay", "/quay"))
    site.put("/quay", PAGE.format("quay"))
    folder = tmp_path / "news"
    done = fetch(["http://127.0.0.1:9/rss", f"{site.address}/rss"], folder, wait=lambda seconds: 0)
    assert len(done.new) == 1 and "cannot be reached" in done.refused[0][1]


def test_the_page_on_feeds_runs(site, tmp_path, monkeypatch):
    site.feed("/rss.xml", ("quay", "/quay"))
    site.put("/quay", PAGE.format("quay"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onrecord.fetch.polite.time.sleep", lambda seconds: None)
    page = (Path(__file__).parents[2] / "docs" / "feeds.md").read_text("utf-8")
    page = page.replace("https://post.example", site.address)
    for line in re.findall(r"(?m)^onrecord (.+)$", page):
        assert main(shlex.split(line)) == 0
    assert len(Tables.open("tables").articles) == 1
    said = {}
    exec("".join(re.findall(r"(?ms)^```python\n(.*?)^```", page)), said)
    assert said["done"].known == 1
