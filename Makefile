# hegui: the commands of daily work. `make` lists them.

.DEFAULT_GOAL := help
FUZZTIME ?= 60s

.PHONY: help
help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: build
build: ## build ./hegui
	go build -o hegui ./cmd/hegui

.PHONY: test
test: ## Go and Rego tests
	go test ./...

.PHONY: check
check: format vet lint test ## everything that must hold before a commit

.PHONY: format
format: ## Go is formatted (the Rego is checked by its tests)
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || { echo 'run: gofmt -w .'; exit 1; }

.PHONY: vet
vet: ## go vet
	go vet ./...

.PHONY: lint
lint: ## staticcheck, built from .ci/staticcheck/go.mod
	go tool -modfile=.ci/staticcheck/go.mod staticcheck ./...

.PHONY: generate
generate: ## rewrite generated files: threshold schema, golden results, formatting of Rego
	go test ./internal/pack -run '^TestGenerated$$' -update
	go test ./internal/report -run '^TestGolden' -update
	go test . -run '^TestGolden|^TestRegoIsFormatted$$' -update
	go test ./internal/report -run '^TestGolden' -update

.PHONY: fuzz
fuzz: ## fuzz the parser, the loading of packs and the cutting of text, FUZZTIME each (60s)
	go test ./internal/proposal -run '^$$' -fuzz '^FuzzParse$$' -fuzztime $(FUZZTIME) -fuzzminimizetime 10x
	go test ./internal/pack -run '^$$' -fuzz '^FuzzOpen$$' -fuzztime $(FUZZTIME) -fuzzminimizetime 10x
	go test ./internal/similar -run '^$$' -fuzz '^FuzzScan$$' -fuzztime $(FUZZTIME) -fuzzminimizetime 10x

.PHONY: bench
bench: ## time and memory per proposal
	go test . -run '^$$' -bench . -benchmem
