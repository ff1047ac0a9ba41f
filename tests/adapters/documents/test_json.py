import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from pydantic import TypeAdapter

from adapters.documents.as_json import as_json, schema
from core.domain.report import Report
from tests.adapters.documents.mischief import everywhere, hostile
from tests.adapters.documents.samples import CODING, EMPTY, STRONG, WEAK

DOCS = Path(__file__).parents[3] / "docs"


@pytest.mark.parametrize("report", [STRONG, WEAK, CODING, EMPTY])
def test_a_report_comes_back_from_json_as_it_was(report: Report) -> None:
    assert TypeAdapter(Report).validate_json(as_json(report)) == report


@given(hostile)
def test_json_keeps_every_character(text: str) -> None:
    report = everywhere(STRONG, text)

    assert TypeAdapter(Report).validate_json(as_json(report)) == report


def test_the_same_report_is_the_same_bytes_and_ends_with_a_newline() -> None:
    assert as_json(CODING) == as_json(replace(CODING))
    assert as_json(CODING).endswith(b"\n}\n")
    assert as_json(CODING).startswith(b'{\n  "schema_version": 1,\n')


def test_half_a_character_does_not_cost_the_report() -> None:
    report = replace(STRONG, narrative="a\udc80b")

    assert json.loads(as_json(report))["narrative"] == "a?b"


def test_the_published_schema_is_the_one_that_reports_have() -> None:
    published = (DOCS / "report.schema.json").read_bytes()

    assert published == schema()


def test_every_field_of_the_schema_is_explained() -> None:
    explained = (DOCS / "report.md").read_text("utf-8")
    described = json.loads(schema())

    records = (described, *described["$defs"].values())
    fields = {field for record in records for field in record.get("properties", {})}

    assert not [field for field in fields if f"`{field}`" not in explained]
