package aiplus.checks.parties_test

import data.aiplus.checks.parties

_proposal := {
	"applicant": {"name": "某智慧农业公司"},
	"partners": [
		{"id": "P1", "name": "某果业合作社"},
		{"name": "某研究院"},
		{"id": "P3"},
		{"id": "P5", "name": "某供应商"},
		{"id": "P4", "name": "某供应商"},
	],
	"data": {"benefit_sharing": {"parties": [{"party": "申报单位"}, {"party": "某果业合作社"}, {"party": "某果农"}, {"role": "数据提供"}]}},
}

_names := {
	"the word": {"name": "applicant", "want": "applicant"},
	"the Chinese word": {"name": "申报单位", "want": "applicant"},
	"the applicant by name": {"name": " 某智慧农业公司 ", "want": "applicant"},
	"a partner by id": {"name": "P1", "want": "P1"},
	"a partner by name": {"name": "某果业合作社", "want": "P1"},
	"a partner without id": {"name": "某研究院", "want": "某研究院"},
	"a partner without name": {"name": "P3", "want": "P3"},
	"two partners of one name": {"name": "某供应商", "want": "P4"},
	"a stranger": {"name": " 某数据公司", "want": "某数据公司"},
}

test_of[name] if {
	some name, tc in _names
	got := parties.of(tc.name) with input.proposal as _proposal
	got == tc.want
}

test_name[party] if {
	some party, want in {"P1": "某果业合作社", "某研究院": "某研究院", "P3": "P3", "某果农": "某果农"}
	got := parties.name(party) with input.proposal as _proposal
	got == want
}

test_of_without_sections if {
	got := [parties.of(name) | some name in ["applicant", "申报单位", "P1"]] with input.proposal as {}
	got == ["applicant", "applicant", "P1"]
}

test_project if {
	got := parties.project with input.proposal as _proposal
	got == {"applicant", "P1", "某研究院", "P3", "P4", "P5"}
}

test_project_of_one if {
	got := parties.project with input.proposal as {}
	got == {"applicant"}
}

test_sharing if {
	got := parties.sharing with input.proposal as _proposal
	got == {"applicant", "P1", "某果农"}
}

test_holders if {
	dataset := {"rights": {"hold": ["申报单位", "applicant", "某果业合作社", "某果农"]}}
	got := {right: parties.holders(dataset, right) | some right in ["hold", "use"]} with input.proposal as _proposal
	got == {"hold": {"applicant", "P1", "某果农"}, "use": set()}
}

_owned := {
	"collected by the applicant": {"dataset": {"source": "collected", "rights": {"hold": ["applicant"]}}, "want": true},
	"made by the applicant": {"dataset": {"source": "synthetic", "rights": {"hold": ["申报单位"]}}, "want": true},
	"held together": {"dataset": {"source": "collected", "rights": {"hold": ["applicant", "P1"]}}, "want": false},
	"of a partner": {"dataset": {"source": "collected", "rights": {"hold": ["P1"]}}, "want": false},
	"bought": {"dataset": {"source": "agreement", "rights": {"hold": ["applicant"]}}, "want": false},
	"made from other data": {"dataset": {"source": "derived", "rights": {"hold": ["applicant"]}}, "want": false},
	"held by nobody": {"dataset": {"source": "collected", "rights": {"hold": []}}, "want": false},
	"without source": {"dataset": {"rights": {"hold": ["applicant"]}}, "want": false},
}

test_own[name] if {
	some name, tc in _owned
	got := count([1 | parties.own(tc.dataset)]) > 0 with input.proposal as _proposal
	got == tc.want
}
