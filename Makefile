# Python 3.11 and make are enough: each target sets up .venv itself, and again when what it needs changed.

BIN := .venv/bin
JOBS ?= 3
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

# Commands and tests begin many processes: what is compiled once is kept, whoever asked for it not to be.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test sites lint docs screenshots bench constraints clean

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

demo: .venv/ready  ## crawl, audit, report and serve twelve invented bodies
	$(BIN)/doorstep demo $(ARGS)

test: .venv/ready-dev  ## run every test; `make test ARGS="-k board"` runs some
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS)

sites: .venv/ready-dev  ## hold every set of sites by other hands against its labels, not one of them
	ALL_SITES=1 $(BIN)/python -m pytest -n $(JOBS) -rP tests/test_accuracy.py

lint: .venv/ready-dev  ## check format, style, types and the generated parts of the documentation
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/cog --check README.md checklists/README.md

docs: .venv/ready-dev  ## write the generated parts of the documentation anew
	$(BIN)/cog -r README.md checklists/README.md

screenshots: .venv/ready-dev  ## take the pictures in docs/screenshots anew; needs Debian's chromium
	$(BIN)/python docs/screenshots.py $(ARGS)

bench: .venv/ready-dev  ## time crawling, judging, reporting and browsing on the demo
	$(BIN)/python benchmarks/bench.py $(ARGS)
	$(BIN)/python benchmarks/serve.py

constraints: .venv/made  ## write constraints.txt anew, from what a new environment needs
	rm -rf build/fresh
	$(BIN)/python -m venv build/fresh
	build/fresh/bin/python -m pip install --quiet --disable-pip-version-check -U 'setuptools<81' -e '.[dev,browser,cluster]'
	echo "# What the package and its extras dev, browser and cluster need, as \`make constraints\` found it." > constraints.txt
	build/fresh/bin/python -m pip freeze --all --exclude-editable | grep -v '^pip==' >> constraints.txt
	rm -rf build/fresh

clean:  ## remove what can be made again; crawls and reports stay
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

.venv/made:
	@for python in $(PYTHONS); do \
	  if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Setting up .venv with $$python: a minute or two, once"; \
	    "$$python" -m venv .venv && touch $@; exit; \
	  fi; \
	done; \
	echo "Python 3.11 or newer with its venv module is needed; on Debian: apt-get install python3 python3-venv" >&2; \
	echo "If it is not on the PATH: make PYTHON=/path/to/python3.11 ..." >&2; \
	exit 1

.venv/ready: .venv/made pyproject.toml constraints.txt
	$(INSTALL) -e .
	@touch $@

.venv/ready-dev: .venv/made pyproject.toml constraints.txt
	$(INSTALL) -e '.[dev,browser,cluster]'
	@touch $@ .venv/ready
