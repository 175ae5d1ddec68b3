# Two commands on a fresh machine with Python and make, nothing else: `make demo`, `make test`.
PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= $(CURDIR)/var
export DATA_DIR

VENV := .venv
RUN := $(VENV)/bin/python
SEARCH_PORT ?= 9200
# pytest workers; two are what a small machine bears.
JOBS ?= 2

.PHONY: demo test check bench format lock messages services services-stop clean

demo: export DJANGO_SETTINGS_MODULE = portal.settings.demo
demo: export SITE_URL = http://127.0.0.1:$(PORT)
demo: $(VENV)/.installed
	$(RUN) manage.py demo --port $(PORT)

test: $(VENV)/.installed-dev
	$(RUN) manage.py translations compile
	$(RUN) -m pytest --numprocesses $(JOBS) --dist loadgroup $(ARGS)

check: export DJANGO_SETTINGS_MODULE = portal.settings.test
check: $(VENV)/.installed-dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html' 'templates/**/*.html')
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy
	$(RUN) manage.py check --fail-level WARNING
	$(RUN) manage.py makemigrations --check --dry-run
	$(RUN) manage.py translations check

bench: export DJANGO_SETTINGS_MODULE = portal.settings.test
bench: $(VENV)/.installed-dev
	$(RUN) manage.py translations compile
	$(RUN) -m tests.bench $(ARGS)

format: $(VENV)/.installed-dev
	$(VENV)/bin/ruff check --fix --quiet . ; $(VENV)/bin/ruff format .
	$(VENV)/bin/djade --target-version 5.2 $$(git ls-files 'templates/*.html' 'templates/**/*.html')

# The Elasticsearch that CI tests with, for whoever works on search. The first time fetches a large archive.
services:
	.ci/elasticsearch start $(DATA_DIR)/elasticsearch $(SEARCH_PORT)
	@echo "▸ tests with it:      TEST_SEARCH_URL=http://127.0.0.1:$(SEARCH_PORT) make test ARGS=tests/search"
	@echo "▸ the portal with it: SEARCH_URL=http://127.0.0.1:$(SEARCH_PORT) make demo"
	@echo "▸ stop it:            make services-stop"

services-stop:
	.ci/elasticsearch stop $(DATA_DIR)/elasticsearch

# The lock files: every package with its hashes, and no registry's host name.
lock: $(VENV)/.installed-dev
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --output-file requirements.txt
	$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev --output-file requirements-dev.txt

# Bring the catalogues of translations up to date with the code.
messages: $(VENV)/.installed-dev
	DJANGO_SETTINGS_MODULE=portal.settings.test $(RUN) manage.py translations update

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Maillage needs Python 3.11 or later.")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "▸ dependencies…"
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	touch $@

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "▸ development dependencies…"
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) var .pytest_cache .ruff_cache .mypy_cache
