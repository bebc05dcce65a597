"""Errors are one sentence, in a notebook as well."""

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

from onrecord.errors import StoreError
from onrecord.tables import Tables


@pytest.mark.parametrize(
    ("cell", "said", "whole"),
    [
        ("from onrecord.tables import Tables\nTables.open('')", "StoreError: No folder", False),
        ("from onrecord.errors import LoadError\nraise LoadError('No such file.')",
         "LoadError: No such file.", False),
        ("1 / 0", "division by zero", True),
    ],
)  # fmt: skip
def test_a_notebook_shows_the_sentence_alone(cell, said, whole):
    shell = InteractiveShell.instance(config=Config(HistoryManager={"enabled": False}))
    try:
        with capture_output() as held:
            ran = shell.run_cell(cell)
    finally:
        shell.restore_sys_module_state()  # it stood in for __main__
        InteractiveShell.clear_instance()
    assert not ran.success and said in held.stdout
    assert ("Traceback" in held.stdout) == whole


@pytest.mark.parametrize("name", ["", " "])
def test_tables_without_a_name_are_not_those_of_the_folder_where_one_stands(
    tmp_path, monkeypatch, name
):
    Tables.empty().save(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert Tables.open(".").articles.empty
    with pytest.raises(StoreError, match="No folder of tables is named"):
        Tables.open(name)
