package aiplus.checks.levels_test

import data.aiplus.checks.levels

_rows := [
	{"level": "I", "respond_min": 15, "report_deadline_min": 60},
	{"level": "II", "respond_min": 30, "report_deadline_min": 120},
	{"level": "III", "respond_min": 60, "report_deadline_min": 240},
	{"level": "IV", "respond_min": 120, "report_deadline_min": 1440},
]

_edited(i, edit) := array.concat(
	array.concat(array.slice(_rows, 0, i), [object.union(_rows[i], edit)]),
	array.slice(_rows, i + 1, 4),
)

test_absent[name] if {
	some name, tc in {
		"none": {"rows": _rows, "want": []},
		"whatever the order": {"rows": array.reverse(_rows), "want": []},
		"two": {"rows": array.slice(_rows, 1, 3), "want": ["I", "IV"]},
		"a row without a level": {"rows": [object.remove(_rows[0], ["level"])], "want": ["I", "II", "III", "IV"]},
		"all": {"rows": [], "want": ["I", "II", "III", "IV"]},
	}
	levels.absent(tc.rows) == tc.want
}

test_repeated[name] if {
	some name, tc in {
		"each once": {"rows": _rows, "want": set()},
		"twice": {
			"rows": _edited(2, {"level": "II"}),
			"want": {{"path": ["at", 2, "level"], "related": [["at", 1, "level"]], "args": {"level": "II"}}},
		},
		"three times": {
			"rows": [{"level": "I"}, {"level": "I"}, {"level": "I"}],
			"want": {
				{"path": ["at", 1, "level"], "related": [["at", 0, "level"]], "args": {"level": "I"}},
				{"path": ["at", 2, "level"], "related": [["at", 0, "level"], ["at", 1, "level"]], "args": {"level": "I"}},
			},
		},
		"no levels": {"rows": [{}, {}], "want": set()},
	}
	levels.repeated(["at"], tc.rows) == tc.want
}

test_disordered[name] if {
	some name, tc in {
		"shorter and shorter": {"rows": _rows, "want": set()},
		"whatever the order": {"rows": array.reverse(_rows), "want": set()},
		"as short as the next": {"rows": _edited(0, {"respond_min": 30}), "want": set()},
		"slower than the next": {
			"rows": _edited(0, {"respond_min": 31}),
			"want": {{
				"path": ["at", 0, "respond_min"],
				"related": [["at", 1, "respond_min"]],
				"args": {"level": "I", "next": "II", "time": {"term": "warning_respond_min"}, "minutes": 31, "limit": 30},
			}},
		},
		"reported later than the next": {
			"rows": _edited(3, {"report_deadline_min": 200}),
			"want": {{
				"path": ["at", 2, "report_deadline_min"],
				"related": [["at", 3, "report_deadline_min"]],
				"args": {
					"level": "III", "next": "IV", "time": {"term": "warning_report_deadline_min"},
					"minutes": 240, "limit": 200,
				},
			}},
		},
		"a time left out": {"rows": _edited(1, {"respond_min": null}), "want": set()},
		"no levels": {"rows": [{"respond_min": 9}, {"respond_min": 1}], "want": set()},
	}
	rows := [{key: value | some key, value in row; value != null} | some row in tc.rows]
	levels.disordered(["at"], rows) == tc.want
}
