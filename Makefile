.PHONY: setup run test test-slow mutants bench lint translations lock notices fonts bundle
PYTHON ?= python3
BIN := .venv/bin

setup:
	@$(PYTHON) installer/bootstrap.py

run: setup
	@$(BIN)/python -m ecrm_desktop

test: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "not bench and not slow" -n auto --dist worksteal

test-slow: setup
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m "slow"
	@QT_QPA_PLATFORM=offscreen ECRM_MANY_EXAMPLES=1 $(BIN)/python -m pytest -m "hypothesis and not bench and not slow"

mutants: setup
	@$(BIN)/python -m tests.mutants

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

# Anew, with the newest versions that pyproject.toml allows; then every package must have a wheel
# for every system and Python that the program runs on.
lock: setup
	@$(BIN)/uv pip compile -q --upgrade pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --upgrade --extra dev --extra hub -c requirements.txt pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile -q --upgrade --extra hub -c requirements-dev.txt pyproject.toml -o requirements-hub.txt
	@$(BIN)/python -m installer.lock
	@for platform in x86_64-manylinux_2_34 x86_64-pc-windows-msvc; do \
	  for python in 3.11 3.12 3.13; do \
	    $(BIN)/uv pip install -q --no-config --dry-run --target build/none --only-binary :all: --require-hashes \
	      --python-platform $$platform --python-version $$python -r requirements-dev.txt || exit 1; \
	  done; \
	done

# What ships, and its licences in full: after each `make lock`.
notices: setup
	@$(BIN)/python -m installer.notices

# The signs that the letters' font lacks; needs npm.
fonts: setup
	@$(BIN)/python -m installer.sign_fonts

# Both programs in one folder that needs no Python. PyInstaller tells what it misses of this one.
bundle: setup
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build installer/ecrm.spec
	@du -sh dist/ecrm
