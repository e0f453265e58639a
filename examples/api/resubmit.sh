#!/usr/bin/env bash
# Hands in the next version (the first argument, else an example) of a submission (the second, else the latest that the caller sees).
# Pack and profile stay what they were. One that was withdrawn is open again.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
file=${1:-examples/proposals/f12r-ai-customer-service-fixed/proposal.yaml}
call() { curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$@"; }
id=${2:-$(call "$service/v1/submissions?limit=1" | sed 's/.*"id":"\([a-z2-7]\{26\}\)".*/\1/')}
call -F "proposal=@$file" "$service/v1/submissions/$id/versions"
