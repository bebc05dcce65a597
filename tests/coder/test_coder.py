"""A pretended server answers as a language model would; nothing of it reaches the tables."""

import json
import re
import shlex
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from harbour import harbour
from pretend import pretend
from reviewed import stored
from stored import stored as stored_frames

from onrecord import coder
from onrecord.coder.question import answer, question
from onrecord.command.cli import main
from onrecord.corpus.update import update
from onrecord.corrections import corrections_files, read_corrections
from onrecord.errors import CoderError
from onrecord.review.pick import pick
from onrecord.review.statements import statements
from onrecord.tables import Tables


class Server:
    """Answers `/v1/chat/completions`; `say` makes the answer from the question."""

    def __init__(self, say):
        self.asked, self.paths = [], []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(told)
                outer.paths.append(self.path)
                made = say(told["messages"][1]["content"])
                status, body = made if isinstance(made, tuple) else (200, made)
                if isinstance(body, str):
                    body = {"choices": [{"message": {"role": "assistant", "content": body}}]}
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "http://203.0.113.7/v1")
                self.end_headers()
                self.wfile.write(json.dumps(body).encode())

            def log_message(self, *said):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def serve():
    made = []

    def start(say):
        made.append(Server(say))
        return made[-1]

    yield start
    for each in made:
        each.server.shutdown()
        each.server.server_close()


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return stored(tmp_path_factory.mktemp("coder"))


def words_of(asked):
    return asked.partition("[[")[2].partition("]]")[0]


def says(asked):
    """Right of two quotes, wrong of one, and no JSON for the last."""
    speaker = {"“We will not sail,”": "Quist", "“Norland lied to France,”": "Ada Quist",
               "“It rained,”": "Mr. Dov Amsel"}.get(words_of(asked))  # fmt: skip
    if speaker is None:
        return "I would rather not say."
    sides = {name: "against" for name in ("Norland", "France")}
    return (
        f"Of course!\n```json\n{json.dumps({'quote': True, 'speaker': speaker, 'stance': sides})}"
    )


def asked_again(place, server, *more):
    words = ["coder", str(place), "--model", "pretend:1b", "--address", server.address]
    return main([*words, "--order", "text", *more])


def test_a_second_coder_is_asked_kept_compared_and_not_mixed_in(place, serve, capsys):
    server, before = serve(says), Tables.open(place)
    assert asked_again(place, server, "-n", "2") == 0
    assert asked_again(place, server) == 0  # goes on where it was
    out = capsys.readouterr().out
    assert "2 answered before" in out and "the tables stay as they are" in out
    many = len(statements(before, pick(before, n=None)))
    assert len(server.asked) == many and {*server.paths} == {"/v1/chat/completions"}
    for told in server.asked:
        assert told["temperature"] == 0 and told["model"] == "pretend:1b"
        user = told["messages"][1]["content"]
        assert not {"favor", "against", "label"} & {*user.split()}  # blind
    path = place / "coder-pretend-1b.jsonl"
    given, problems = read_corrections([path])
    assert problems == [] and {each.who for each in given} == {"model pretend:1b"}
    assert path == coder.coder_file(place, "pretend:1b")
    by = {each.words[0].text: each.now["speakers"] for each in given if each.kind == "speaker"}
    assert by == {"“We will not sail,”": ["Ada Quist"], "“Norland lied to France,”": ["Ada Quist"],
                  "“It rained,”": ["Dov Amsel"]}  # fmt: skip
    made = {each.name: each for each in coder.compare(given)}
    assert made["speaker"].units == 3 and made["speaker"].percent == pytest.approx(2 / 3)
    assert made["stance"].units == 1
    # neither this run nor the next takes it for a reviewer's
    assert path not in corrections_files(place)
    update(place, place.parent / "news", jobs=1, progress=False, reader=pretend)
    assert Tables.open(place).attributions.corrected.isna().all()
    assert main(["agreement", str(place), str(path)]) == 0
    assert asked_again(place, server, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out.partition("[")[2].join(["[", ""]) or "[]")
    assert any(row["question"] == "speaker" and row["both"] == 3 for row in rows)


@pytest.fixture(scope="module")
def one(place):
    tables = Tables.open(place)
    found = statements(tables, pick(tables, order="text", n=None))
    return next(each for each in found if "lied" in each.words[0].text)


