#!/usr/bin/env bash
# Shows one requirement: who asks for it, how it is read, missed and met.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$service/v1/packs/aiplus/requirements/${1:-EMPL-01}"
