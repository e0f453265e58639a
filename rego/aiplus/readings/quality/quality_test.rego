package aiplus.readings.quality_test

import data.aiplus.readings.quality as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_listed(kind, title) := {
	"meta": {"submitted_on": "2026-10-15"},
	"evidence": [{"id": "EV-01", "kind": kind, "title_zh": title, "issuer": "某机构", "issued_on": "2026-09-01", "sha256": "0a", "number": "1"}],
}

_operating := {"data": {"datasets": [{"id": "D1", "purpose": ["operation"]}]}, "models": [{"origin": "third_party_api"}]}

_cases := {
	"documentation counts": {
		"alternative": "assessed",
		"proposal": _operating,
		"change": {"+documentation_lacking"},
	},
	"the effect counts when a model is trained": {
		"alternative": "assessed",
		"proposal": {"data": {"datasets": [{"id": "D1", "purpose": ["finetune"]}]}, "models": [{"origin": "fine_tuned"}]},
		"change": {"+documentation_lacking", "+effect_lacking"},
	},
	"a certificate counts": {
		"alternative": "certified",
		"proposal": _operating,
		"change": {"+documentation_lacking", "+quality_uncertified"},
	},
	"a certificate is there": {
		"alternative": "certified",
		"proposal": object.union(_listed("certificate", "数据集质量测评证书"), _operating),
		"change": {"+documentation_lacking"},
	},
	"a certificate is there beside something else": {
		"alternative": "certified",
		"proposal": object.union(
			{"evidence": array.concat(
				_listed("certificate", "数据集质量测评证书").evidence,
				[{"id": "EV-02", "kind": "report", "title_zh": "查新报告", "issuer": "某机构", "issued_on": "2026-09-01", "sha256": "0b"}],
			)},
			_operating,
		),
		"change": {"+documentation_lacking"},
	},
	"a report on the data": {
		"alternative": "certified",
		"proposal": object.union(_listed("report", "数据集质量测评报告"), _operating),
		"change": {"+documentation_lacking", "+quality_uncertified"},
	},
	"a certificate without a number": {
		"alternative": "certified",
		"proposal": object.union(json.remove(_listed("certificate", "数据集质量测评证书"), ["evidence/0/number"]), _operating),
		"change": {"+documentation_lacking", "+quality_uncertified"},
	},
	"a certificate of something else": {
		"alternative": "certified",
		"proposal": object.union(_listed("certificate", "高新技术企业证书"), _operating),
		"change": {"+documentation_lacking", "+quality_uncertified"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "data_02", tc.proposal) == tc.change
}
