.PHONY: setup run test test-slow bench lint translations
PYTHON ?= python3
BIN := .venv/bin

setup:
	@$(PYTHON) installer/bootstrap.py

run: setup
	@$(BIN)/python -m ecrm_desktop

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "not bench and not slow"

test-slow: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "slow"

bench: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks

lint: setup
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python translations/update.py --check

translations: setup
	@$(BIN)/python translations/update.py
