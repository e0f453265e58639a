package aiplus.checks.dates_test

import data.aiplus.checks.dates

_path := ["employment", "training", 0, "by"]

_limit_path := ["project", "end"]

_disagreement(date) := {{
	"path": _path,
	"related": [_limit_path],
	"args": {"date": date, "limit": "2028-04-30"},
}}

test_after[name] if {
	some name, tc in {
		"a day late": {"date": "2028-05-01", "want": _disagreement("2028-05-01")},
		"on the day": {"date": "2028-04-30", "want": set()},
		"earlier": {"date": "2027-12-31", "want": set()},
	}
	dates.after(_path, tc.date, _limit_path, "2028-04-30") == tc.want
}

test_before[name] if {
	some name, tc in {
		"a day early": {"date": "2028-04-29", "want": _disagreement("2028-04-29")},
		"on the day": {"date": "2028-04-30", "want": set()},
		"later": {"date": "2029-01-01", "want": set()},
	}
	dates.before(_path, tc.date, _limit_path, "2028-04-30") == tc.want
}
