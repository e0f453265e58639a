package aiplus.flags

# Data. A proposal that does not even say its type is not excused from anything by that.

default data_bearing := false

data_bearing if count(because.data_bearing) > 0

because.data_bearing contains ["data", "datasets"] if _has_datasets

because.data_bearing contains path if some path in because.train

because.data_bearing contains ["project", "type"] if {
	input.proposal.project.type in {"foundation_model", "dataset", "application", "governance_service"}
}

because.data_bearing contains ["project", "type"] if not input.proposal.project.type

because.data_bearing contains guard.path if some guard in _data_guards

# An application with a model runs on some data: an empty list is a gap, not an exemption.
_data_guards contains {
	"flag": "data_bearing",
	"code": "models_without_data",
	"path": ["data", "datasets"],
	"related": [["models"]],
	"args": {},
} if {
	count(input.proposal.models) > 0
	not _has_datasets
	_needs_data
}

_has_datasets if count(input.proposal.data.datasets) > 0

_needs_data if input.proposal.project.type == "application"

_needs_data if train

# Training or fine-tuning.

default train := false

train if count(because.train) > 0

because.train contains ["models", i, "origin"] if {
	some i, model in input.proposal.models
	model.origin in {"self_trained", "fine_tuned"}
}

because.train contains ["project", "type"] if input.proposal.project.type == "dataset"

# A model that keeps its origin to itself is taken for a trained one when there are data to train with.
because.train contains ["data", "datasets", i, "purpose"] if {
	some model in input.proposal.models
	not model.origin
	some i, dataset in input.proposal.data.datasets
	some purpose in dataset.purpose
	purpose in {"pretrain", "finetune", "rl"}
}

# Annotated or synthetic data.

default annot := false

annot if count(because.annot) > 0

because.annot contains ["data", "datasets", i, "annotation", "needed"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.annotation.needed
}

because.annot contains ["data", "datasets", i, "synthetic", "share_pct"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.synthetic.share_pct > 0
}

# A source that is synthetic with a share of 0 beside it contradicts itself: DATA-05 has to see it.
because.annot contains ["data", "datasets", i, "source"] if {
	some i, dataset in input.proposal.data.datasets
	dataset.source == "synthetic"
}

# Data of several parties. Who holds the rights decides, not a switch.

default multi := false

multi if count(because.multi) > 0

because.multi contains ["data", "datasets", i, "rights", "hold", j] if {
	some i, dataset in input.proposal.data.datasets
	some j, holder in dataset.rights.hold
	not holder in _applicant
}

_applicant := {"applicant", "申报单位", object.get(input.proposal, ["applicant", "name"], "applicant")}

# Data that came by agreement belong to somebody; when nobody is named, that somebody is another.
because.multi contains ["data", "datasets", i, "source"] if {
	some i, dataset in input.proposal.data.datasets
	count(object.get(dataset, ["rights", "hold"], [])) == 0
	dataset.source in {"agreement", "public_authorised"}
}

because.multi contains ["data", "datasets", i, "source_detail_zh"] if {
	some i, dataset in input.proposal.data.datasets
	regex.match(`(?i)购买|购入|买断|数据采购|采购[^。；;，,]{0,8}数据|众包|purchased|bought|crowd`, dataset.source_detail_zh)
}

because.multi contains ["data", "benefit_sharing", "parties"] if {
	count(input.proposal.data.benefit_sharing.parties) > 1
}
