#!/usr/bin/env bash
# Scores a file as a form sends it: its name is used in the report.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
file=${1:-examples/proposals/f06-tiny-orchard-pest/proposal.yaml}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} -F "proposal=@$file" "$service/v1/assessments?as_of=2026-11-01"
