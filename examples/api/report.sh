#!/usr/bin/env bash
# Scores a proposal and answers with a report for people, in Chinese. format names any format that hegui check has.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
file=${1:-examples/proposals/f12-ai-customer-service/proposal.yaml}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} \
	-H 'Content-Type: application/yaml' --data-binary "@$file" \
	"$service/v1/assessments?as_of=2026-11-01&format=markdown&lang=zh"
