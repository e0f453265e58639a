#!/usr/bin/env bash
# Says what changed between the last two versions of a submission (the first argument, else the latest that the caller sees), as they
# were assessed when they came. from=1 and to=3 name other versions; format=json is for programs.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
call() { curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$@"; }
id=${1:-$(call "$service/v1/submissions?limit=1" | sed 's/.*"id":"\([a-z2-7]\{26\}\)".*/\1/')}
call "$service/v1/submissions/$id/comparison?format=markdown&lang=en"
