#!/usr/bin/env bash
# Says what can stand at a position: here in the line below project.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} -H 'Content-Type: application/json' --data-binary @- \
	"$service/v1/editor/completion" <<'EOF'
{"text": "apiVersion: hegui/v1\nkind: Proposal\nproject:\n  \n", "position": {"line": 3, "character": 2}, "lang": "en"}
EOF
