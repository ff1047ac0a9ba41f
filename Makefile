# Each target sets up what it needs. The two to begin with: `make demo` and `make test`.
SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
CODE := bot adapters core sandbox migrations bench tests
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
SCRIPT := tests/journeys/scripts/strong.txt
JOBS ?= auto

.PHONY: help demo test check fix bench soak lock clean

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/'

demo: $(VENV)/.runtime  ## an interview to its report: yours in a terminal, a scripted one elsewhere
	@if [ -t 0 ]; then $(BIN)/greenroom practice $(ARGS); \
	else $(BIN)/greenroom practice --script $(SCRIPT) --seed 7 --out out $(ARGS); fi

test: $(VENV)/.dev  ## every test, on real servers, with branch coverage
	@requirements/servers
	@rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest -n $(JOBS) $(if $(CI),--require-servers) $(ARGS)
	@$(BIN)/coverage combine -q
	$(BIN)/coverage report

check: $(VENV)/.dev  ## format, lint, types, import contracts, dependencies, spelling, the bank
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .
	$(BIN)/codespell $(CODE) docs README.md CHANGELOG.md
	$(BIN)/greenroom bank check

fix: $(VENV)/.dev  ## format, and mend what can be mended by itself
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: $(BENCH)/.ready  ## benchmarks: ratios in the terminal, and in bench/results
	@requirements/servers
	$(BENCH)/bin/python -m bench

soak: $(VENV)/.dev  ## a hundred kills at random moments on each backend; figures in bench/results/soak.json
	@requirements/servers
	$(BIN)/python -m tests.crash.soak $(ARGS)

# Compiled for every platform and Python at once, with hashes and without addresses. Needs uv.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q
lock:  ## renew the locked requirements
	$(LOCK) --group build --group dev -o requirements/dev.txt
	$(LOCK) --group build -c requirements/dev.txt -o requirements/runtime.txt
	$(LOCK) --group build --group bench -c requirements/runtime.txt -o requirements/bench.txt

clean:  ## remove what the targets made
	rm -rf $(VENV) $(BENCH) out .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/python:
	@requirements/venv $(VENV)

$(VENV)/.runtime: requirements/runtime.txt pyproject.toml | $(BIN)/python
	@echo "Setting up Greenroom, which takes about a minute the first time."
	@$(PIP) install --require-hashes -r requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Setting up Greenroom's tools, which takes about a minute the first time."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.runtime

# Apart, so that what we are measured against stays out of everything else.
$(BENCH)/.ready: requirements/bench.txt pyproject.toml
	@test -x $(BENCH)/bin/python || requirements/venv $(BENCH)
	@echo "Setting up what Greenroom is measured against, which takes about a minute the first time."
	@$(BENCH)/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements/bench.txt
	@$(BENCH)/bin/python -m pip --disable-pip-version-check -q install --no-deps --no-build-isolation -e .
	@touch $@
