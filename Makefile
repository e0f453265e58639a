# hegui: the commands of daily work. `make` lists them.

.DEFAULT_GOAL := help
ROUNDS ?= 6

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
generate: ## rewrite generated files: threshold schema, plan and parsed form of the pack, golden results, handbook, formatting of Rego
	go test ./internal/pack -run '^TestGenerated$$' -update
	go test ./internal/report -run '^TestGolden' -update
	go test . -run '^TestPlanIsCurrent$$|^TestParsedIsCurrent$$' -update
	go test . -run '^TestGolden|^TestRegoIsFormatted$$|^TestHandbookIsCurrent$$' -update
	go test ./internal/handbook -run '^TestGolden' -update
	go test ./internal/report -run '^TestGolden' -update

.PHONY: differential
differential: ## compare the compiled plan with OPA's own evaluator: by a fuzzer, and about 100,000 generated and as many mutated proposals
	go test . -run '^$$' -fuzz '^FuzzPlan$$' -fuzztime 4000x -fuzzminimizetime 10x
	go test . -run '^TestPlanSaysWhatOPASays$$' -differential 100000 -timeout 12h -v

.PHONY: api
api: ## rewrite the server's and the Go client's code from openapi.yaml (the TypeScript client's: .ci/clients -update)
	go tool -modfile=.ci/oapi/go.mod oapi-codegen -config internal/server/oapi-codegen.yaml internal/server/openapi.yaml
	go tool -modfile=.ci/oapi/go.mod oapi-codegen -config examples/clients/go/oapi-codegen.yaml internal/server/openapi.yaml

.PHONY: verify
verify: ## generated code is what its source gives
	@dir=$$(mktemp -d); cp internal/server/api.gen.go $$dir/server; cp examples/clients/go/api.gen.go $$dir/client; \
		$(MAKE) --no-print-directory api && cmp internal/server/api.gen.go $$dir/server && cmp examples/clients/go/api.gen.go $$dir/client; \
		status=$$?; rm -rf $$dir; exit $$status

# Package, target and inputs of one round. A round ends by inputs and not by the clock: before Go 1.27 a run that the
# clock ends fails now and then for no fault of the target (go.dev/issue/75804).
FUZZED := \
	proposal:FuzzParse:150000 proposal:FuzzFastPath:100000 \
	pack:FuzzOpen:1300 pack:FuzzForm:100 pack:FuzzMisread:4000 \
	plan:FuzzDecode:5000 plan:FuzzNeedle:10000 \
	report:FuzzRead:400 report:FuzzDecodeKept:300 report:FuzzInert:600 \
	receipt:FuzzRead:15000 receipt:FuzzReadProof:25000 \
	batch:FuzzZip:4000 batch:FuzzTar:4000 batch:FuzzJournal:3000 \
	editor:FuzzComplete:500 editor:FuzzHover:500 \
	listener:FuzzFraming:5000 server:FuzzRequest:500 \
	similar:FuzzScan:20000 config:FuzzLoad:10000 auth:FuzzParseKey:25000

.PHONY: fuzz
fuzz: ## fuzz every reader, ROUNDS times the inputs of the gate (6)
	@set -e; for each in $(FUZZED); do \
		set -- $$(echo "$$each" | tr : ' '); inputs=$$(($$3 * $(ROUNDS))); \
		echo "$$2 of internal/$$1, $$inputs inputs"; \
		go test "./internal/$$1" -run '^$$' -fuzz "^$$2\$$" -fuzztime "$${inputs}x" -fuzzminimizetime 10x; \
	done

.PHONY: bench
bench: ## time and memory per proposal
	go test . -run '^$$' -bench . -benchmem

.PHONY: mutate
mutate: ## break the rules one at a time and see whether their tests notice (long; MUTATE="--sample 800 --seed 1")
	go run ./cmd/hegui pack mutate --equivalent docs/mutation/aiplus.yaml $(MUTATE)
