# Two commands: "make run" opens the chat in the browser, "make test" runs every check. Both set up what they need.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(firstword $(foreach name,python3 python3.13 python3.12 python3.11,$(shell $(name) -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(name))))
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help run llm test check lint crash audit load fuzz eval gold bench format constraints clean

help:
	@echo "make run    cài đặt, lập chỉ mục nếu cần, mở trang hỏi đáp   install, index, serve the chat"
	@echo "make llm    thêm mô hình diễn đạt (1,1 GB), một lần          add the writing model, once"
	@echo "make test   cài đặt, kiểm tra mã nguồn, chạy mọi kiểm thử    install, lint, run all tests"
	@echo "make eval   chấm trên bộ câu hỏi chuẩn                       judge on the gold set"
	@echo "make clean  xóa môi trường, chỉ mục, tệp tạm                 remove all that was made"

run: $(VENV)/.installed
	@$(BIN)/hoidap serve --build

# From then on "make run" uses the model; HOIDAP_LLM=off make run does not.
llm: $(VENV)/.installed
	@echo "Đang tải và cài mô hình diễn đạt (1,1 GB)… / Fetching and installing the writing model (1.1 GB)…"
	$(INSTALL) --editable '.[llm]'
	@$(BIN)/hoidap llm

check: test

# Browsers want the machine to themselves; everything else runs twice as fast on two processes.
test: $(VENV)/.installed-dev lint
	$(BIN)/python -m pytest -m 'not browser' --numprocesses 2
	$(BIN)/python -m pytest -m browser

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Kills writing processes again and again and looks for what was lost. Minutes, so that "make test" leaves it out.
crash: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/crash -m crash

# Known vulnerabilities of what is installed (needs the network: pypi.org), and risky calls in our own code.
audit: $(VENV)/.installed-dev
	$(INSTALL) --editable '.[audit]'
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive app corpus index eval hoidap.py
	$(BIN)/pip-audit --strict --no-deps --disable-pip --requirement constraints.txt

# Fifty clients for a minute against a real server; wants two calm processors.
load: $(VENV)/.installed-dev
	$(BIN)/python tests/load/answers_per_second.py --json var/load.json

# Ten thousand requests made up against what OpenAPI promises and against it; minutes.
fuzz: $(VENV)/.installed-dev
	HOIDAP_FUZZ=10000 $(BIN)/python -m pytest tests/load/test_fuzz.py
	HOIDAP_FUZZ=700 $(BIN)/python -m pytest tests/app/web/api/test_fuzz.py

# One page with everything: figures, plots, other forms, other systems beside it, every question. Minutes.
eval: $(VENV)/.installed
	@$(BIN)/hoidap build
	@mkdir -p var/eval
	@HOIDAP_LLM=off $(BIN)/hoidap eval --set test --mode extractive --robustness --peers --without all \
	  --baseline eval/baselines/test-extractive.json \
	  --json var/eval/test.json --markdown var/eval/test.md --html var/eval/test.html

gold: $(VENV)/.installed
	@$(BIN)/hoidap gold check

# Threads that spin while they wait would cost ten times the time beside other work; the command sets the same.
bench: $(VENV)/.installed
	@OMP_WAIT_POLICY=passive $(BIN)/python -m eval.benchmarks

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Fixes the newest versions that pyproject.toml allows; run "make test" with them before committing.
constraints:
	rm -rf var/fresh && $(PYTHON) -m venv var/fresh
	var/fresh/bin/python -m pip install --quiet --editable '.[dev]'
	echo '# The versions that are tested together, every one of them. Made anew with: make constraints' > constraints.txt
	var/fresh/bin/python -m pip freeze --exclude-editable | sed 's/+cpu$$//' >> constraints.txt
	rm -rf var/fresh

# The stamps stand for what is installed; they are made again when a requirement changes.
$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/pip
	@echo "Đang cài đặt (lần đầu mất vài phút)… / Installing (minutes, the first time)…"
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/pip
	@echo "Đang cài đặt (lần đầu mất vài phút)… / Installing (minutes, the first time)…"
	$(INSTALL) --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(BIN)/pip:
	@if [ -z "$(PYTHON)" ]; then \
	  echo "Cần Python 3.11 trở lên. Hãy cài: sudo apt install python3 python3-venv (Debian 12, Ubuntu 24.04 trở lên)" >&2; \
	  echo "Python 3.11 or newer is needed. Install it: sudo apt install python3 python3-venv" >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
	  echo "$(PYTHON) cũ hơn 3.11. Hãy cài Python 3.11 trở lên, hoặc chỉ rõ: make run PYTHON=python3.12" >&2; \
	  echo "$(PYTHON) is older than 3.11. Install Python 3.11 or newer, or name one: make run PYTHON=python3.12" >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  echo "Thiếu công cụ tạo môi trường Python. Hãy cài: sudo apt install $(notdir $(PYTHON))-venv" >&2; \
	  echo "Python's venv is missing. Install it: sudo apt install $(notdir $(PYTHON))-venv" >&2; exit 1; fi
	@rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) var dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
