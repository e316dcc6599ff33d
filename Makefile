# The two commands of the README are `make run` and `make test`. Everything they need they set up themselves.
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON3 ?= python3
# A uv that is on the PATH but does not run here (a shim of another Python, say) does not count.
UV := $(shell uv --version >/dev/null 2>&1 && command -v uv || echo .tools/bin/uv)
BIN := .venv/bin
export RASA_TELEMETRY_ENABLED := false
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export PYTHONWARNINGS := ignore
export PYTHONPATH := $(CURDIR)
STAND_IN := $(wildcard tensorflow-stand-in/*.toml tensorflow-stand-in/*/*.py)

.PHONY: help run chat check test unit benchmark evaluate encoder environment lock clean

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: environment  ## Start the assistant and talk to it in the terminal
	@$(BIN)/lems run

chat: environment  ## Talk to the assistant in the terminal, without servers
	@$(BIN)/lems chat

test: environment  ## All tests: pytest, then Rasa's own stories
	$(BIN)/lems train
	$(BIN)/pytest
	$(BIN)/rasa test core --model "$$($(BIN)/lems train)" --stories tests/dialogue --fail-on-prediction-errors --out .state/rasa-test

check: environment  ## Static and data checks
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/rasa data validate --fail-on-warnings
	$(BIN)/lems check-answers

unit: environment  ## The fast tests alone
	$(BIN)/pytest tests/unit tests/data

environment: .venv/.ready

.venv/.ready: requirements-dev.txt pyproject.toml .python-version $(STAND_IN) | $(UV)
	@echo "Setting up the assistant's environment ..." >&2
	@$(UV) python find "$$(cat .python-version)" >/dev/null 2>&1 || $(UV) python install "$$(cat .python-version)" || \
	  { echo "Python $$(cat .python-version) is needed and could not be fetched. Install it (for example with pyenv or your system's packages) and run make again." >&2; exit 1; }
	@$(UV) venv --quiet --allow-existing .venv
	@$(UV) pip sync --require-hashes requirements-dev.txt
	@$(UV) pip install --quiet --no-deps -e .
	@# Without the project's settings, which tell uv that TensorFlow is never to be installed.
	@$(UV) pip install --quiet --no-config --no-deps ./tensorflow-stand-in
	@touch $@

.tools/bin/uv:
	@echo "Fetching uv ..." >&2
	@$(PYTHON3) -m venv .tools && .tools/bin/pip install --quiet uv || \
	  { echo "uv could not be installed. Install it (python3 -m pip install uv) and run make again." >&2; exit 1; }

lock: | $(UV)  ## Renew the locked requirements
	$(UV) pip compile pyproject.toml --python-version 3.10 --no-header --no-annotate --generate-hashes -q -o requirements.txt
	$(UV) pip compile pyproject.toml --extra dev --python-version 3.10 --no-header --no-annotate --generate-hashes -q -o requirements-dev.txt

clean:  ## Remove what was built
	rm -rf .venv .tools models .state .rasa

evaluate: environment  ## Ask all evaluation questions; report, figures and floors
	$(BIN)/python -m evaluation

PEER_EPOCHS ?= 100
benchmark: environment benchmarks/peer/.venv/.ready  ## Measure speed and size against a default Rasa pipeline
	$(BIN)/python -m benchmarks.against_default --peer-epochs $(PEER_EPOCHS) --model "$$($(BIN)/lems train)"

benchmarks/peer/.venv/.ready: benchmarks/peer/requirements.txt | $(UV)
	$(UV) --directory benchmarks/peer venv --quiet --allow-existing .venv
	$(UV) --directory benchmarks/peer pip sync --require-hashes requirements.txt
	@touch $@

encoder: encoder/.venv/.ready  ## Rebuild the sentence encoder (about 20 minutes)
	encoder/.venv/bin/python -m encoder.build

encoder/.venv/.ready: encoder/requirements.txt | $(UV)
	@$(UV) python find 3.11 >/dev/null 2>&1 || $(UV) python install 3.11
	$(UV) venv --quiet --seed --allow-existing --python 3.11 encoder/.venv
	encoder/.venv/bin/python -m pip install --quiet --no-deps --require-hashes -r encoder/requirements.txt
	@touch $@
