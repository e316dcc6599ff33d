# The two commands of the README are `make run` and `make test`. Everything they need they set up themselves; what they
# cannot get (a browser, Node.js) they name with the command that gets it.
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

# The desk and the browser tests have a Python of their own, which must not see the assistant's modules.
DESK := cd desk && env -u PYTHONPATH -u PYTHONWARNINGS .venv/bin
BROWSER := cd tests/browser && env -u PYTHONPATH -u PYTHONWARNINGS .venv/bin

.PHONY: help run chat check test unit benchmark evaluate encoder environment lock clean
.PHONY: test-assistant test-desk test-widget test-whole test-browser check-assistant check-desk check-widget check-browser
.PHONY: desk-environment browser-environment widget-environment browser node screenshots measure

help:  ## This list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 17

run: environment desk-environment  ## Start everything and open the chat in the browser, http://127.0.0.1:8000
	@$(DESK)/python -m supervisor

chat: environment  ## Talk to the assistant in the terminal, without servers
	@$(BIN)/lems chat

test: test-assistant test-desk test-widget test-whole test-browser  ## All tests

test-assistant: environment  ## Tests of the assistant: pytest, then Rasa's own stories
	$(BIN)/lems train
	$(BIN)/pytest
	$(BIN)/rasa test core --model "$$($(BIN)/lems train)" --stories tests/dialogue --fail-on-prediction-errors --out .state/rasa-test

test-desk: desk-environment  ## Tests of the desk, with a stand-in of the assistant
	$(DESK)/pytest

test-widget: widget-environment  ## Tests of the widget without a browser: logic, size, package
	cd widget && npm test

test-whole: environment desk-environment  ## Tests of everything together, as 'make run' starts it
	$(BIN)/pytest tests/whole

test-browser: environment desk-environment browser-environment widget-environment browser  ## Tests of the widget in Chromium
	$(BROWSER)/python -m pytest
	$(BROWSER)/python with_desk.py
	$(BIN)/lems train >/dev/null
	$(BROWSER)/python -m pytest real

check: check-assistant check-desk check-widget check-browser  ## Static and data checks

check-assistant: environment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/rasa data validate --fail-on-warnings
	$(BIN)/lems check-answers

check-desk: desk-environment
	$(DESK)/ruff check --config pyproject.toml . ../tests/desk
	$(DESK)/ruff format --check --config pyproject.toml . ../tests/desk
	$(DESK)/mypy
	$(DESK)/lint-imports

check-widget: widget-environment
	cd widget && npm run check

check-browser: browser-environment
	$(BROWSER)/ruff check . ../../benchmarks/widget_page.py
	$(BROWSER)/ruff format --check . ../../benchmarks/widget_page.py
	$(BROWSER)/mypy .

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

desk-environment: desk/.venv/.ready

browser-environment: tests/browser/.venv/.ready

widget-environment: widget/node_modules/.package-lock.json

%/.venv/.ready: %/requirements-dev.txt %/.python-version | $(UV)
	@echo "Setting up the environment of $* ..." >&2
	@# In its own folder, where a version manager offers the Python that its .python-version names.
	@$(UV) --directory $* python find >/dev/null 2>&1 || $(UV) python install "$$(cat $*/.python-version)" || \
	  { echo "Python $$(cat $*/.python-version) is needed and could not be fetched. Install it (for example with pyenv or your system's packages) and run make again." >&2; exit 1; }
	@$(UV) --directory $* venv --quiet --allow-existing
	@$(UV) pip sync --quiet --require-hashes --python $*/.venv/bin/python $*/requirements-dev.txt
	@touch $@

widget/node_modules/.package-lock.json: widget/package-lock.json widget/package.json | node
	cd widget && npm ci --no-audit --no-fund
	@touch $@

node:
	@.ci/need-node

browser: browser-environment
	@$(BROWSER)/python chromium.py

.tools/bin/uv:
	@echo "Fetching uv ..." >&2
	@$(PYTHON3) -m venv .tools && .tools/bin/pip install --quiet uv || \
	  { echo "uv could not be installed. Install it (python3 -m pip install uv) and run make again." >&2; exit 1; }

lock: | $(UV)  ## Renew the locked requirements
	$(UV) pip compile pyproject.toml --python-version 3.10 --no-header --no-annotate --generate-hashes -q -o requirements.txt
	$(UV) pip compile pyproject.toml --extra dev --python-version 3.10 --no-header --no-annotate --generate-hashes -q -o requirements-dev.txt

	$(UV) pip compile desk/pyproject.toml --python-version 3.12 --no-header --generate-hashes -q -o desk/requirements.txt
	$(UV) pip compile desk/pyproject.toml --extra dev --python-version 3.12 --no-header --generate-hashes -q -o desk/requirements-dev.txt
	$(UV) pip compile tests/browser/pyproject.toml --extra dev --python-version 3.12 --no-header --generate-hashes -q -o tests/browser/requirements-dev.txt

clean:  ## Remove what was built
	rm -rf .venv .tools models .state .rasa desk/.venv tests/browser/.venv widget/node_modules

evaluate: environment  ## Ask all evaluation questions; report, figures and floors
	$(BIN)/python -m evaluation

PEER_EPOCHS ?= 100
benchmark: environment benchmarks/peer/.venv/.ready  ## Measure speed and size against a default Rasa pipeline
	$(BIN)/python -m benchmarks.against_default --peer-epochs $(PEER_EPOCHS) --model "$$($(BIN)/lems train)"

benchmarks/peer/.venv/.ready: benchmarks/peer/requirements.txt | $(UV)
	$(UV) --directory benchmarks/peer venv --quiet --allow-existing .venv
	$(UV) --directory benchmarks/peer pip sync --require-hashes requirements.txt
	@touch $@

screenshots: environment desk-environment browser-environment browser  ## Make the pictures of docs/images anew
	$(BROWSER)/python screenshots.py

measure: environment desk-environment browser-environment browser  ## Measure desk and widget (benchmarks/results/desk.json, widget.json)
	$(BIN)/lems train >/dev/null
	$(BIN)/python -m benchmarks.desk --out benchmarks/results/desk.json
	tests/browser/.venv/bin/python benchmarks/widget_page.py --out benchmarks/results/widget.json

encoder: encoder/.venv/.ready  ## Rebuild the sentence encoder (about half an hour)
	encoder/.venv/bin/python -m encoder.build

encoder/.venv/.ready: encoder/requirements.txt | $(UV)
	@$(UV) python find 3.11 >/dev/null 2>&1 || $(UV) python install 3.11
	$(UV) venv --quiet --seed --allow-existing --python 3.11 encoder/.venv
	encoder/.venv/bin/python -m pip install --quiet --no-deps --require-hashes -r encoder/requirements.txt
	@touch $@
