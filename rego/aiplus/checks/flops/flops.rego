# METADATA
# title: Training compute
# description: >-
#   What it takes to train the language models of a proposal: 6·N·D operations, N parameters and D tokens, against the GPU
#   hours stated (X-FLOP). A mixture of experts counts the parameters that are active, where the derivation states them.
# custom:
#   title_zh: 训练算力
#   description_zh: "训练语言模型所需的运算量 6·N·D（N 为参数量，D 为词元数），与所填 GPU 时是否相符（X-FLOP）\
#     。混合专家模型在推导中写明激活参数的，按激活参数计。"
package aiplus.checks.flops

import data.aiplus.thresholds

# METADATA
# description: >-
#   Indexes of the models that the project trains and that write text or code. A model that leaves out its origin, its
#   output or its size is none of another kind by that.
language_models := {i |
	some i in _made
	not _other_kind(input.proposal.models[i])
}

_made := {i | some i, model in input.proposal.models; not _third_party(model)}

_third_party(model) if model.origin in {"third_party_api", "third_party_weights"}

_other_kind(model) if {
	count(model.output_modalities) > 0
	count({modality | some modality in model.output_modalities} & {"text", "code"}) == 0
}

# Speech and characters are recognised by small models.
_other_kind(model) if model.params_b < thresholds.genai_params_b_min.value

# METADATA
# description: >-
#   A disagreement when the GPU hours, stated at the path, are several times fewer than the models take, or several times
#   more although nothing else is trained; args hours, low and high (the estimate), factor. The derivation may name the
#   card and the active parameters. A model without size or tokens adds nothing; alone it is not judged here.
hours_off(path, hours, derivation) := {{
	"path": path,
	"related": [["models", i, field] | some i in _estimated; some field in ["params_b", "train_tokens_b"]],
	"args": {"hours": hours, "low": low, "high": high, "factor": factor},
} |
	count(_estimated) > 0
	cards := _cards(derivation)
	work := sum([_exaflop(i, derivation) | some i in _estimated])
	low := floor(_hours(work, max(cards), thresholds.comp_mfu_max.value))
	high := ceil(_hours(work, min(cards), thresholds.comp_mfu_min.value))
	factor := thresholds.comp_flops_factor_max.value
	_off(hours, low, high, factor)
}

_off(hours, low, _, factor) if hours * factor < low

_off(hours, _, high, factor) if {
	hours > high * factor
	count(_estimated) == count(_made)
}

_estimated := {i |
	some i in language_models
	input.proposal.models[i].params_b
	input.proposal.models[i].train_tokens_b > 0
}

# N and D are in units of 10^9, so the product is in units of 10^18 operations.
_exaflop(i, derivation) := (6 * parameters) * input.proposal.models[i].train_tokens_b if {
	parameters := min({input.proposal.models[i].params_b} | _active(i, derivation))
}

# 1 TFLOPS at 1 % for an hour is 3.6e13 operations.
_hours(exaflop, tflops, percent) := (exaflop * 1000000) / ((tflops * percent) * 36)

# "激活参数37B", "激活370亿参数", "activates 37B". Said of the largest model when there are several.
_active(i, derivation) := {active |
	input.proposal.models[i].params_b == max({input.proposal.models[j].params_b | some j in _estimated})
	said := regex.find_n(`(?:激活|activ)[^0-9。;.]{0,16}[0-9]+(?:\.[0-9]+)?\s*[Bb亿]`, derivation, 1)[0]
	number := to_number(regex.find_n(`[0-9]+(?:\.[0-9]+)?`, said, 1)[0])
	active := number * _unit[regex.find_n(`[Bb亿]$`, said, 1)[0]]
	active > 0
}

_unit := {"B": 1, "b": 1, "亿": 0.1}

# Peaks of the cards that the derivation names, of an H100-class card when it names none.
_cards(derivation) := peaks if {
	words := {word | some word in regex.split(`[^A-Z0-9]+`, upper(derivation))}
	peaks := {peak | some word in words; peak := _peaks[word]}
	count(peaks) > 0
} else := {thresholds.comp_tflops_h100.value}

_peaks := {
	"H100": thresholds.comp_tflops_h100.value,
	"H200": thresholds.comp_tflops_h100.value,
	"H800": thresholds.comp_tflops_h100.value,
	"A100": thresholds.comp_tflops_a100.value,
	"A800": thresholds.comp_tflops_a100.value,
	"H20": thresholds.comp_tflops_h20.value,
	"910B": thresholds.comp_tflops_910b.value,
	"910B1": thresholds.comp_tflops_910b.value,
	"910B2": thresholds.comp_tflops_910b.value,
	"910B3": thresholds.comp_tflops_910b.value,
	"910B4": thresholds.comp_tflops_910b.value,
	"910C": thresholds.comp_tflops_910c.value,
}
