#!/usr/bin/env bash
# Scores many proposals in one request, one JSON proposal per line; answers line by line, in the same order. The second
# one cannot be read, which does not stop the others.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body --no-buffer ${HEGUI_CURL:+-K "$HEGUI_CURL"} \
	-H 'Content-Type: application/x-ndjson' --data-binary @- \
	"$service/v1/assessments/stream?as_of=2026-11-01&name=call.ndjson" <<'EOF'
{"apiVersion": "hegui/v1", "kind": "Proposal", "project": {"id": "p-1"}}
{"apiVersion": "hegui/v1", "project": {"id": "p-2"}, "project": {"id": "p-3"}}
{"apiVersion": "hegui/v1", "kind": "Proposal", "project": {"id": "p-4"}}
EOF
