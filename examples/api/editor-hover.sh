#!/usr/bin/env bash
# Says what stands at a position: here at kind.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} -H 'Content-Type: application/json' --data-binary @- \
	"$service/v1/editor/hover" <<'EOF'
{"text": "apiVersion: hegui/v1\nkind: Proposal\n", "position": {"line": 1, "character": 1}, "lang": "en"}
EOF
