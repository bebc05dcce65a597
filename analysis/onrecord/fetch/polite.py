"""One polite reader of the web: robots.txt kept, a pause between two requests, bounds on all."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.fetch.answer import MOST_BYTES, Answer, NotFetched, read_body
from onrecord.fetch.hosts import host_of, public

ROBOTS_BYTES = 512_000  # what RFC 9309 asks a reader to take at least
SECONDS = 30.0  # that an answer may take to come
REDIRECTS = 5
PAUSE = 2.0  # seconds between two requests to one host
LONGEST = 60.0  # pause that a run waits out; a host that asks for more is left alone
NAME = "onrecord"
AGENT = f"{NAME}/{version('onrecord')} (reads feeds that its user names; keeps robots.txt)"
BUSY = (429, 503)  # "leave me alone for a while"


class Polite:
    """Fetches addresses; hosts that are this machine's or a private network's only if named."""

    def __init__(
        self,
        named: Collection[str],
        pause: float = PAUSE,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        """A reader for one run.

        Args:
            named: addresses that the user gave; their hosts may be private.
            pause: seconds between two requests to one host; its robots.txt may ask for more.
            wait: waits for some seconds.
        """
        import urllib3

        self._pool: Any = urllib3.PoolManager(
            headers={"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"},
            timeout=urllib3.Timeout(connect=SECONDS, read=SECONDS),
            retries=False,
        )
        self._named = {host_of(address) for address in named}
        self._pause, self._wait = pause, wait
        self._robots: dict[str, Any] = {}
        self._last: dict[str, float] = {}
        self._left: dict[str, str] = {}  # hosts that are left alone for this run, and why

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """What lies at an address.

        Args:
            address: of a page or a feed.
            headers: to send, such as `If-None-Match`.

        Raises:
            NotFetched: it is not allowed, not there, too large, or the host does not answer.
        """
        for _ in range(REDIRECTS + 1):
            self._allowed(address)
            status, told, body = self._ask(address, headers or {}, MOST_BYTES)
            if status in (301, 302, 303, 307, 308) and told.get("location"):
                address = urljoin(address, told["location"])
                continue
            if status == 304:
                return Answer(None, "", None, told, address)
            if status != 200:
                raise NotFetched(f"answers {status}", gone=status in (404, 410))
            kind, _, rest = told.get("content-type", "").partition(";")
            charset = rest.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
            return Answer(body, kind.strip().lower(), charset or None, told, address)
        raise NotFetched(f"redirects more than {REDIRECTS} times")

    def _allowed(self, address: str) -> None:
        """That an address may be asked for at all.

        Raises:
            NotFetched: it may not.
        """
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise NotFetched("is no address of the web")
        host = host_of(address)
        if host in self._left:
            raise NotFetched(self._left[host])
        if host not in self._named and not public(parts.hostname):
            raise NotFetched("leads into a private network, which the feed's own host is not in")
        if not self._rules(address).can_fetch(address, NAME):
            raise NotFetched("is closed by the site's robots.txt")

    def _rules(self, address: str) -> Any:
        """What the host's robots.txt says; where it cannot be had, all is closed (RFC 9309)."""
        from protego import Protego

        host = host_of(address)
        if host not in self._robots:
            try:
                told = self._robots_text(urljoin(address, "/robots.txt"))
            except NotFetched as fault:
                self._left[host] = f"is left alone, as the site's robots.txt {fault}"
                raise NotFetched(self._left[host]) from fault
            rules = Protego.parse(told)
            asked = max(rules.crawl_delay(NAME) or 0, _per_request(rules.request_rate(NAME)))
            if asked > LONGEST:
                self._left[host] = f"asks for {asked:g} seconds between two requests"
                raise NotFetched(self._left[host])
            self._robots[host] = (rules, max(self._pause, asked))
        return self._robots[host][0]

    def _robots_text(self, address: str) -> str:
        for _ in range(REDIRECTS + 1):
            status, told, body = self._ask(address, {}, ROBOTS_BYTES, cut=True)
            if status in (301, 302, 303, 307, 308) and told.get("location"):
                address = urljoin(address, told["location"])
                if host_of(address) not in self._named and not public(urlsplit(address).hostname):
                    raise NotFetched("leads into a private network")
            elif 400 <= status < 500 and status not in BUSY:
                return ""  # there is none: nothing is closed
            elif status != 200:
                raise NotFetched(f"answers {status}")
            else:
                return body.decode("utf-8", "replace")
        raise NotFetched(f"redirects more than {REDIRECTS} times")

    def _ask(
        self, address: str, headers: Mapping[str, str], most: int, *, cut: bool = False
    ) -> tuple[int, dict[str, str], bytes]:
        """One request: status, headers by their names in small letters, and the body."""
        import urllib3

        host = host_of(address)
        self._take_turn(host)
        try:
            answer = self._pool.request(
                "GET", address, headers={**self._pool.headers, **headers},
                redirect=False, preload_content=False,
            )  # fmt: skip
        except (urllib3.exceptions.HTTPError, ValueError) as fault:
            self._left[host] = "cannot be reached"
            raise NotFetched("cannot be reached") from fault
        try:
            told = {name.lower(): value for name, value in answer.headers.items()}
            if answer.status in BUSY:
                self._left[host] = f"asks for rest: it answered {answer.status}"
            return answer.status, told, read_body(answer, most, cut=cut)
        except (urllib3.exceptions.HTTPError, OSError) as fault:
            raise NotFetched("broke off") from fault
        finally:
            answer.close()

    def _take_turn(self, host: str) -> None:
        pause = self._robots[host][1] if host in self._robots else self._pause
        if host in self._last:
            left = self._last[host] + pause - time.monotonic()
            if left > 0:
                self._wait(left)
        self._last[host] = time.monotonic()


def _per_request(rate: Any) -> float:
    """Seconds a request that a robots.txt grants: "1/10s" are ten."""
    return rate.seconds / rate.requests if rate and rate.requests else 0.0
