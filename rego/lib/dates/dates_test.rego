package lib.dates_test

import data.lib.dates

test_add_months[name] if {
	some name, tc in {
		"a year": {"date": "2026-10-15", "n": 12, "want": "2027-10-15"},
		"none": {"date": "2026-10-15", "n": 0, "want": "2026-10-15"},
		"into the next year": {"date": "2026-11-01", "n": 2, "want": "2027-01-01"},
		"to december": {"date": "2026-11-01", "n": 1, "want": "2026-12-01"},
		"clamped to 28": {"date": "2026-01-31", "n": 1, "want": "2026-02-28"},
		"clamped to 29": {"date": "2028-01-31", "n": 1, "want": "2028-02-29"},
		"a leap year": {"date": "2024-01-31", "n": 1, "want": "2024-02-29"},
		"clamped to 30, in april": {"date": "2026-03-31", "n": 1, "want": "2026-04-30"},
		"clamped to 30, in june": {"date": "2026-05-31", "n": 1, "want": "2026-06-30"},
		"clamped to 30, in november": {"date": "2026-10-31", "n": 1, "want": "2026-11-30"},
		"clamped to 30": {"date": "2026-08-31", "n": 1, "want": "2026-09-30"},
		"a century without a leap day": {"date": "2100-01-31", "n": 1, "want": "2100-02-28"},
		"a century with one": {"date": "2000-01-31", "n": 1, "want": "2000-02-29"},
		"a long month of a leap year": {"date": "2027-12-31", "n": 1, "want": "2028-01-31"},
		"back": {"date": "2026-01-31", "n": -2, "want": "2025-11-30"},
		"back by years": {"date": "2026-01-31", "n": -25, "want": "2023-12-31"},
	}
	dates.add_months(tc.date, tc.n) == tc.want
}

_days := {
	"none": {"a": "2026-10-15", "n": 0, "b": "2026-10-15"},
	"one": {"a": "2026-10-31", "n": 1, "b": "2026-11-01"},
	"over the year": {"a": "2026-12-31", "n": 60, "b": "2027-03-01"},
	"over a leap day": {"a": "2028-02-28", "n": 2, "b": "2028-03-01"},
	"onto a leap day": {"a": "2028-03-01", "n": -1, "b": "2028-02-29"},
	"no leap day in 2100": {"a": "2100-02-28", "n": 1, "b": "2100-03-01"},
	"400 years": {"a": "2000-02-29", "n": 146097, "b": "2400-02-29"},
	"to the last day there is": {"a": "2026-01-01", "n": 2912442, "b": "9999-12-31"},
	"before 1970": {"a": "1970-01-01", "n": -719162, "b": "0001-01-01"},
	"onto the last day of a long month": {"a": "2026-03-30", "n": 1, "b": "2026-03-31"},
	"onto the last day of another": {"a": "2026-05-30", "n": 1, "b": "2026-05-31"},
	"back over january": {"a": "2026-03-01", "n": -60, "b": "2025-12-31"},
}

test_add_days[name] if {
	some name, tc in _days
	dates.add_days(tc.a, tc.n) == tc.b
}

test_days_between[name] if {
	some name, tc in _days
	dates.days_between(tc.a, tc.b) == tc.n
}

# Through a leap year, and over the end of an era: the ordinals are consecutive and lead back to the date.
test_days_are_consecutive[start] if {
	some start in ["2028-01-01", "2000-02-01"]
	every n in numbers.range_step(0, 366, 6) {
		dates.days_between(start, dates.add_days(start, n)) == n
	}
}

test_months_between[name] if {
	some name, tc in {
		"none": {"a": "2026-01-15", "b": "2026-01-15", "want": 0},
		"not quite one": {"a": "2026-01-15", "b": "2026-02-14", "want": 0},
		"one": {"a": "2026-01-15", "b": "2026-02-15", "want": 1},
		"a short month is whole": {"a": "2026-01-31", "b": "2026-02-28", "want": 1},
		"its last day but one is not": {"a": "2026-01-31", "b": "2026-02-27", "want": 0},
		"not quite a year": {"a": "2026-01-15", "b": "2027-01-14", "want": 11},
		"eighteen": {"a": "2026-11-01", "b": "2028-05-01", "want": 18},
		"back": {"a": "2026-03-15", "b": "2026-01-16", "want": -1},
		"back by a whole one": {"a": "2026-02-15", "b": "2026-01-15", "want": -1},
	}
	dates.months_between(tc.a, tc.b) == tc.want
}

# A day that no calendar has is as long after the month began as it says; it stops nothing.
test_impossible_days_count_on if dates.days_between("2026-02-28", "2026-02-30") == 2
