"""The report as JSON, for programs: its form is described in docs/report.md."""

import json

from pydantic import TypeAdapter

from core.domain.report import Report

_REPORT = TypeAdapter(Report)


def as_json(report: Report) -> bytes:
    """Return the report as JSON; the same report is always the same bytes."""
    try:
        return _REPORT.dump_json(report, indent=2) + b"\n"
    except ValueError:
        # Half a surrogate pair, as a terminal delivers for bytes that are no UTF-8, has no place
        # in JSON; one such character must not cost the candidate the report.
        plain = json.dumps(_REPORT.dump_python(report, mode="json"), indent=2, ensure_ascii=False)
        return plain.encode("utf-8", "replace") + b"\n"


def schema() -> bytes:
    """Return the JSON schema of a report, as docs/report.schema.json holds it."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_REPORT.json_schema(mode="serialization"),
    }
    return (json.dumps(described, indent=2, ensure_ascii=False) + "\n").encode()
