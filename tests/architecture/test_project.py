import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import PRODUCTION, ROOT, files, text

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
# These are never imported by name: SQLAlchemy finds its driver by the address of the database.
FOUND_BY_ADDRESS = {"aiosqlite": "sqlite+aiosqlite", "asyncpg": "postgresql+asyncpg"}


def test_there_are_locks() -> None:
    assert {lock.stem for lock in LOCKS} >= {"bench", "dev", "runtime"}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_locked_package_has_its_hash_and_no_address(lock: Path) -> None:
    locked = text(lock)
    joined = locked.replace("\\\n", " ")
    lines = [line for line in joined.splitlines() if line and not line.lstrip().startswith("#")]

    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+(\[\w+\])?==\S+", line)] == []
    assert [line for line in lines if "--hash=sha256:" not in line] == []
    assert "://" not in locked


def test_the_runtime_lock_holds_what_the_project_depends_on() -> None:
    locked = re.findall(r"^([\w.-]+)", text(ROOT / "requirements/runtime.txt"), re.MULTILINE)

    assert set(_dependencies()) <= {name.lower() for name in locked}


def test_every_dependency_is_imported() -> None:
    sources = [text(path) for path in files(*PRODUCTION, suffix=".py")]
    imported = {name for source in sources for name in _imports(source)}

    unused = {name for name in _dependencies() if name.replace("-", "_") not in imported}

    assert unused <= set(FOUND_BY_ADDRESS)
    for name in unused:
        assert any(FOUND_BY_ADDRESS[name] in source for source in sources)


def _dependencies() -> list[str]:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))["project"]
    return [
        re.split(r"[\[<>=~! ]", each, maxsplit=1)[0].lower() for each in project["dependencies"]
    ]


def _imports(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_the_changelog_keeps_its_form() -> None:
    lines = text(ROOT / "CHANGELOG.md").splitlines()
    versions = [line for line in lines if line.startswith("## ")]
    dated = re.compile(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}")

    assert lines[0] == "# Changelog"
    assert versions[0] == "## [Unreleased]"
    assert [version for version in versions[1:] if not dated.fullmatch(version)] == []
    assert {line[4:] for line in lines if line.startswith("### ")} <= KINDS
    assert any(line.startswith("- ") for line in lines)


@pytest.mark.parametrize(
    "page", ["README.md", "docs/architecture.md", "docs/bank.md", "docs/benchmarks.md"]
)
def test_every_make_target_that_a_page_names_is_there(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    # A target is named in code, since in prose people make all sorts of things.
    code = re.findall(r"```.*?```|`[^`\n]+`", text(ROOT / page), re.DOTALL)
    told = {name for each in code for name in re.findall(r"\bmake ([a-z]+)\b", each)}

    assert told <= targets


def test_the_readme_names_the_two_targets_to_begin_with() -> None:
    assert {"make demo", "make test"} <= set(re.findall(r"make [a-z]+", text(ROOT / "README.md")))


def test_every_page_that_a_page_links_to_is_there() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    missing = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)\)", text(page))
        if "://" not in link and not (page.parent / link).exists()
    ]

    assert missing == []
