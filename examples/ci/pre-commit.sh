#!/bin/sh
# A git hook: scores the proposals of a commit before it is made. Install it with
#
#   ln -s ../../examples/ci/pre-commit.sh .git/hooks/pre-commit
#
# It looks at what is staged, not at the working tree, and stops the commit for proposals whose verdict is fail.
# PROPOSALS is the pattern of their paths, HEGUI the program.
set -eu

staged=$(mktemp -d)
trap 'rm -rf "$staged"' EXIT

git diff --cached --name-only --diff-filter=ACM -z -- "${PROPOSALS:-proposals/*.yaml}" |
	git checkout-index -z --stdin --prefix="$staged/"
[ -n "$(ls -A "$staged")" ] || exit 0
cd "$staged"
"${HEGUI:-hegui}" check .
