# What the scripts of bench/ share. Sourced by them.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-${HOME:?set HOME or XDG_CACHE_HOME}/.cache}/hegui-bench
as_of=2026-11-01
seed=${SEED:-1}

fail() { echo "${0##*/}: $*" >&2; exit 1; }

number() { [[ $2 =~ ^[1-9][0-9]*$ ]] || fail "$1: '$2' is not a number above 0"; }

# work is a new folder that goes away at the end. Generated files are large: TMPDIR says where they lie.
new_work() {
	work=$(mktemp -d "${TMPDIR:-/tmp}/hegui-bench.XXXXXX")
	trap 'rm -rf "$work"' EXIT
}

# build FOLDER PROGRAM PACKAGE builds a program, and copies it into place as an installation does. What the linker wrote lies in
# the system's cache in pieces of up to 2 MB, which are mapped whole: hegui's own took 62 MB of its process and its copy 43.
build() {
	(cd "$1" && go build -o "$2.linked" "$3")
	cp "$2.linked" "$2"
	rm "$2.linked"
}

# build_own builds hegui and the tools of bench/ from this tree.
build_own() {
	mkdir -p "$work/bin"
	build "$root" "$work/bin/hegui" ./cmd/hegui
	build "$root" "$work/bin/measure" ./bench/measure
	build "$root" "$work/bin/compare" ./bench/compare
}

# build_peers builds conftest and opa in the versions of bench/peers/go.mod, once for each version of that file. Both use
# the OPA that hegui uses; a difference of engines would be measured otherwise.
build_peers() {
	local sum
	sum=$(cat "$root/bench/peers/go.mod" "$root/bench/peers/go.sum" | cksum | tr ' ' -)
	peers=$cache/peers-$sum
	[[ -x $peers/conftest && -x $peers/opa ]] && return
	echo "building conftest and opa into $peers (once)" >&2
	mkdir -p "$peers"
	build "$root/bench/peers" "$peers/conftest" github.com/open-policy-agent/conftest
	build "$root/bench/peers" "$peers/opa" github.com/open-policy-agent/opa
}

# generate N DIR writes the proposals.
generate() { "$work/bin/hegui" sample --lang en --count "$1" --seed "$seed" --out "$2" >&2; }

# policy_of_peers writes the policy of the peers: the pack's rules without their tests, its thresholds where the rules look
# for them, and the wrapper of bench/rego.
policy_of_peers() {
	policy=$work/policy
	mkdir -p "$policy/aiplus/thresholds" "$work/data"
	(cd "$root/rego" && find . -name '*.rego' ! -name '*_test.rego' -print0 | tar -cf - --null -T -) | tar -xf - -C "$policy"
	cp "$root"/bench/rego/*.rego "$policy"
	cp "$root/policies/aiplus/thresholds.yaml" "$policy/aiplus/thresholds/data.yaml"
	{ printf 'aiplus:\n  thresholds:\n'; sed 's/^/    /' "$root/policies/aiplus/thresholds.yaml"; } > "$work/data/thresholds.yaml"
}

# wrap_for_peers writes what the peers take for each file, a whole input, outside of the time: the proposal indented below
# `proposal`, without the byte order mark, and with the key n in quotes, which they read as false (YAML 1.1).
wrap_for_peers() {
	local f
	mkdir -p "$work/wrapped"
	for f in "$work"/files/*.yaml; do
		{
			echo 'proposal:'
			sed -e $'1s/^\xEF\xBB\xBF//' -e 's/\([ {]\)n: /\1"n": /g' -e 's/^/  /' "$f"
			printf 'as_of: "%s"\nprofile: general\n' "$as_of"
		} > "$work/wrapped/${f##*/}"
	done
}

# ours is what assesses all files of the current folder.
ours_in_folder() { ours=("$work/bin/hegui" check --lang en --as-of "$as_of" --format ndjson .); }

machine() {
	echo "machine: $(uname -sm), $(awk -F': ' '/model name/{print $2; exit}' /proc/cpuinfo 2>/dev/null || true), $(getconf _NPROCESSORS_ONLN) cores; $(go version | cut -d' ' -f3)"
	echo "load before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
}

# start LABEL COMMAND… starts a service and keeps its process in pid[LABEL]; what it says goes to LABEL.log.
declare -A pid=()
start() {
	local label=$1
	shift
	: >"$work/$label.log"
	"$@" >"$work/$label.log" 2>&1 &
	pid[$label]=$!
}

# stop_services ends what was started.
stop_services() {
	local p
	for p in "${pid[@]}"; do kill "$p" 2>/dev/null || true; done
	for p in "${pid[@]}"; do wait "$p" 2>/dev/null || true; done
}

# address_of LABEL waits until hegui serves, and gives its address.
address_of() {
	local i address
	for ((i = 0; i < 300; i++)); do
		address=$(sed -n 's/.*"msg":"serving","address":"\([^"]*\)".*/\1/p' "$work/$1.log")
		[[ -z $address ]] || { echo "$address"; return; }
		kill -0 "${pid[$1]}" 2>/dev/null || break
		sleep 0.1
	done
	cat "$work/$1.log" >&2
	fail "$1 does not serve"
}

# need PROGRAM PACKAGE fails when a program is missing, and says how to get it.
need() { command -v "$1" >/dev/null || fail "$1 is missing; install it with: apt-get install $2"; }

# cpu PID gives the processor time of a process so far, in clock ticks; peak PID its peak resident memory in KB, since
# clear_peak where the system allows it, else since its start.
cpu() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }
peak() { awk '/^VmHWM:/ { print $2 }' "/proc/$1/status"; }
clear_peak() { echo 5 > "/proc/$1/clear_refs"; } 2>/dev/null
