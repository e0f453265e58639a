package {{.ID}}.flags_test

import data.{{.ID}}.flags

test_all_holds_for_every_project if flags.all with input.proposal as {}
