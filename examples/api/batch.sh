#!/usr/bin/env bash
# Makes a batch of all proposals (*.yaml) of a folder (the first argument), waits until it is assessed, and prints the best five; with the key of a
# chair or an admin. What was accepted (202) is not lost: whoever comes back later asks for the batch by its id.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
folder=${1:-examples/proposals}
call() { curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} "$@"; }
batch=$(cd "$folder" && find . -name '*.yaml' -print0 | tar -czf - --null -T - | call -H 'Content-Type: application/gzip' --data-binary @- "$service/v1/batches?label=spring&as_of=2026-11-01")
id=$(printf '%s' "$batch" | sed 's/.*"id":"\([a-z2-7]\{26\}\)".*/\1/')
until call "$service/v1/batches/$id" | grep '"state":"done"'; do sleep 0.5; done
call "$service/v1/batches/$id/items?limit=5&about=true"
