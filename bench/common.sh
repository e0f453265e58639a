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

# build_own builds hegui and the tools of bench/ from this tree.
build_own() {
	mkdir -p "$work/bin"
	(cd "$root" && go build -o "$work/bin/hegui" ./cmd/hegui &&
		go build -o "$work/bin/measure" ./bench/measure && go build -o "$work/bin/compare" ./bench/compare)
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
	(cd "$root/bench/peers" && go build -o "$peers/conftest" github.com/open-policy-agent/conftest &&
		go build -o "$peers/opa" github.com/open-policy-agent/opa)
}

# generate N DIR writes the proposals.
generate() { "$work/bin/hegui" sample --lang en --count "$1" --seed "$seed" --out "$2" >&2; }

# ours is what assesses all files of the current folder.
ours_in_folder() { ours=("$work/bin/hegui" check --lang en --as-of "$as_of" --format ndjson .); }

machine() {
	echo "machine: $(uname -sm), $(awk -F': ' '/model name/{print $2; exit}' /proc/cpuinfo 2>/dev/null || true), $(getconf _NPROCESSORS_ONLN) cores; $(go version | cut -d' ' -f3)"
	echo "load before: $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
}
