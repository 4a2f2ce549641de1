# Två kommandon räcker: make visa och make test.
PYTHON ?= python3
BIN := .venv/bin
VERKTYG := .venv/.installerat

.PHONY: hjälp visa bygg tryck test avbrott fuzz matning schema format las stada
.DEFAULT_GOAL := hjälp

hjälp:
	@echo "make visa     bygger webbplatsen och visar den på http://127.0.0.1:8000"
	@echo "make bygg     kontrollerar planen och bygger webbplatsen i site/"
	@echo "make tryck    gör PDF-filerna i site/tryck/ (make tryck DEL=hela REMISS=1 gör en av dem)"
	@echo "make test     kör alla kontroller, samma som i CI"
	@echo "make avbrott  avbryter varje kommando som skriver, vid varje steg, och ser att inget blir halvt"
	@echo "make fuzz     prövar 100 000 trasiga filer av nio slag (make fuzz ANTAL=2000 prövar färre)"
	@echo "make matning  mäter fart och vikt"
	@echo "make schema   skriver om JSON-scheman efter en ändring i modellen"
	@echo "make format   rättar kodens form"
	@echo "make las      låser om beroendena i requirements.lock"
	@echo "make stada    tar bort det som går att bygga om"

$(VERKTYG): requirements.lock pyproject.toml verktyg/forbered
	@verktyg/forbered venv "$(PYTHON)"
	@touch $@

visa: $(VERKTYG)
	@verktyg/forbered chromium || echo "Fortsätter utan Chromium: guiden får inga bilder"
	@$(BIN)/planmotor visa

bygg: $(VERKTYG)
	@verktyg/forbered chromium || echo "Fortsätter utan Chromium: guiden får inga bilder"
	@$(BIN)/planmotor bygg

tryck: bygg
	@$(if $(DEL)$(REMISS),$(BIN)/planmotor tryck $(if $(DEL),--del $(DEL)) $(if $(REMISS),--remiss),true)

test: $(VERKTYG)
	@verktyg/forbered chromium
	@verktyg/forbered java
	@verktyg/forbered poppler
	@verktyg/forbered jq
	@echo "ruff: läser koden"; $(BIN)/ruff check . && $(BIN)/ruff format --check .
	@echo "mypy: kontrollerar typerna"; $(BIN)/mypy
	@echo "zizmor: läser arbetsflödena"; $(BIN)/zizmor --quiet --offline --persona auditor .
	@echo "actionlint: läser arbetsflödena"; $(BIN)/actionlint -no-color -shellcheck $(BIN)/shellcheck .github/workflows/*.yml
	@echo "shellcheck: läser skripten"; $(BIN)/shellcheck $(filter-out %.py,$(wildcard verktyg/*)) .ci/run
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci .gitlab-ci.yml
	@echo "pytest: kör testerna"; $(BIN)/pytest --numprocesses auto --dist worksteal

avbrott: $(VERKTYG)
	@$(BIN)/python -m tests.hjalp.avbrott

fuzz: $(VERKTYG)
	@$(BIN)/python -m tests.fuzz $(ANTAL)

matning: $(VERKTYG)
	@verktyg/forbered chromium
	@verktyg/forbered node
	@verktyg/forbered java
	@verktyg/forbered pango
	@verktyg/forbered hugo || echo "Fortsätter utan Hugo: raden säger det"
	@$(BIN)/python -m matning $(DEL)

schema: $(VERKTYG)
	@$(BIN)/planmotor schema --till data

format: $(VERKTYG)
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

las: $(VERKTYG)
	@$(PYTHON) -m venv .venv-las && .venv-las/bin/pip install --quiet pip-tools==7.6.2
	@.venv-las/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --extra bilder --extra test --strip-extras \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --no-annotate \
	  --no-header --output-file requirements.lock pyproject.toml
	@rm -r .venv-las

stada:
	@rm -rf .venv .venv-las site .bygge-* .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info
