# Two commands matter: `make run` and `make test`. `make help` lists the rest.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PYTHON ?= python3
EXAMPLES := $(wildcard skills/*/examples/*.yaml agent/understanding/embedded/examples/*.yaml)
LEARNING := $(wildcard agent/understanding/embedded/*.py agent/understanding/embedded/lexicon/*)
FLAGS ?=

.DEFAULT_GOAL := help
.PHONY: help install run test check fix bench peers lock clean

help:  ## Say what can be made
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/.trained  ## Create .venv with everything needed to run and test

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	  { echo "Python 3.11 or newer is needed; name it with: make install PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || \
	  { echo "The venv module is missing; on Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.trained: $(VENV)/.installed $(EXAMPLES) $(LEARNING)
	$(PY) -m agent.understanding.embedded.training
	@touch $@

run: install  ## Serve the demo shop on port 8000 (PORT changes it)
	@exec $(BIN)/aftercare serve

test: install  ## Run every test, in a real browser where a page is tested
	@.ci/provide-chromium
	$(PY) -m pytest -n 2 $(FLAGS)

check: install  ## Style, types, arrows between folders, phrases, structure, docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) -m runtime.phrase_check
	$(PY) -m pytest -q -p no:cacheprovider tests/structure

fix: install  ## Mend what can be mended mechanically
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install  ## Measure turn time, throughput, memory, kills and start-up; prints one table
	$(PY) -m evals.bench all $(FLAGS)

peers: install  ## Measure us against other frameworks, in an environment of its own
	test -x $(VENV)/peers/bin/python || $(PYTHON) -m venv $(VENV)/peers
	$(PY) -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > \
	  "$$($(VENV)/peers/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/ours.pth"
	$(VENV)/peers/bin/python -m pip install --quiet --disable-pip-version-check $$($(PY) -c 'import tomllib; \
	  print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["peers"])')
	$(VENV)/peers/bin/python -m pytest -q tests/evals/test_peers.py
	$(VENV)/peers/bin/python -m evals.peers $(FLAGS)

lock:  ## Choose the newest versions that pyproject.toml allows, with hashes
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/pip install --quiet --disable-pip-version-check uv
	printf 'setuptools>=77\n' | $(VENV)/lock/bin/uv pip compile pyproject.toml - --extra test --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade \
	  --quiet --output-file requirements.lock

clean:  ## Remove what was built here; the demo shop's data stays
	rm -rf build out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
