# METADATA
# title: Order of dates
# description: Two dates of the proposal that stand in the wrong order (X-DATE). Dates written YYYY-MM-DD compare as text.
# custom:
#   title_zh: 日期先后
#   description_zh: 申报书中先后颠倒的两个日期（X-DATE）。YYYY-MM-DD 形式的日期按文字比较即可。
package aiplus.checks.dates

# METADATA
# description: A disagreement when the date is later than the limit. The limit itself is in time.
after(path, date, limit_path, limit) := {_disagreement(path, date, limit_path, limit) | date > limit}

# METADATA
# description: A disagreement when the date is earlier than the limit. The limit itself is late enough.
before(path, date, limit_path, limit) := {_disagreement(path, date, limit_path, limit) | date < limit}

_disagreement(path, date, limit_path, limit) := {
	"path": path,
	"related": [limit_path],
	"args": {"date": date, "limit": limit},
}
