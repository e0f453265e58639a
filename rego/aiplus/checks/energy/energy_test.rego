package aiplus.checks.energy_test

import data.aiplus.checks.energy

_path := ["compute", "facility"]

# 40 MW × 8760 h × 75 % × 1.15 are 302,220 MWh; 82 % of them are 247,820.
_facility := {
	"it_power_mw": 40, "load_pct": 75, "pue_design": 1.15, "annual_mwh": 302220,
	"green_power_pct": 82, "green_contract_mwh": 250000,
}

_with(changes) := object.union(_facility, changes)

_agreeing := {
	"exact": {},
	"a fifth more": {"annual_mwh": 362664},
	"a fifth less": {"annual_mwh": 241776},
}

test_consumption_agrees[name] if {
	some name, changes in _agreeing
	energy.consumption(_path, _with(changes)) == set()
}

test_consumption_agrees_without[field] if {
	some field in ["it_power_mw", "load_pct", "pue_design", "annual_mwh"]
	energy.consumption(_path, object.remove(_facility, [field])) == set()
}

_far := {
	"just over a fifth more": {"changes": {"annual_mwh": 362665}, "reckoned": 302220},
	"just over a fifth less": {"changes": {"annual_mwh": 241775}, "reckoned": 302220},
	"no load": {"changes": {"load_pct": 0, "annual_mwh": 0}, "reckoned": 0},
}

test_consumption_off[name] if {
	some name, tc in _far
	facility := _with(tc.changes)
	energy.consumption(_path, facility) == {{
		"path": ["compute", "facility", "annual_mwh"],
		"related": [
			["compute", "facility", "it_power_mw"], ["compute", "facility", "load_pct"],
			["compute", "facility", "pue_design"],
		],
		"args": {"annual": facility.annual_mwh, "reckoned": tc.reckoned, "tolerance": 20},
	}}
}

test_green_agrees[name] if {
	some name, changes in {
		"covered": {},
		"just enough": {"green_contract_mwh": 235430},
		"nothing claimed": {"green_power_pct": 0, "green_contract_mwh": 0},
	}
	energy.green(_path, _with(changes)) == set()
}

test_green_agrees_without[field] if {
	some field in ["annual_mwh", "green_power_pct", "green_contract_mwh"]
	energy.green(_path, object.remove(_facility, [field])) == set()
}

test_green_short if {
	energy.green(_path, _with({"green_contract_mwh": 235429})) == {{
		"path": ["compute", "facility", "green_contract_mwh"],
		"related": [["compute", "facility", "annual_mwh"], ["compute", "facility", "green_power_pct"]],
		"args": {"contract": 235429, "claimed": 247820, "share": 95},
	}}
}

test_impossible if {
	energy.impossible(_path, _with({"pue_design": 1})) == {{
		"path": ["compute", "facility", "pue_design"],
		"related": [],
		"args": {"pue": 1, "min": 1},
	}}
}

test_possible if {
	energy.impossible(_path, _with({"pue_design": 1.01})) == set()
	energy.impossible(_path, {}) == set()
}
