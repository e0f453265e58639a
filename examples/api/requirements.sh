#!/usr/bin/env bash
# Lists the requirements of a pack, with the sentences that ask for them, in Chinese and English.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$service/v1/packs/${1:-aiplus}/requirements"
