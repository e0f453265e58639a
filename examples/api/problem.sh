#!/usr/bin/env bash
# Shows a problem: a proposal with the same key twice. The answer is 422 with a code for programs, words in the language
# of Accept-Language, and the place.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS ${HEGUI_CURL:+-K "$HEGUI_CURL"} -H 'Accept-Language: zh' -H 'Content-Type: application/yaml' \
	--data-binary $'kind: Proposal\nkind: Proposal\n' "$service/v1/assessments"
