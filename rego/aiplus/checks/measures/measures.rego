# METADATA
# title: Plausible measurements
# description: >-
#   Figures that could not have been measured: records of an impossible size, percentages that are all alike, more
#   labels than people can give in the days they worked (X-VOL, X-ROUND, X-THRU).
# custom:
#   title_zh: 测量值是否可信
#   description_zh: "不可能是测出来的数字：记录大小不合常理，百分数个个相同，标注量超过标注人员在工作时间内能完成的量（X-VOL、\
#     X-ROUND、X-THRU）。"
package aiplus.checks.measures

import data.aiplus.checks.datasets
import data.aiplus.thresholds

# Source code is text. Modalities without a band of their own get the widest one, so that a rare word is not a way out.
_bands := {
	"text": [thresholds.data_text_record_min.value, thresholds.data_text_record_max.value],
	"code": [thresholds.data_text_record_min.value, thresholds.data_text_record_max.value],
	"image": [thresholds.data_image_record_min.value, thresholds.data_image_record_max.value],
	"audio": [thresholds.data_audio_record_min.value, thresholds.data_audio_record_max.value],
	"video": [thresholds.data_video_record_min.value, thresholds.data_video_record_max.value],
	"timeseries": [thresholds.data_timeseries_record_min.value, thresholds.data_timeseries_record_max.value],
	"tabular": [thresholds.data_tabular_record_min.value, thresholds.data_tabular_record_max.value],
}

_widest := [min([band[0] | some band in _bands]), max([band[1] | some band in _bands])]

# METADATA
# description: >-
#   Volume per record against the band of the modalities (from the smallest minimum to the largest maximum where there
#   are several). The path is that of the dataset; args dataset, kb, min and max, all in KB. Nothing when records or
#   volume are zero or absent: that is a defect of its own.
volume(path, dataset) := {disagreement |
	dataset.records > 0
	dataset.volume_gb > 0
	bands := [object.get(_bands, modality, _widest) | some modality in dataset.modalities]
	smallest := min([band[0] | some band in bands])
	largest := max([band[1] | some band in bands])
	kilobytes := (dataset.volume_gb * 1000000) / dataset.records
	_outside(kilobytes, smallest, largest)
	disagreement := {
		"path": array.concat(path, ["volume_gb"]),
		"related": [array.concat(path, ["records"]), array.concat(path, ["modalities"])],
		"args": {
			"dataset": datasets.name(path, dataset),
			"kb": round(kilobytes * 1000) / 1000,
			"min": smallest,
			"max": largest,
		},
	}
}

_outside(size, smallest, _) if size < smallest

_outside(size, _, largest) if size > largest

# METADATA
# description: >-
#   A list of measures ({value_pct, sample_n}) that nobody measured: several values of exactly 100, all values the same,
#   or 100 on a handful. One disagreement for the list, or else one for each measure on a small sample. The path is that
#   of the list; args flaw, value and n, which is the number of alike values or the size of the sample.
rounded(path, measures) := {_list_flaw(path, "measures_all_full", 100, full)} if {
	full := count([measure | some measure in measures; measure.value_pct == 100])
	full >= thresholds.data_alike_values_min.value
} else := {_list_flaw(path, "measures_all_equal", values[0], count(values))} if {
	values := [measure.value_pct | some measure in measures]
	count(values) >= thresholds.data_alike_values_min.value
	count({value | some value in values}) == 1
} else := {disagreement |
	some i, measure in measures
	measure.value_pct == 100
	measure.sample_n < thresholds.data_full_value_sample_min.value
	disagreement := {
		"path": array.concat(path, [i]),
		"related": [],
		"args": {"flaw": {"term": "measure_full_on_few"}, "value": 100, "n": measure.sample_n},
	}
}

_list_flaw(path, flaw, value, n) := {
	"path": path,
	"related": [],
	"args": {"flaw": {"term": flaw}, "value": value, "n": n},
}

# METADATA
# description: >-
#   Labels, with those given twice, against the person-days spent at the most that one person can label in a day. The
#   path is that of the dataset; args dataset, labels, person_days and limit.
throughput(path, dataset, limit) := {disagreement |
	labels := ceil((dataset.records * (100 + dataset.annotation.double_pct)) / 100)
	labels > limit * dataset.annotation.person_days
	disagreement := {
		"path": array.concat(path, ["annotation", "person_days"]),
		"related": [array.concat(path, ["records"]), array.concat(path, ["annotation", "double_pct"])],
		"args": {
			"dataset": datasets.name(path, dataset),
			"labels": labels,
			"person_days": dataset.annotation.person_days,
			"limit": limit,
		},
	}
}

# METADATA
# description: >-
#   How far annotators agree, as a share of 1. A character error rate counts what they disagree on, so it is turned round.
agreement(annotation) := 1 - annotation.agreement_value if {
	annotation.agreement_metric == "cer"
} else := annotation.agreement_value
