#!/usr/bin/env bash
# Scores a proposal in JSON, under another profile.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} \
	-H 'Content-Type: application/json' --data-binary @- \
	"$service/v1/assessments?profile=small-firm" <<'EOF'
{"apiVersion": "hegui/v1", "kind": "Proposal", "project": {"id": "p-1", "title_en": "Sorting apples by camera"}}
EOF
