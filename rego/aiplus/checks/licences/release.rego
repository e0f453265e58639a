package aiplus.checks.licences

# What may be called open. Code comes under a licence that the Open Source Initiative has approved: the ids that the SPDX
# License List marks so, in lower case and without -only, -or-later and +. Weights and data come under those
# listed below.
_osi := {
	"0bsd", "aal", "afl-1.1", "afl-1.2", "afl-2.0", "afl-2.1", "afl-3.0", "agpl-3.0", "alglib-documentation",
	"apache-1.1", "apache-2.0", "apl-1.0", "apsl-1.0", "apsl-1.1", "apsl-1.2", "apsl-2.0", "artistic-1.0",
	"artistic-1.0-cl8", "artistic-1.0-perl", "artistic-2.0", "blueoak-1.0.0", "bsd-1-clause", "bsd-2-clause",
	"bsd-2-clause-patent", "bsd-3-clause", "bsd-3-clause-lbnl", "bsd-3-clause-open-mpi", "bsl-1.0", "cal-1.0",
	"cal-1.0-combined-work-exception", "catosl-1.1", "cddl-1.0", "cecill-2.1", "cern-ohl-p-2.0", "cern-ohl-s-2.0",
	"cern-ohl-w-2.0", "cnri-python", "cpal-1.0", "cpl-1.0", "cua-opl-1.0", "ecl-1.0", "ecl-2.0", "efl-1.0", "efl-2.0",
	"entessa", "epl-1.0", "epl-2.0", "eudatagrid", "eupl-1.1", "eupl-1.2", "fair", "frameworx-1.0", "gpl-2.0",
	"gpl-3.0", "hpnd", "icu", "intel", "ipa", "ipl-1.0", "isc", "jam", "lgpl-2.0", "lgpl-2.1", "lgpl-3.0",
	"liliq-p-1.1", "liliq-r-1.1", "liliq-rplus-1.1", "lpl-1.0", "lpl-1.02", "lppl-1.3c", "miros", "mit", "mit-0",
	"mit-modern-variant", "motosoto", "mpl-1.0", "mpl-1.1", "mpl-2.0", "mpl-2.0-no-copyleft-exception", "ms-pl",
	"ms-rl", "mulanpsl-2.0", "multics", "nasa-1.3", "naumen", "ncsa", "ngpl", "nokia", "nposl-3.0", "ntp", "oclc-2.0",
	"ofl-1.1", "ofl-1.1-no-rfn", "ofl-1.1-rfn", "ogtsl", "oldap-2.8", "olfl-1.3", "osc-1.0", "oset-pl-2.1", "osl-1.0",
	"osl-2.0", "osl-2.1", "osl-3.0", "php-3.0", "php-3.01", "postgresql", "python-2.0", "qpl-1.0", "rpl-1.1",
	"rpl-1.5", "rpsl-1.0", "rscpl", "simpl-2.0", "sissl", "sleepycat", "spl-1.0", "ucl-1.0", "unicode-3.0",
	"unicode-dfs-2016", "unlicense", "upl-1.0", "vsl-1.0", "w3c", "w3c-20150513", "watcom-1.0", "wordnet",
	"wxwindows", "xnet", "zlib", "zpl-2.0", "zpl-2.1",
}

_weights := {"apache-2.0", "mit", "mulanpsl-2.0", "openmdw-1.0"}

_data := {
	"cc0-1.0", "cc-by-4.0", "cc-by-sa-4.0", "cdla-permissive-1.0", "cdla-permissive-2.0", "cdla-sharing-1.0", "odbl-1.0",
}

_code := {"code", "training_code", "eval_code", "tool"}

_accepted(type) := _osi if type in _code

_accepted("weights") := _weights

_accepted("dataset") := _data

# Documents, and what is half data and half code.
_accepted(type) := _osi | _data if type in {"docs", "data_information", "benchmark"}

