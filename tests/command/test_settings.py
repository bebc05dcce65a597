"""`onrecord.toml`: what it sets, who wins, and what is said of mistakes."""

from pathlib import Path

import pytest

from onrecord.command import cli
from onrecord.command.settings import ConfigError, apply, read_settings, settings_file


def understood(path, text, *words):
    path.write_text(text)
    made = cli.parser()
    apply(made, read_settings(path), path)
    return made.parse_args(words)


@pytest.mark.parametrize(
    ("text", "words", "name", "value"),
    [
        ("[report]\ntitle = 'Ports'", ["report", "x"], "title", "Ports"),
        ("[report]\ntitle = 'Ports'", ["report", "x", "--title", "Sea"], "title", "Sea"),
        ("[report]\nmax-articles = 7", ["report", "x"], "max_articles", 7),
        ("jobs = 3", ["report", "x"], "jobs", 3),
        ("jobs = 3", ["analyse", "x", "--into", "y"], "jobs", 3),
        ("jobs = 3\n[report]\njobs = 1", ["report", "x"], "jobs", 1),
        ("quiet = true", ["speakers", "x"], "quiet", True),
        ("quiet = true", ["speakers", "x", "-v"], "quiet", False),
        ("quiet = true", ["speakers", "x", "-v"], "verbose", True),
        ("verbose = true", ["speakers", "x", "-q"], "verbose", False),
        ("format = 'json'", ["speakers", "x"], "format", "json"),
        ("format = 'json'", ["manual"], "format", "man"),
        ("format = 'xlsx'", ["check", "x"], "format", "xlsx"),
        ("format = 'xlsx'", ["clean", "x"], "format", None),
        ("[quotes]\nlimit = 5", ["speakers", "x"], "limit", None),
        ("[sources]\nof = 'gender'", ["sources", "x"], "of", "gender"),
        ("[sources]\ntarget = ['f=0.5']", ["sources", "x"], "target", [("f", 0.5)]),
        ("[audit.draw]\nn = 40", ["audit", "draw", "t"], "n", 40),
        ("[analyse]\ninto = 't'\npaths = ['n']", ["analyse"], "into", Path("{here}/t")),
        ("[analyse]\ninto = 't'\npaths = ['n']", ["analyse"], "paths", ["{here}/n"]),
        ("[analyse]\ninto = 't'\npaths = '-'", ["analyse"], "paths", ["-"]),
        (
            "[analyse]\ninto = 't'\npaths = ['https://a.example/rss']",
            ["analyse"],
            "paths",
            ["https://a.example/rss"],
        ),
        ("actors = 'a.yaml'", ["quotes", "x"], "actors", [Path("{here}/a.yaml")]),
    ],
)
def test_a_setting_holds(tmp_path, text, words, name, value):
    def filled(said):
        if isinstance(said, list):
            return [filled(each) for each in said]
        if isinstance(said, str | Path):
            return type(said)(str(said).format(here=tmp_path))
        return said

    found = getattr(understood(tmp_path / "onrecord.toml", text, *words), name)
    assert found == filled(value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("tilte = 'x'", "no option 'tilte'"),
        ("[report]\ntilte = 'x'", "report has no option 'tilte'"),
        ("[reprot]\ntitle = 'x'", "no verb 'reprot'"),
        ("[report]\nmax-articles = 0", "report.max-articles: '0' is not a whole number"),
        ("[report]\nmax-articles = [1]", "report.max-articles"),
        ("quiet = 'yes'", "neither true nor false"),
        ("format = 'docx'", "format: 'docx' is none of text, json, csv"),
        ("[manual]\nformat = 'json'", "manual.format: 'json' is none of man, markdown"),
        ("[sources]\nof = 'age'", "none of gender, role"),
        ("[report", "cannot be read"),
        ("a = " + "[" * 5000, "cannot be read: maximum recursion depth exceeded"),
        ("run = 1", "no option 'run'"),
        ("help = true", "no option 'help'"),
        ("csv = true", "no option 'csv'"),
    ],
)
def test_a_mistake_in_the_file_is_one_sentence(tmp_path, text, says, capsys, monkeypatch):
    with pytest.raises(ConfigError, match=r"onrecord\.toml"):
        understood(tmp_path / "onrecord.toml", text, "config")
    monkeypatch.chdir(tmp_path)
    assert cli.main(["config"]) == cli.WRONG
    said = capsys.readouterr().err
    assert says in said
    assert said.startswith("onrecord: ")


def test_the_nearest_file_holds(tmp_path, monkeypatch, capsys):
    below = tmp_path / "news" / "today"
    below.mkdir(parents=True)
    assert settings_file(None, below) is None or tmp_path not in settings_file(None, below).parents
    (tmp_path / "onrecord.toml").write_text("quiet = true\n[report]\ntitle = 'Ports'")
    monkeypatch.chdir(below)
    assert settings_file(None) == tmp_path / "onrecord.toml"
    assert cli.main(["config"]) == 0
    said = capsys.readouterr().out
    assert "title = Ports   (report)" in said
    assert "quiet = True" in said
    other = tmp_path / "other.toml"
    other.write_text("[report]\ntitle = 'Sea'")
    assert cli.main(["config", "--config", str(other)]) == 0
    assert "title = Sea" in capsys.readouterr().out
    assert cli.main(["--config", str(tmp_path / "none.toml"), "config"]) == cli.WRONG
    assert cli.main(["config", "--format", "csv"]) == 0
    assert f"report,title,Ports,{tmp_path / 'onrecord.toml'}" in capsys.readouterr().out
