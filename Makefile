# `make run` and `make test` do all their own set-up on a machine that has Python 3.11+ and make.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null \
	&& echo $$name && break; done)
BIN = .venv/bin
ON_EVERY_CORE = --numprocesses auto --dist worksteal
# Every test process and every start of plandesk would compile its modules anew without.
export PYTHONDONTWRITEBYTECODE =

.PHONY: install run test test-all test-engines soak check format bench lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "plandesk needs Python 3.11, 3.12 or 3.13: none was found."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

run: install
	$(BIN)/plandesk

# On every core, in random order: under three minutes on two.
test: install
	$(BIN)/python -m pytest $(ON_EVERY_CORE)

# The slow ones too: every crash point, double faults, random sequences, long walks, larger windows.
test-all: install
	$(BIN)/python -m pytest $(ON_EVERY_CORE) -m "not soak" --hypothesis-profile=thorough

# The slow ones, and kills, crash points, random keys, sequences and damaged files by the
# thousand: less than half an hour. Those by the thousand use the cores by themselves.
soak: install
	$(BIN)/python -m pytest $(ON_EVERY_CORE) -m slow --hypothesis-profile=soak
	$(BIN)/python -m pytest $(ON_EVERY_CORE) tests/soak/test_nothing_freezes.py -m soak
	$(BIN)/python -m pytest tests/soak/test_nothing_is_lost.py -m soak -s --durations=0

# Sharing by a real PostgreSQL and a server of CouchDB's protocol, on this machine only; the first
# time they are installed: PostgreSQL from the system's packages, pouchdb-server into .engines.
test-engines: install .engines/node_modules/.bin/pouchdb-server
	@ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || command -v postgres >/dev/null \
		|| apt-get install --yes --no-install-recommends postgresql
	PLANDESK_ENGINES=.engines $(BIN)/python -m pytest -n 0 tests/engines -m "slow or not slow" -rPs

.engines/node_modules/.bin/pouchdb-server:
	mkdir -p .engines
	cd .engines && npm install --no-package-lock --silent pouchdb-server@4.2.0

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --no-cache .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: install
	$(BIN)/python -m benchmarks

# Needs uv. `editables` and the build backend are locked too, for the editable install.
lock:
	uv pip compile --universal --generate-hashes --no-header --python-version 3.11 --all-extras \
		--quiet pyproject.toml requirements-build.in --output-file requirements.lock

clean:
	rm -rf .venv dist build
