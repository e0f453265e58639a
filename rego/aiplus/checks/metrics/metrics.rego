# METADATA
# title: Metrics
# description: Which way is up for a metric, as far as its name tells.
# custom:
#   title_zh: 评测指标的方向
#   description_zh: 从指标名称看，是越高越好还是越低越好。
package aiplus.checks.metrics

# METADATA
# description: >-
#   True when the name is that of an error, a loss or a delay, which is better when lower. English names are compared as
#   whole words, because "cer" is also in "concert"; the accuracy of finding errors is an accuracy.
lower_is_better(metric) if {
	count(_words(metric) & _lower_words) > 0
	not _higher_is_better(metric)
}

lower_is_better(metric) if {
	some part in _lower_parts
	contains(metric, part)
	not _higher_is_better(metric)
}

_higher_is_better(metric) if count(_words(metric) & _higher_words) > 0

_higher_is_better(metric) if {
	some part in _higher_parts
	contains(metric, part)
}

_words(metric) := {word | some word in regex.split(`[^a-z0-9]+`, lower(metric))}

_lower_words := {
	"error", "errors", "loss", "cer", "wer", "mae", "mse", "rmse", "nrmse", "mape", "perplexity", "ppl", "eer", "der",
	"fid", "fpr", "fnr", "latency",
}

_lower_parts := {
	"误差", "错误率", "误识率", "误报率", "误检率", "误判率", "误诊率", "漏报率", "漏检率", "漏诊率", "拒识率", "字错率",
	"词错率", "失败率", "幻觉率", "困惑度", "损失", "偏差", "延迟", "时延",
}

_higher_words := {"accuracy", "precision", "recall", "f1", "auc", "auroc", "map", "iou", "dice"}

_higher_parts := {"准确率", "正确率", "精确率", "召回率", "检出率"}
