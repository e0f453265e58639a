# hegui: the commands of daily work. `make` lists them.

.DEFAULT_GOAL := help
FUZZTIME ?= 60s
FUZZSHORT ?= 5s

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
	go test . -run '^$$' -fuzz '^FuzzPlan$$' -fuzztime $(FUZZTIME) -fuzzminimizetime 10x
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

.PHONY: fuzz
fuzz: ## fuzz the parser and the loading of packs, FUZZTIME each (60s), and other readers, FUZZSHORT each (5s)
	for target in FuzzParse FuzzFastPath; do \
		go test ./internal/proposal -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x || exit 1; \
	done
	go test ./internal/pack -run '^$$' -fuzz '^FuzzOpen$$' -fuzztime $(FUZZTIME) -fuzzminimizetime 10x
	go test ./internal/pack -run '^$$' -fuzz '^FuzzForm$$' -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x
	go test ./internal/plan -run '^$$' -fuzz '^FuzzDecode$$' -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x
	go test ./internal/similar -run '^$$' -fuzz '^FuzzScan$$' -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x
	for target in FuzzRead FuzzDecodeKept; do \
		go test ./internal/report -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x || exit 1; \
	done
	for target in FuzzRead FuzzReadProof; do \
		go test ./internal/receipt -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x || exit 1; \
	done
	go test ./internal/config -run '^$$' -fuzz '^FuzzLoad$$' -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x
	go test ./internal/listener -run '^$$' -fuzz '^FuzzFraming$$' -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x
	for target in FuzzComplete FuzzHover; do \
		go test ./internal/editor -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x || exit 1; \
	done
	go test ./internal/auth -run '^$$' -fuzz '^FuzzParseKey$$' -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x
	for target in FuzzZip FuzzTar FuzzJournal; do \
		go test ./internal/batch -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZSHORT) -fuzzminimizetime 10x || exit 1; \
	done

.PHONY: bench
bench: ## time and memory per proposal
	go test . -run '^$$' -bench . -benchmem

.PHONY: mutate
mutate: ## break the rules one at a time and see whether their tests notice (long; MUTATE="--sample 800 --seed 1")
	go run ./cmd/hegui pack mutate --equivalent docs/mutation/aiplus.yaml $(MUTATE)
