#!/usr/bin/env bash
# Takes a submission (the first argument, else the latest that the caller sees) back before it is decided. It is kept; its next version
# opens it again.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
call() { curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$@"; }
id=${1:-$(call "$service/v1/submissions?limit=1" | sed 's/.*"id":"\([a-z2-7]\{26\}\)".*/\1/')}
call -X POST "$service/v1/submissions/$id/withdraw"