NAMES = ["Ada Quist", "Bo Lund", "France", "Norland"]


@pytest.mark.parametrize(
    ("told", "speakers", "labels"),
    [
        ('{"speaker": "Bo Lund", "stance": {"Norland": "against", "France": "NONE "}}',
         ("Bo Lund",), {"France": "none"}),
        ('{"quote": true, "speaker": "lund", "stance": {"france": "favor"}}',
         ("Bo Lund",), {"France": "favor"}),
        ('{"speaker": "unknown"}', (), {}),
        ('{"speaker": "He", "stance": {"France": "hates", "Spain": "favor"}}', ("He",), {}),
        ('x {"speaker": "Bo Lund", "stance": ["Norland"]} {"speaker": "Ada"}', ("Bo Lund",), {}),
        ('{"quote": false}', (), {}),
    ],
)  # fmt: skip
def test_what_an_answer_says(one, told, speakers, labels):
    found = answer(told, one, NAMES)
    assert found.speakers == speakers
    sides = one.was["stances"]
    assert {sides[n]["target"]: label for n, label in found.labels.items()} == labels


@pytest.mark.parametrize(
    "told",
    ["", "no", "[1]", '{"speaker": 7}', '{"speaker": "Ed Vane"}', '{"quote": "yes"}', "{" * 5000,
     '{"quote": "Bo Lund", "speaker": "Bo Lund"}', '{"stance": {"Norland": "favor"}}'],
)  # fmt: skip
def test_what_says_nothing_that_was_asked(one, told):
    assert answer(told, one, NAMES) is None


def test_a_question_tells_nothing_of_the_tables(one):
    asked = question(one, NAMES)
    assert "[[“Norland lied to France,”]]" in asked and "Targets: France" in asked
    assert "Names: Ada Quist; Bo Lund; France; Norland" in asked


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("https://api.openai.example/v1", "not of this machine"),
        ("http://93.184.215.14/v1", "not of this machine"),
        ("file:///etc/passwd", "is no address"),
        ("llama", "is no address"),
        ("http://127.0.0.1:9/v1", "Nothing answers at http://127.0.0.1:9/v1"),
    ],
)
def test_texts_go_no_further_than_this_machine(place, address, said, capsys):
    assert main(["coder", str(place), "--model", "none", "--address", address]) != 0
    assert said in capsys.readouterr().err
    assert not (place / "coder-none.jsonl").exists()


@pytest.mark.parametrize(
    "made",
    [(500, "broken"), (404, "no such model"), (200, {"answer": "hi"}), (200, []), (302, "away")],
)
def test_a_server_that_answers_otherwise_ends_it_in_a_sentence(place, serve, made, capsys):
    server = serve(lambda asked: made)
    with pytest.raises(CoderError, match="answer"):
        coder.Local("m", server.address).ask("system", "question")
    assert len(server.asked) == 1


def test_the_page_on_it_runs(tmp_path, serve, monkeypatch, capsys):
    def say(asked):
        names = asked.splitlines()[0].removeprefix("Names: ").split("; ")
        return json.dumps({"speaker": names[0], "stance": {}})

    stored_frames(harbour(), tmp_path / "tables")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onrecord.coder.local.ADDRESS", serve(say).address)
    page = (Path(__file__).parents[2] / "docs" / "coder.md").read_text("utf-8")
    lines = re.findall(r"(?m)^onrecord (.+)$", page)
    assert lines[2].startswith("coder ")  # what makes the tables stands before
    for line in lines[2:]:
        assert main(shlex.split(line)) == 0
    assert "llama3.1 and On Record" in capsys.readouterr().out
    exec("".join(re.findall(r"(?ms)^```python\n(.*?)^```", page)), {"Path": Path})


def test_a_coder_that_breaks_off_keeps_what_it_said(tmp_path, serve):
    place, left = stored(tmp_path), [1]
    server = serve(lambda asked: says(asked) if left and left.pop() else (500, "no"))
    assert asked_again(place, server) != 0
    given = read_corrections([Path(place, "coder-pretend-1b.jsonl")])[0]
    assert {each.kind for each in given} >= {"speaker"}
    again = serve(says)
    assert asked_again(place, again) == 0
    assert len(again.asked) < len(statements(Tables.open(place), pick(Tables.open(place), n=None)))
