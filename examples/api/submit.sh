#!/usr/bin/env bash
# Hands in a proposal (the first argument, else an example) under a reference (the second), as a portal does for an applicant (the
# third). It is assessed and kept, or neither. The key makes it safe to send again after a cut: the same request is done once.
# An applicant leaves the third out with its own key. The service needs a store.
set -euo pipefail
service=${HEGUI_URL:-http://127.0.0.1:8080}
file=${1:-examples/proposals/f12-ai-customer-service/proposal.yaml}
reference=${2:-2026-0815}
applicant=${3-91440101MA5CJ0000X}
key=$(sha256sum "$file" | cut -c1-32)
curl -sS --fail-with-body ${HEGUI_CURL:+-K "$HEGUI_CURL"} \
	-H 'Content-Type: application/yaml' -H "Idempotency-Key: $reference-$key" --data-binary "@$file" \
	"$service/v1/submissions?reference=$reference${applicant:+&applicant=$applicant}"
