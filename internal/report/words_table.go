package report

import "hegui/internal/catalog"

// tableWords are the phrases of tables, CSV and spreadsheets, in one language.
type tableWords struct {
	file, project, title, verdict, score, grade             string
	profile, pack, asOf, reasons                            string
	verdictWithout, scoreWithout                            string // without waivers
	count, named, separator                                 string
	summary, proposals, requirements                        string // names of sheets
	batch, under, assessed, skipped                         string
	verdicts, number, share                                 string
	distribution, band, rangeText                           string
	spreads, values, mean, total                            string
	minimum, quartile1, median, quartile3, maximum          string
	toQuartile1, toMedian, toQuartile3, toMaximum           string
	spreadHelp, quartiles                                   string
	mostMissed, missed, missedText                          string
	id, dimension, severity, weight                         string
	applies, fail, partial, manual, failure, waived, vetoes string
	lost, sentence, quote, reading                          string
	severities                                              map[catalog.Severity]string
}

func tableWordsIn(lang catalog.Lang) tableWords {
	if lang == catalog.ZH {
		return chineseTable
	}
	return englishTable
}

var chineseTable = tableWords{
	file: "文件", project: "项目编号", title: "项目名称", verdict: "结论", score: "得分", grade: "等级",
	profile: "评审方案", pack: "规则包", asOf: "评估日期", reasons: "原因",
	verdictWithout: "不计豁免的结论", scoreWithout: "不计豁免的得分",
	count: "%s（项）", named: "%s %s", separator: " · ",
	summary: "汇总", proposals: "申报书", requirements: "要求",
	batch: "申报书批量评估汇总", under: "规则包 %s %s · %s · 评估日期 %s", assessed: "已评估", skipped: "读不了的文件",
	verdicts: "结论分布", number: "份数", share: "占比（%）",
	distribution: "得分分布", band: "分数段", rangeText: "%d–%d",
	spreads: "各维度得分的分布", values: "适用份数", mean: "平均", total: "总分",
	minimum: "最低", quartile1: "下四分位", median: "中位数", quartile3: "上四分位", maximum: "最高",
	toQuartile1: "最低至下四分位", toMedian: "下四分位至中位数", toQuartile3: "中位数至上四分位", toMaximum: "上四分位至最高",
	spreadHelp: "图中各段的长度", quartiles: "四分位数按电子表格 QUARTILE.INC 的定义计算；平均数和四分位数均向下取到 0.01 分。",
	mostMissed: "失分最多的要求", missed: "失分份数", missedText: "%s %s",
	id: "编号", dimension: "维度", severity: "等次", weight: "权重",
	applies: "适用份数", fail: "未满足", partial: "部分满足", manual: "须人工判断", failure: "无法评估", waived: "已豁免", vetoes: "构成否决",
	lost: "合计失分（权重）", sentence: "原文句号", quote: "原文", reading: "解读",
	severities: map[catalog.Severity]string{catalog.Veto: "否决", catalog.Major: "主要", catalog.Minor: "次要"},
}

var englishTable = tableWords{
	file: "file", project: "project id", title: "title", verdict: "verdict", score: "score", grade: "grade",
	profile: "profile", pack: "pack", asOf: "as of", reasons: "reasons",
	verdictWithout: "verdict without waivers", scoreWithout: "score without waivers",
	count: "requirements: %s", named: "%s %s", separator: " · ",
	summary: "Summary", proposals: "Proposals", requirements: "Requirements",
	batch: "Summary of a batch of proposals", under: "pack %s %s · %s · as of %s", assessed: "assessed", skipped: "files that could not be read",
	verdicts: "Verdicts", number: "proposals", share: "share (%)",
	distribution: "Scores", band: "band", rangeText: "%d–%d",
	spreads: "Scores by dimension", values: "applies to", mean: "mean", total: "total",
	minimum: "lowest", quartile1: "first quartile", median: "median", quartile3: "third quartile", maximum: "highest",
	toQuartile1: "lowest to first quartile", toMedian: "first quartile to median", toQuartile3: "median to third quartile", toMaximum: "third quartile to highest",
	spreadHelp: "lengths of the parts in the chart", quartiles: "Quartiles are those of QUARTILE.INC in spreadsheets; they and the mean are rounded down to 0.01.",
	mostMissed: "Requirements missed most often", missed: "missed by", missedText: "%s %s",
	id: "id", dimension: "dimension", severity: "severity", weight: "weight",
	applies: "applies to", fail: "fail", partial: "partial", manual: "manual", failure: "error", waived: "waived", vetoes: "vetoes",
	lost: "weight lost in all", sentence: "sentence", quote: "source", reading: "asks",
	severities: map[catalog.Severity]string{catalog.Veto: "veto", catalog.Major: "major", catalog.Minor: "minor"},
}
