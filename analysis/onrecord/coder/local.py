"""A server of this machine or its network that answers as OpenAI's do: Ollama, llama.cpp, vLLM."""

from __future__ import annotations

import ipaddress
import json
import socket
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import CoderError

ADDRESS = "http://127.0.0.1:11434/v1"  # where Ollama listens
SECONDS = 120.0
MOST = 1_000_000  # bytes of an answer
TOKENS = 300


@dataclass(frozen=True, slots=True)
class Local:
    """A model and where it is asked.

    Attributes:
        model: its name, as the server knows it.
        address: of the server, up to its `/v1`.
        seconds: that an answer may take.
    """

    model: str
    address: str = ADDRESS
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise CoderError(f"{self.address!r} is no address like {ADDRESS}.")
        if not _near(parts.hostname):
            raise CoderError(
                f"{parts.hostname} is not of this machine or its own network; texts of your "
                "articles are not sent further than that."
            )

    def ask(self, system: str, question: str) -> str:
        """What the model answers, at temperature 0.

        Args:
            system: what it is to do.
            question: of one statement.

        Raises:
            CoderError: the server is not there, or does not answer as OpenAI's does.
        """
        said = {
            "model": self.model,
            "temperature": 0,
            "seed": 0,
            "max_tokens": TOKENS,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": question},
            ],
        }
        request = urllib.request.Request(
            f"{self.address.rstrip('/')}/chat/completions",
            json.dumps(said).encode(),
            {"Content-Type": "application/json"},
        )
        # neither a proxy nor a redirect may carry a text away
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay())
        try:
            with opener.open(request, timeout=self.seconds) as answer:
                told = json.loads(answer.read(MOST))
        except urllib.error.HTTPError as error:
            raise CoderError(f"{self.address} answers {error.code} for {self.model!r}.") from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            if isinstance(reason, ConnectionRefusedError):
                raise CoderError(
                    f"Nothing answers at {self.address}; start your model's server, or name "
                    "another address."
                ) from error
            raise CoderError(f"{self.address} does not answer as it should: {reason}.") from error
        return _content(told, self.address)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        """No redirect is followed."""


def _content(told: Any, address: str) -> str:
    try:
        content = told["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError) as error:
        raise CoderError(f"{address} does not answer as OpenAI's servers do.") from error
    return content if isinstance(content, str) else ""


def _near(host: str) -> bool:
    """Whether a name leads to this machine or a private network alone.

    >>> _near("127.0.0.1"), _near("192.168.1.20"), _near("93.184.215.14")
    (True, True, False)
    """
    try:
        found = {str(each[4][0]).partition("%")[0] for each in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    near = [ipaddress.ip_address(each) for each in found]
    return bool(near) and all(each.is_loopback or each.is_private for each in near)
