package aiplus.checks.training_test

import data.aiplus.checks.training

_path := ["employment", "training", 1]

_disagreement(price) := {
	"path": ["employment", "training", 1, "cost_cny_wan"],
	"related": [["employment", "training", 1, "trainees"], ["employment", "training", 1, "hours"]],
	"args": {"price": price, "min": 5, "max": 500},
}

test_price[name] if {
	some name, tc in {
		"in the band": {"programme": {"trainees": 60, "hours": 8, "cost_cny_wan": 3}, "want": set()},
		"at the lower end": {"programme": {"trainees": 100, "hours": 20, "cost_cny_wan": 1}, "want": set()},
		"just below": {"programme": {"trainees": 2001, "hours": 1, "cost_cny_wan": 1}, "want": {_disagreement(4.99)}},
		"at the upper end": {"programme": {"trainees": 2, "hours": 40, "cost_cny_wan": 4}, "want": set()},
		"just above": {"programme": {"trainees": 2, "hours": 40, "cost_cny_wan": 4.01}, "want": {_disagreement(501.25)}},
		"above by less than a fen": {
			"programme": {"trainees": 999, "hours": 200.2, "cost_cny_wan": 10000},
			"want": {_disagreement(500.01)},
		},
		"one person for one hour": {"programme": {"trainees": 1, "hours": 1, "cost_cny_wan": 0.06}, "want": {_disagreement(600)}},
		"half an hour": {"programme": {"trainees": 40, "hours": 0.5, "cost_cny_wan": 0.01}, "want": set()},
		"for nothing": {"programme": {"trainees": 60, "hours": 8, "cost_cny_wan": 0}, "want": {_disagreement(0)}},
		"everybody for next to nothing": {
			"programme": {"trainees": 1400000000, "hours": 999, "cost_cny_wan": 0.01},
			"want": {_disagreement(0)},
		},
		"nobody": {"programme": {"trainees": 0, "hours": 8, "cost_cny_wan": 3}, "want": set()},
		"no time": {"programme": {"trainees": 60, "hours": 0, "cost_cny_wan": 3}, "want": set()},
		"people not stated": {"programme": {"hours": 8, "cost_cny_wan": 3}, "want": set()},
		"hours not stated": {"programme": {"trainees": 60, "cost_cny_wan": 3}, "want": set()},
		"cost not stated": {"programme": {"trainees": 60, "hours": 8}, "want": set()},
	}
	got := training.price(_path, tc.programme)
	got == tc.want
}
