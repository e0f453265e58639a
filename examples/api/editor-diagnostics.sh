#!/usr/bin/env bash
# Says what is wrong in a text that is being written, and where, as editors count.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} -H 'Content-Type: application/json' --data-binary @- \
	"$service/v1/editor/diagnostics" <<'EOF'
{"text": "apiVersion: hegui/v1\nkind: Proposal\nproject:\n  id: p-1\n", "lang": "en"}
EOF
