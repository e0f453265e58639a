# METADATA
# title: Sums of data sections
# description: >-
#   Shares of a whole add up to the whole, and the parts of a dataset add up to the dataset (X-STRATA, X-SPLIT, X-SHARE).
#   A sum with a missing part is not judged here: the part is reported as missing by the rule that needs it.
# custom:
#   title_zh: 数据章节的合计
#   description_zh: "各部分占比合计等于整体，数据集各部分合计等于数据集（X-STRATA、X-SPLIT、X-SHARE）。有缺项的合计此处不判：\
#     由需要该项的规则报告缺项。"
package aiplus.checks.sums

import data.aiplus.checks.datasets
import data.aiplus.thresholds

# METADATA
# description: >-
#   Dimensions of a dataset whose shares do not add up to 100 %. The path is that of the dataset; one disagreement for
#   each dimension, args dataset, dimension and sum.
strata(path, dataset) := {disagreement |
	some dimension in {stratum.dimension | some stratum in dataset.strata}
	rows := [i | some i, stratum in dataset.strata; stratum.dimension == dimension]
	shares := [dataset.strata[i].share_pct | some i in rows]
	count(shares) == count(rows)
	_off(shares, thresholds.data_strata_sum_tolerance.value)
	disagreement := {
		"path": array.concat(path, ["strata"]),
		"related": [array.concat(path, ["strata", i, "share_pct"]) | some i in rows],
		"args": {
			"dataset": datasets.name(path, dataset),
			"dimension": {"term": concat("_", ["strata", dimension])},
			"sum": _total(shares),
		},
	}
}

# METADATA
# description: >-
#   The parts of a dataset against its records. The path is that of the dataset; args dataset, sum and records.
split_total(path, dataset) := {disagreement |
	total := (dataset.split.train + dataset.split.val) + dataset.split.test
	total != dataset.records
	disagreement := {
		"path": array.concat(path, ["split"]),
		"related": [array.concat(path, ["records"])],
		"args": {"dataset": datasets.name(path, dataset), "sum": total, "records": dataset.records},
	}
}

# METADATA
# description: >-
#   A test part too small to measure with: fewer records than the fixed number or the share of all records, whichever is
#   more. The path is that of the dataset; args dataset, test and min.
split_test(path, dataset) := {disagreement |
	needed := max([
		thresholds.data_test_records_min.value,
		ceil((dataset.records * thresholds.data_test_share_min.value) / 100),
	])
	dataset.split.test < needed
	disagreement := {
		"path": array.concat(path, ["split", "test"]),
		"related": [array.concat(path, ["records"])],
		"args": {"dataset": datasets.name(path, dataset), "test": dataset.split.test, "min": needed},
	}
}

# METADATA
# description: >-
#   Benefit shares against the whole. The path is that of the parties; args sum.
shares(path, parties) := {disagreement |
	parts := [party.share_pct | some party in parties]
	count(parts) == count(parties)
	count(parts) > 0
	_off(parts, thresholds.data_benefit_sum_tolerance.value)
	disagreement := {
		"path": path,
		"related": [array.concat(path, [i, "share_pct"]) | some i, _ in parties],
		"args": {"sum": _total(parts)},
	}
}

# Hundredths of a point are whole numbers, so that 33.3 + 33.3 + 33.4 is 100 and nothing else.
_off(parts, tolerance) if abs(round(sum(parts) * 100) - 10000) > tolerance * 100

_total(parts) := round(sum(parts) * 100) / 100
