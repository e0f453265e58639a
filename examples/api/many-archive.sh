#!/usr/bin/env bash
# Scores all proposals of a folder in one request, as an archive.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
folder=${1:-examples/witnesses}
tar -czf - -C "$folder" . | curl -sS --fail-with-body --no-buffer ${HEGUI_CURL:+-K "$HEGUI_CURL"} \
	-H 'Content-Type: application/gzip' --data-binary @- \
	"$service/v1/assessments/stream?as_of=2026-11-01&name=call.tar.gz"
