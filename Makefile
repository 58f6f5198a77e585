# Two commands do everything on a fresh machine with Python 3.11+: make demo, make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench catalogue pictures dist clean

demo: $(VENV)/ready ## an invented office, then every job run on it
	$(BIN)/juso demo

test: $(VENV)/ready-dev ## format, lint, types and the whole test suite
	$(BIN)/ruff format --check addin tests templates workbook
	$(BIN)/ruff check addin tests templates workbook
	$(BIN)/mypy
	$(BIN)/pytest -n auto -q

bench: $(VENV)/ready-dev ## each job as a ratio to its floor
	$(BIN)/python tests/bench/bench.py

catalogue: $(VENV)/ready ## workbook/点検規則.md, from the rules themselves
	$(BIN)/python workbook/make_rules.py

pictures: $(VENV)/ready-dev ## README's pictures, from a demo made afresh (needs LibreOffice)
	rm -rf juso-demo juso-demo_誤りの例
	$(BIN)/juso demo
	$(BIN)/python workbook/make_pictures.py .

dist: $(VENV)/ready-dev ## one zip for PCs without internet: wheels, add-in, guides, installer
	$(BIN)/python addin/make_dist.py

clean:
	rm -rf $(VENV) dist build juso-demo*

$(VENV)/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 以上が必要です。" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(BIN)/pip install --quiet --editable '.[dev,scale]'
	touch $@
