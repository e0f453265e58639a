#!/bin/sh
# A gate for any CI: scores proposals, keeps the reports, and ends with hegui's exit code.
#
#   gate.sh proposals/            what to score: files, folders, archives
#
# HEGUI      the program                               (hegui)
# REPORTS    folder for the reports                    (hegui-reports)
# FAIL_ON    what stops: never, fail, review, finding  (fail)
# MIN_SCORE  stop what scores less                     (none)
# BASELINE   an earlier result.json: only new findings stop what is in it
# PROFILE    profile of the call                       (general)
# ANNOTATE   format for standard output: text, github  (text)
set -eu

reports=${REPORTS:-hegui-reports}
mkdir -p "$reports"

set -- check --profile "${PROFILE:-general}" --fail-on "${FAIL_ON:-fail}" \
	--output "$reports/report.html" --output "$reports/result.json" --output "$reports/report.md" \
	--output "sarif=$reports/hegui.sarif" --output "junit=$reports/junit.xml" --output "gitlab=$reports/gl-code-quality.json" \
	--output "${ANNOTATE:-text}=-" "$@"
[ -z "${MIN_SCORE:-}" ] || set -- "$@" --min-score "$MIN_SCORE"
[ -z "${BASELINE:-}" ] || set -- "$@" --baseline "$BASELINE"

code=0
"${HEGUI:-hegui}" "$@" || code=$?
case $code in
0) ;;
1) echo "gate: stopped; see $reports/report.html" >&2 ;;
3) echo "gate: a file could not be read; see $reports/report.html" >&2 ;;
*) echo "gate: hegui ended with code $code" >&2 ;;
esac
exit "$code"
