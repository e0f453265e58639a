# METADATA
# title: What a dataset is for
# description: >-
#   Which demands a dataset has to meet follows from its purpose. Answering questions (rag) and running the service
#   (operation) ask less of a dataset than training a model or measuring one.
# custom:
#   title_zh: 数据集的用途
#   description_zh: 数据集要满足哪些要求取决于用途：用于问答检索（rag）和日常运行（operation）的，要求低于训练和评测所用的。
package aiplus.checks.datasets

_training := {"pretrain", "finetune", "rl"}

_exempting := {"rag", "operation"}

# METADATA
# description: >-
#   What a finding calls the dataset that stands at the path: its id, or its place in the list when it has none, so
#   that a finding is never lost with the id.
name(path, dataset) := object.get(dataset, "id", path[count(path) - 1])

# METADATA
# description: True for a dataset that a model learns from.
trains(dataset) if {
	some purpose in dataset.purpose
	purpose in _training
}

# METADATA
# description: >-
#   True for a dataset that is only looked things up in or only runs the service. A dataset that does not say what it
#   is for is not exempt.
exempt(dataset) if {
	count(dataset.purpose) > 0
	every purpose in dataset.purpose {
		purpose in _exempting
	}
}

# METADATA
# description: >-
#   True for a dataset whose records count towards the need of the task: everything but the records of daily operation.
serves(dataset) if not _operation_only(dataset)

_operation_only(dataset) if {
	count(dataset.purpose) > 0
	every purpose in dataset.purpose {
		purpose == "operation"
	}
}

# METADATA
# description: >-
#   Indexes of the datasets that quality and diversity are judged on: those a model learns from or is measured on. A
#   project without any is judged on what it looks things up in, so that a choice of purposes cannot end the judgement.
judged(datasets) := measured if {
	measured := {i | some i, dataset in datasets; not exempt(dataset)}
	count(measured) > 0
} else := {i | some i, dataset in datasets; serves(dataset)}
