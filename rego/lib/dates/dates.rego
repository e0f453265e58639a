# METADATA
# title: Dates
# description: >-
#   Arithmetic on civil dates written YYYY-MM-DD. Two such dates compare as strings, so there is no "before" here. The
#   time builtins are not used: they refuse 2026-02-30 and count nanoseconds, which end in 2262, while a right may well
#   be valid to 9999-12-31.
package lib.dates

# METADATA
# description: The date n months later (earlier when n is negative), on the last day of the month if that is shorter.
add_months(date, n) := _written(year, month, min({_day(date), _length(year, month)})) if {
	months := (((_year(date) * 12) + _month(date)) + n) - 1
	year := floor(months / 12)
	month := (months - (year * 12)) + 1
}

# METADATA
# description: The date n days later, or earlier when n is negative.
add_days(date, n) := _civil(_ordinal(date) + n)

# METADATA
# description: Days from a to b, negative when b is earlier.
days_between(a, b) := _ordinal(b) - _ordinal(a)

# METADATA
# description: >-
#   Whole months from a to b, negative when b is earlier. A month is whole when the day of the month is reached again, or
#   the last day of a month that is too short to have it.
months_between(a, b) := _whole(a, b) if {
	a <= b
} else := 0 - _whole(b, a)

_whole(a, b) := calendar if {
	calendar := _calendar_months(a, b)
	add_months(a, calendar) <= b
} else := _calendar_months(a, b) - 1

_calendar_months(a, b) := (((_year(b) - _year(a)) * 12) + _month(b)) - _month(a)

_year(date) := to_number(substring(date, 0, 4))

_month(date) := to_number(substring(date, 5, 2))

_day(date) := to_number(substring(date, 8, 2))

_written(year, month, day) := concat("-", [
	substring(format_int(year + 10000, 10), 1, 4),
	substring(format_int(month + 100, 10), 1, 2),
	substring(format_int(day + 100, 10), 1, 2),
])

_length(year, month) := 29 if {
	month == 2
	_leap(year)
} else := 28 if {
	month == 2
} else := 30 if {
	month in {4, 6, 9, 11}
} else := 31

_leap(year) if year % 400 == 0

_leap(year) if {
	year % 4 == 0
	year % 100 != 0
}

# Days since 0000-03-01. Years begin in March here, so that the leap day is the last one of a year and the lengths of
# the months before it follow (153m + 2) / 5; an era is the 400 years after which the calendar repeats.
_ordinal(date) := ((((year * 365) + leap_days) + floor(((153 * month) + 2) / 5)) + _day(date)) - 1 if {
	months := ((_year(date) * 12) + _month(date)) - 3
	year := floor(months / 12)
	month := months - (year * 12)
	leap_days := (floor(year / 4) - floor(year / 100)) + floor(year / 400)
}

_civil(ordinal) := _written(floor(months / 12), (months % 12) + 1, day) if {
	era := floor(ordinal / 146097)
	day_of_era := ordinal - (era * 146097)
	year_of_era := floor((((day_of_era - floor(day_of_era / 1460)) + floor(day_of_era / 36524)) - floor(day_of_era / 146096)) / 365)
	day_of_year := ((day_of_era - (365 * year_of_era)) - floor(year_of_era / 4)) + floor(year_of_era / 100)
	month := floor(((5 * day_of_year) + 2) / 153)
	day := (day_of_year - floor(((153 * month) + 2) / 5)) + 1
	months := ((((era * 400) + year_of_era) * 12) + month) + 2
}
