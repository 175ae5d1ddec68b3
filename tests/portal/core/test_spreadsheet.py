import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.core.spreadsheet import FORMULA_STARTS, harmless, lines

COLUMNS = ("nom", "année")
TEXT = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"))


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("text", ["=1+1", "+33 6", "-2", "@SOMME(A1)", "\t=1", "  =1", "\r=1"])
def test_a_text_that_would_be_a_formula_is_kept_as_text(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", [-1.5, 0, True, "Eusko", "l’eusko = une monnaie"])
def test_anything_else_is_left_as_it_is(value):
    assert harmless(value) is value


def test_what_is_not_known_is_an_empty_cell():
    [row] = read("".join(lines(COLUMNS, [{"nom": "Eusko", "année": None}])))

    assert row == {"nom": "Eusko", "année": ""}


def test_a_table_without_rows_still_names_its_columns():
    assert "".join(lines(COLUMNS, [])) == "nom,année\r\n"


def test_a_column_that_a_row_lacks_is_empty():
    assert read("".join(lines(COLUMNS, [{"nom": "Eusko"}])))[0]["année"] == ""


@given(TEXT, TEXT)
def test_whatever_is_written_is_read_again(name, year):
    [row] = read("".join(lines(COLUMNS, [{"nom": name, "année": year}])))

    assert row["nom"].removeprefix("'") == name.removeprefix("'")
    assert not row["année"].lstrip(" ").startswith(FORMULA_STARTS)
