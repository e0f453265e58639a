#!/usr/bin/env bash
# Says what changed between two drafts, to people, in English; with format=json, to programs.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
before=${1:-examples/proposals/f12-ai-customer-service/proposal.yaml}
after=${2:-examples/proposals/f12r-ai-customer-service-fixed/proposal.yaml}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} -F "before=@$before" -F "after=@$after" \
	"$service/v1/comparisons?as_of=2026-11-01&format=markdown&lang=en"
