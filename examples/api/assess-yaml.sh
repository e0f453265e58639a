#!/usr/bin/env bash
# Scores a proposal in YAML (the first argument, else an example). The answer is the result document; its headers
# Hegui-Verdict and Hegui-Score say the same in short.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
file=${1:-examples/proposals/f12-ai-customer-service/proposal.yaml}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} --dump-header /dev/stderr \
	-H 'Content-Type: application/yaml' --data-binary "@$file" \
	"$service/v1/assessments?as_of=2026-11-01"
