# METADATA
# title: Warning levels
# description: >-
#   The four levels of an incident, I (particularly serious, 特别重大) to IV (ordinary, 一般): each is there once, and a
#   graver one is answered and reported no later than a lighter one (X-MONO).
# custom:
#   title_zh: 预警等级
#   description_zh: "事件的四个等级，从 I 级（特别重大）到 IV 级（一般），各出现一次，较重的响应和上报不得晚于较轻的（X-MONO）\
#     。"
package aiplus.checks.levels

_order := ["I", "II", "III", "IV"]

_rank := {level: rank | some rank, level in _order}

# METADATA
# description: The levels that none of the rows stands for, the gravest first.
absent(rows) := [level |
	some level in _order
	count([row | some row in rows; row.level == level]) == 0
]

# METADATA
# description: A disagreement for each row whose level an earlier row has. The path is that of the rows; args level.
repeated(path, rows) := {{
	"path": array.concat(path, [i, "level"]),
	"related": [array.concat(path, [j, "level"]) | some j in earlier],
	"args": {"level": row.level},
} |
	some i, row in rows
	earlier := [j | some j, other in rows; j < i; other.level == row.level]
	count(earlier) > 0
}

# METADATA
# description: >-
#   A disagreement where a level takes more time than the next lighter one, to respond or to report. The path is that of
#   the rows; args level, next, time, minutes and limit.
disordered(path, rows) := {{
	"path": array.concat(path, [i, field]),
	"related": [array.concat(path, [j, field])],
	"args": {
		"level": row.level,
		"next": other.level,
		"time": {"term": concat("_", ["warning", field])},
		"minutes": row[field],
		"limit": other[field],
	},
} |
	some i, row in rows
	some j, other in rows
	_rank[other.level] == _rank[row.level] + 1
	some field in ["respond_min", "report_deadline_min"]
	row[field] > other[field]
}
