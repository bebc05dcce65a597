"""Word pieces, held to the library's."""

import json
import random
import re

import pytest
from tokenizers import Tokenizer

from onrecord.errors import ModelError
from onrecord.reader.folders import SHIPPED
from onrecord.reader.pieces import Pieces
from onrecord.reader.words import WORD, Vocabulary

FILE = SHIPPED / "tokenizer.json"
WORDS = [
    "He", "won't", "Café", "naïve", "ΟΔΟΣ", "Straße", "İstanbul", "ﬁnance", "和平", "a和b",
    "snake_case", "x" * 100, "x" * 101, "zq" * 30, "2016", "½", "…", "“", "€", "\u200b", "\ufffd",
    "\x00", "a\u0301", "Ǆ", "ß", "ẞ", "\u212a", "\u212b", "한국", "अमित", "עברית", "Володимир",
    "🙂", "\u07fd", "\u061d", "\ue000", "\u0378",
]  # fmt: skip


@pytest.fixture(scope="module")
def library() -> Tokenizer:
    found = Tokenizer.from_file(str(FILE))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(FILE)


def found_in(text: str) -> list[str]:
    return [match[0] for match in WORD.finditer(text)]


@pytest.mark.parametrize("word", WORDS)
def test_words_as_the_library_has_them(pieces, library, word):
    for each in found_in(word):
        own = pieces.ids(each) or [pieces.vocabulary["[UNK]"]]
        assert own == (library.encode(each, add_special_tokens=False).ids or own[:1])


def test_letters_of_every_script_as_the_library_has_them(pieces, library):
    draw = random.Random(5)
    letters = [sign for sign in map(chr, range(0x30000)) if re.match(r"\w", sign)]
    common = [sign for sign in letters if sign < "\u0600"]
    some = draw.sample(letters, 2000)
    words = [f"{a}{b}" for a, b in zip(some, reversed(some), strict=True)]
    words += [f"ab{each}cd" for each in common + some]
    theirs = [each.ids for each in library.encode_batch(words, add_special_tokens=False)]
    assert [pieces.ids(word) for word in words] == theirs
    assert len({tuple(ids) for ids in theirs}) > 50


def test_the_vocabulary_as_the_library_has_it(pieces, library):
    draw = random.Random(7)
    known = sorted(name for name in pieces.vocabulary if not name.startswith(("[", "##")))
    words = [f"{a.title()}{b}" for a, b in zip(known, draw.sample(known, len(known)), strict=True)]
    some = draw.sample(words, 3000)
    theirs = [each.ids for each in library.encode_batch(some, add_special_tokens=False)]
    assert [pieces.ids(word) for word in some] == theirs


@pytest.mark.parametrize(
    "text",
    [None, "", "{", "[]", "{}", '{"model": {}}', json.dumps({"model": {"vocab": {"a": 1}}}),
     json.dumps({"model": {"vocab": {"a": 1}, "unk_token": "[UNK]"}})],
)  # fmt: skip
def test_what_holds_no_tokenizer_is_an_error(tmp_path, text):
    if text is not None:
        (tmp_path / "tokenizer.json").write_text(text)
    with pytest.raises(ModelError, match=r"No tokenizer can be read from tokenizer\.json"):
        Vocabulary(tmp_path / "tokenizer.json")
