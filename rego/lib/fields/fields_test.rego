package lib.fields_test

import data.lib.fields

_doc := {
	"title": "t",
	"note": "",
	"tags": [],
	"more": {},
	"nothing": null,
	"off": false,
	"zero": 0,
	"list": [{"name": "a"}, {"name": ""}],
}

test_at_finds_a_value if fields.at(_doc, ["list", 0, "name"]) == "a"

test_at_finds_false_and_zero if [fields.at(_doc, ["off"]), fields.at(_doc, ["zero"])] == [false, 0]

test_at_is_undefined_without_a_value[path] if {
	some path in [["nowhere"], ["list", 2], ["list", 0, "name", "deeper"], ["nothing"]]
	not fields.at(_doc, path)
}

test_absent_of_a_set if {
	paths := {["title"], ["note"], ["tags"], ["more"], ["nothing"], ["off"], ["zero"], ["list", 0, "name"], ["list", 1, "name"], ["nowhere"]}
	fields.absent(_doc, paths) == {["note"], ["tags"], ["more"], ["nothing"], ["list", 1, "name"], ["nowhere"]}
}

test_absent_of_an_array if fields.absent(_doc, [["title"], ["nowhere"]]) == {["nowhere"]}

test_everything_is_absent_from_nothing if fields.absent({}, {["a"], ["b", "c"]}) == {["a"], ["b", "c"]}
