package aiplus.checks.measures_test

import data.aiplus.checks.measures

_path := ["data", "datasets", 0]

_volumes := {
	"420,000 images in 5.2 TB": {"records": 420000, "gb": 5200, "modalities": ["image"], "want": set()},
	"420,000 images in half a GB": {"records": 420000, "gb": 0.5, "modalities": ["image"], "want": {[1.19, 5, 50000]}},
	"images at the lower end": {"records": 1000, "gb": 0.005, "modalities": ["image"], "want": set()},
	"images below the lower end": {"records": 1000, "gb": 0.004, "modalities": ["image"], "want": {[4, 5, 50000]}},
	"images at the upper end": {"records": 1000, "gb": 50, "modalities": ["image"], "want": set()},
	"images above the upper end": {"records": 1000, "gb": 51, "modalities": ["image"], "want": {[51000, 5, 50000]}},
	"a thousand million records in 12 GB": {
		"records": 999999999,
		"gb": 12,
		"modalities": ["video", "text"],
		"want": {[0.012, 0.1, 50000000]},
	},
	"text": {"records": 1000, "gb": 0.00009, "modalities": ["text"], "want": {[0.09, 0.1, 10000]}},
	"code as text": {"records": 1000, "gb": 11, "modalities": ["code"], "want": {[11000, 0.1, 10000]}},
	"audio": {"records": 1000, "gb": 0.009, "modalities": ["audio"], "want": {[9, 10, 500000]}},
	"video": {"records": 1000, "gb": 0.09, "modalities": ["video"], "want": {[90, 100, 50000000]}},
	"time series": {"records": 1100000, "gb": 640, "modalities": ["timeseries"], "want": set()},
	"long time series": {"records": 1000, "gb": 1.1, "modalities": ["timeseries"], "want": {[1100, 0.01, 1000]}},
	"tables": {"records": 1000, "gb": 0.11, "modalities": ["tabular"], "want": {[110, 0.01, 100]}},
	"the widest of several bands": {"records": 1000, "gb": 0.11, "modalities": ["tabular", "image"], "want": set()},
	"no band of its own": {"records": 1000, "gb": 60000, "modalities": ["point_cloud"], "want": {[60000000, 0.01, 50000000]}},
	"inside the widest band": {"records": 1000, "gb": 0.5, "modalities": ["scientific"], "want": set()},
	"one record above the upper end": {"records": 1, "gb": 0.051, "modalities": ["image"], "want": {[51000, 5, 50000]}},
	"no records": {"records": 0, "gb": 5, "modalities": ["image"], "want": set()},
	"no volume": {"records": 10, "gb": 0, "modalities": ["image"], "want": set()},
}

test_volume[name] if {
	some name, tc in _volumes
	dataset := {"id": "D1", "records": tc.records, "volume_gb": tc.gb, "modalities": tc.modalities}
	got := {[d.args.kb, d.args.min, d.args.max] | some d in measures.volume(_path, dataset)}
	got == tc.want
}

test_volume_without_modalities if measures.volume(_path, {"id": "D1", "records": 10, "volume_gb": 5000}) == set()

test_volume_shows_both_sides if {
	measures.volume(_path, {"id": "D1", "records": 420000, "volume_gb": 0.5, "modalities": ["image"]}) == {{
		"path": ["data", "datasets", 0, "volume_gb"],
		"related": [["data", "datasets", 0, "records"], ["data", "datasets", 0, "modalities"]],
		"args": {"dataset": "D1", "kb": 1.19, "min": 5, "max": 50000},
	}}
}

_lists := {
	"nothing": {"values": [], "sample": 500, "want": set()},
	"measured": {"values": [98.1, 97, 96.2, 99, 95.3], "sample": 500, "want": set()},
	"three at 100": {"values": [100, 100, 100, 97], "sample": 500, "want": set()},
	"four at 100": {"values": [100, 100, 97, 100, 100], "sample": 500, "want": {["measures_all_full", 100, 4]}},
	"three alike": {"values": [98, 98, 98], "sample": 500, "want": set()},
	"four alike": {"values": [98, 98, 98, 98], "sample": 500, "want": {["measures_all_equal", 98, 4]}},
	"four alike and one not": {"values": [98, 98, 98, 98, 97], "sample": 500, "want": set()},
	"100 on 50": {"values": [100, 97], "sample": 50, "want": set()},
	"100 on 49": {"values": [100, 97], "sample": 49, "want": {["measure_full_on_few", 100, 49]}},
	"four at 100 on 49 are one flaw": {"values": [100, 100, 100, 100], "sample": 49, "want": {["measures_all_full", 100, 4]}},
	"99 on 10": {"values": [99, 97], "sample": 10, "want": set()},
}

test_rounded[name] if {
	some name, tc in _lists
	list := [{"value_pct": value, "sample_n": tc.sample} | some value in tc.values]
	{[d.args.flaw.term, d.args.value, d.args.n] | some d in measures.rounded(_path, list)} == tc.want
}

test_rounded_without_values if measures.rounded(_path, [{"sample_n": 3}, {}, {}, {}]) == set()

test_rounded_points_at_the_list if {
	measures.rounded(_path, [{"value_pct": 98} | some _ in numbers.range(1, 4)]) == {{
		"path": _path,
		"related": [],
		"args": {"flaw": {"term": "measures_all_equal"}, "value": 98, "n": 4},
	}}
}

test_rounded_points_at_the_measure if {
	got := measures.rounded(_path, [{"value_pct": 97, "sample_n": 3}, {"value_pct": 100, "sample_n": 3}])
	got == {{
		"path": ["data", "datasets", 0, 1],
		"related": [],
		"args": {"flaw": {"term": "measure_full_on_few"}, "value": 100, "n": 3},
	}}
}

_labels := {
	"all that is possible": {"records": 100, "double": 20, "days": 2, "limit": 60, "want": set()},
	"one more": {"records": 101, "double": 20, "days": 2, "limit": 60, "want": {122}},
	"no days at all": {"records": 101, "double": 0, "days": 0, "limit": 60, "want": {101}},
}

test_throughput[name] if {
	some name, tc in _labels
	dataset := {"id": "D1", "records": tc.records, "annotation": {"double_pct": tc.double, "person_days": tc.days}}
	{d.args.labels | some d in measures.throughput(_path, dataset, tc.limit)} == tc.want
}

test_throughput_without_days if measures.throughput(_path, {"records": 9, "annotation": {"double_pct": 10}}, 1) == set()

test_throughput_shows_both_sides if {
	dataset := {"id": "D1", "records": 26000, "annotation": {"double_pct": 15, "person_days": 80}}
	measures.throughput(_path, dataset, 300) == {{
		"path": ["data", "datasets", 0, "annotation", "person_days"],
		"related": [["data", "datasets", 0, "records"], ["data", "datasets", 0, "annotation", "double_pct"]],
		"args": {"dataset": "D1", "labels": 29900, "person_days": 80, "limit": 300},
	}}
}

_agreements := {
	"kappa": {"annotation": {"agreement_metric": "kappa", "agreement_value": 0.86}, "want": {0.86}},
	"character error rate": {"annotation": {"agreement_metric": "cer", "agreement_value": 0.25}, "want": {0.75}},
	"no metric": {"annotation": {"agreement_value": 0.86}, "want": {0.86}},
	"no value": {"annotation": {"agreement_metric": "cer"}, "want": set()},
}

test_agreement[name] if {
	some name, tc in _agreements
	{value | value := measures.agreement(tc.annotation)} == tc.want
}
