# Needs git, make and Python 3.11 or later with venv. Nothing here needs root; root works too.
# The first target that needs the environment makes .venv; pyproject.toml changing makes it again.

SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV   := .venv
PYTHON := $(VENV)/bin/python
STAMP  := $(VENV)/.installed
PEERS  := $(VENV)/.peers
# More arguments for pytest: make test ARGS="tests/core -x"
ARGS ?=

.PHONY: help demo test test-all lint bench regen regen-check clean

help:
	@echo 'make demo         check, prove, generate, run against a real PostgreSQL, and refute weakened copies'
	@echo 'make test         the tests            make test-all     the long suite as well'
	@echo 'make lint         ruff and mypy        make bench        the measured ratios'
	@echo 'make regen        derived files        make regen-check  are they up to date?'
	@echo 'make clean        remove what the other targets made, except .venv'

demo: $(STAMP)
	@$(PYTHON) -m tools.demo

test: $(STAMP)
	$(PYTHON) -m pytest $(ARGS)

test-all: $(STAMP)
	ALN_LONG=1 $(PYTHON) -m pytest -m "" $(ARGS)

lint: $(STAMP)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

bench: $(PEERS)
	@$(PYTHON) -m bench

regen: $(STAMP)
	@$(PYTHON) -m tools.regen

regen-check: $(STAMP)
	@$(PYTHON) -m tools.regen --check

clean:
	rm -rf build dist *.egg-info .aln .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

# The stamp is written last, so an interrupted or failed install is done again.
$(STAMP): pyproject.toml tools/python.sh
	@set -e; \
	python=$$(sh tools/python.sh); \
	echo "making $(VENV) with $$python (once; a minute or two)"; \
	"$$python" -m venv $(VENV); \
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[cluster,db,dev,draw,parquet]'; \
	touch $@

# What the guards are measured against: the extra `bench`, installed only to be measured.
$(PEERS): $(STAMP)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@
