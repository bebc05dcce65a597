# Two commands do everything: `make report` and `make test`. Both set up what they need first.
RUNS   := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3; do \
  $$name -c "$(RUNS)" 2>/dev/null && echo $$name && break; done)
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
OURS   := $(VENV)/.onrecord

CORPORA := $(wildcard seeds/*/)
DATA    ?= ../shared/data
AT_ONCE ?= 1

# Where the environment forbids compiled modules, each of some hundred processes that tests and
# reports start would compile all that it imports: half of its processor time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: report test checks tests-slow tests-quick lab docs shown release setup browser lock accuracy speed pages picture gallery afternoon train clean

report: $(STAMP)  ## analyse seeds/ and render reports/
	$(BIN)/onrecord report $(CORPORA) --each --into reports

# Two processes at a time, each told when it has ended, where make can.
SIDE_BY_SIDE := -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# What else there is need not be collected for these.
SLOW := $(shell grep -rlE "mark\.(browser|slow)" tests --include=*.py)

ifdef ONLY  # marks of pytest
test: $(STAMP) browser checks
	$(BIN)/python -m pytest -m "$(ONLY)"
else
# What the model answered to one half is known to the other: see tests/kept.py.
test: $(STAMP) browser  ## lint, types and every test, the browser's included; or ONLY="marks"
	@held=$$(mktemp) && trap 'rm -f "$$held"' EXIT && \
	ONRECORD_ANSWERS=$$held $(MAKE) --no-print-directory $(SIDE_BY_SIDE) \
	  tests-slow tests-quick checks
endif

checks: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

tests-slow: $(STAMP) browser
	$(BIN)/python -m pytest -m "browser or slow" $(SLOW)

tests-quick: $(STAMP)
	$(BIN)/python -m pytest -m "not (browser or slow)"

lab: $(STAMP)  ## JupyterLab on the notebooks
	$(BIN)/jupyter lab notebooks

docs: $(STAMP)  ## the documentation as a site in site/; open site/index.html
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

shown: $(STAMP)  ## what pages of docs/ show as printed, printed anew
	PYTHONPATH=analysis:tests $(BIN)/python -m newcomers.shown

release: $(STAMP)  ## wheel and sdist in dist/, each checked in clean environments
	$(BIN)/python -m release.build

setup: $(STAMP)  ## the virtual environment alone

accuracy: $(STAMP)  ## accuracy on public gold: make accuracy DATA=../shared/data
	$(BIN)/python benchmarks/accuracy.py --data $(DATA)

speed: $(STAMP)  ## articles and pairs per second: make speed DATA=../shared/data
	$(BIN)/python benchmarks/speed.py --data $(DATA)

pages: report browser  ## size of the rendered pages, and time to their first chart
	for folder in $(CORPORA); do $(BIN)/python benchmarks/pages.py reports/$$(basename $$folder); done

gallery: report browser  ## the pictures of docs/gallery.md
	$(BIN)/python benchmarks/gallery.py reports/harbour-accord --into docs/gallery

afternoon: $(STAMP)  ## the tutorial of a review, with 250 articles
	$(BIN)/python benchmarks/afternoon.py --articles 250

picture: report browser  ## the README's picture
	$(BIN)/python benchmarks/pages.py reports/harbour-accord --picture .github/report.png

train:  ## the weights anew, in an environment of its own: make train DATA=../shared/data
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --requirement training/requirements.txt
	.venv-train/bin/python -m training teach --data $(DATA) --at-once $(AT_ONCE)
	.venv-train/bin/python -m training train --data $(DATA)
	.venv-train/bin/python -m training ship --data $(DATA)
	.venv-train/bin/python -m training extend --data $(DATA)
	.venv-train/bin/python -m training sides --data $(DATA)

# The pinned, hashed requirements first, then the project itself without looking further.
# An environment that was there before is left alone, as ours would take its packages away.
$(STAMP): requirements.lock pyproject.toml
	@if [ -e $(VENV) ] && [ ! -e $(STAMP) ] && [ ! -e $(OURS) ]; then \
	  echo "make did not make $(VENV): move it, or name another: make VENV=.venv-onrecord" >&2; \
	  exit 1; \
	fi
	@$(or $(PYTHON),false) -c "$(RUNS)" || { \
	  echo "On Record runs with Python 3.11 to 3.14; make PYTHON=... names one that is not on the path." >&2; \
	  exit 1; }
	@mkdir -p $(VENV) && touch $(OURS)
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --editable . ; \
	else \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock && \
	  $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable . ; \
	fi
	@touch $@

# The browser test wants a Chromium; a machine that has one is left alone.
browser:
	@if ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then \
	  SUDO=$$( [ "$$(id -u)" = 0 ] || echo sudo ); \
	  $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq chromium fonts-dejavu >/dev/null; \
	fi

lock:  ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --extra test --universal --upgrade --quiet \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --output-file requirements.lock

# Only what was made here goes: the reports that their manifests list, and an environment of ours.
clean:  ## remove the rendered reports and the environment
	@if [ -x $(BIN)/onrecord ]; then $(BIN)/onrecord clean reports; fi
	@if [ -f $(STAMP) ] || [ -f $(OURS) ]; then rm -rf $(VENV) analysis/onrecord.egg-info; fi
