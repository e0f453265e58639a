#!/usr/bin/env bash
# Lists what proposals are scored against: packs with their versions, dimensions and profiles.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$service/v1/packs"
