package aiplus.checks.metrics_test

import data.aiplus.checks.metrics

_lower := {
	"WER", "字错率", "Mean error", "误差(mm)", "p95 latency", "平均时延", "幻觉率", "validation loss", "perplexity", "漏检率",
}

_not_lower := {
	"macro-F1", "准确率", "concert detection", "error detection accuracy", "误差检出率", "缺陷召回率", "果园独立测试集D2-test",
}

test_lower_is_better[name] if {
	some name in _lower
	metrics.lower_is_better(name)
}

test_higher_is_better[name] if {
	some name in _not_lower
	not metrics.lower_is_better(name)
}