# METADATA
# description: >-
#   Whether a licence is open for an artifact of a type: open (at least one alternative is), restricted (it forbids
#   commercial use or changed works), unreadable (no licence id), custom (terms of somebody's own) or unaccepted (any
#   other id).
openness(licence, type) := "open" if {
	some alternative in _alternatives(licence)
	every part in alternative {
		_bare(part) in _accepted(type)
	}
} else := "restricted" if {
	count(forbids(licence)) > 0
} else := "unreadable" if {
	count(kinds(licence) & {"text", "misspelt"}) > 0
} else := "custom" if {
	count(kinds(licence) & {"contract", "internal", "reference"}) > 0
} else := "unaccepted"

_bare(part) := regex.replace(lower(part), `(?:-only|-or-later|\+)?(?: with .*)?$`, "")

# METADATA
# description: Some of the licences that are open for an artifact of a type, to name in a message.
suggested(type) := ["Apache-2.0", "MIT", "MulanPSL-2.0", "GPL-3.0-only"] if {
	type in _code
} else := ["Apache-2.0", "MIT", "MulanPSL-2.0", "OpenMDW-1.0"] if {
	type == "weights"
} else := ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CDLA-Permissive-2.0", "ODbL-1.0"]

# METADATA
# description: >-
#   True for a licence that whatever is linked with the work must come under as well (GPL, AGPL), whichever alternative
#   is chosen. An exception (WITH) is one for linking.
copyleft(licence) if {
	every alternative in _alternatives(licence) {
		count(_strong(alternative)) > 0
	}
}

_strong(alternative) := {family |
	some part in alternative
	not contains(lower(part), " with ")
	family := _family(_plain(part))
	family in {"gpl", "agpl"}
}

# METADATA
# description: >-
#   A dependency that is linked or changed, under a copyleft licence, against code that is released under another. The
#   path is that of the dependency; args dependency, licence, and the licences of the release.
linked(path, dependency, artifacts) := {disagreement |
	_built_in(dependency)
	copyleft(dependency.licence_spdx)
	others := [i |
		some i, artifact in artifacts
		artifact.type in _code
		licence := artifact.licence_spdx
		not copyleft(licence)
	]
	count(others) > 0
	disagreement := {
		"path": array.concat(path, ["licence_spdx"]),
		"related": [["opensource", "artifacts", i, "licence_spdx"] | some i in others],
		"args": {
			"dependency": _called(path, dependency),
			"licence": dependency.licence_spdx,
			"release": [licence | some licence in {artifacts[i].licence_spdx | some i in others}],
		},
	}
}

# METADATA
# description: >-
#   A dependency under the AGPL, linked or changed, in a work of which no code is released. Who lets others use such a
#   work over a network owes them the source; whether others use it is for the caller to know. The path is that of the
#   dependency; args dependency and licence.
sourceless(path, dependency, artifacts) := {{
	"path": array.concat(path, ["licence_spdx"]),
	"related": [["opensource", "artifacts"]],
	"args": {"dependency": _called(path, dependency), "licence": dependency.licence_spdx},
} |
	_built_in(dependency)
	copyleft(dependency.licence_spdx)
	"agpl" in {family | some alternative in _alternatives(dependency.licence_spdx); some family in _strong(alternative)}
	count([1 | some artifact in artifacts; artifact.type in _code]) == 0
}

# A dependency without a name is called by its place in the list, so that a finding is never lost with the name.
_called(path, dependency) := object.get(dependency, "name", path[count(path) - 1])

_built_in(dependency) if dependency.use in {"linked", "modified"}

# METADATA
# description: >-
#   What a work taken in forbids and the licence it is passed on under allows: commercial use, changed works, another
#   licence. Nothing where the terms of the release are not known.
dropped(inbound, outbound) := (asks(inbound) - {"attribution"}) - asks(outbound) if {
	listed(outbound)
} else := set()
