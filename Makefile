# make        set everything up, read reports/, build and validate the graph into out/
# make test   set everything up and run every check
# make docs   write the generated parts of the documentation again
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: all test chromium lint types unit docs golden clean

all: $(VENV)/.ready
	$(BIN)/yotgraph build

test: chromium lint types unit

# The pages are tested in a browser that the system has; without one nothing passes.
chromium:
	@command -v "$${CHROMIUM:-chromium}" > /dev/null || { echo \
	  "make test needs Chromium: apt-get install chromium, or set CHROMIUM to a browser's path"; exit 1; }

lint: $(VENV)/.testing
	$(BIN)/ruff check graph tests
	$(BIN)/ruff format --check graph tests

types: $(VENV)/.testing
	$(BIN)/mypy

unit: $(VENV)/.testing
	$(BIN)/pytest -q -n auto --dist loadfile

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable ".[docs]"
	touch $@

# What only the checks need comes with them: it is larger than the program.
$(VENV)/.testing: $(VENV)/.ready
	$(BIN)/pip install --quiet --editable ".[test]"
	touch $@

docs: $(VENV)/.ready
	PYTHONPATH=. $(BIN)/python docs/generate_cli.py
	PYTHONPATH=. $(BIN)/python docs/generate_answers.py

clean:
	rm -rf $(VENV) build dist
