# METADATA
# title: Edits
# description: >-
#   One edit to a document, for tests that stand on a case and change one thing of it. Only tests use it, so it is one.
package lib.edits_test

# METADATA
# description: The document with a value at a path of one to eight steps, of which the last may be new.
put(doc, [a], value) := _with(doc, a, value)

put(doc, [a, b], value) := _with(doc, a, _put1(doc[a], [b], value))

put(doc, [a, b, c], value) := _with(doc, a, _put2(doc[a], [b, c], value))

put(doc, [a, b, c, d], value) := _with(doc, a, _put3(doc[a], [b, c, d], value))

put(doc, [a, b, c, d, e], value) := _with(doc, a, _put4(doc[a], [b, c, d, e], value))

put(doc, [a, b, c, d, e, f], value) := _with(doc, a, _put5(doc[a], [b, c, d, e, f], value))

put(doc, [a, b, c, d, e, f, g], value) := _with(doc, a, _put6(doc[a], [b, c, d, e, f, g], value))

put(doc, [a, b, c, d, e, f, g, h], value) := _with(doc, a, _put7(doc[a], [b, c, d, e, f, g, h], value))

_put1(doc, [a], value) := _with(doc, a, value)

_put2(doc, [a, b], value) := _with(doc, a, _put1(doc[a], [b], value))

_put3(doc, [a, b, c], value) := _with(doc, a, _put2(doc[a], [b, c], value))

_put4(doc, [a, b, c, d], value) := _with(doc, a, _put3(doc[a], [b, c, d], value))

_put5(doc, [a, b, c, d, e], value) := _with(doc, a, _put4(doc[a], [b, c, d, e], value))

_put6(doc, [a, b, c, d, e, f], value) := _with(doc, a, _put5(doc[a], [b, c, d, e, f], value))

_put7(doc, [a, b, c, d, e, f, g], value) := _with(doc, a, _put6(doc[a], [b, c, d, e, f, g], value))

_with(doc, key, value) := object.union(object.remove(doc, [key]), {key: value}) if is_object(doc)

_with(doc, key, value) := array.concat(
	array.concat(array.slice(doc, 0, key), [value]),
	array.slice(doc, key + 1, count(doc)),
) if {
	is_array(doc)
}

# METADATA
# description: The document without what a path of strings leads to.
drop(doc, path) := json.remove(doc, [path])

test_put if {
	put({"a": 1}, ["a"], 2) == {"a": 2}
	put({"a": 1}, ["b"], 2) == {"a": 1, "b": 2}
	put({"a": {"x": 1}}, ["a"], {"y": 2}) == {"a": {"y": 2}}
	put({"a": [{"b": 1}, {"b": 2}]}, ["a", 1, "b"], 3) == {"a": [{"b": 1}, {"b": 3}]}
	put({"a": [1, 2]}, ["a", 2], 3) == {"a": [1, 2, 3]}
	put([[[[[[[[0]]]]]]]], [0, 0, 0, 0, 0, 0, 0, 0], 1) == [[[[[[[[1]]]]]]]]
}

test_drop if {
	drop({"a": {"b": 1, "c": 2}}, ["a", "b"]) == {"a": {"c": 2}}
	drop({"a": [{"b": 1}]}, ["a", "0", "b"]) == {"a": [{}]}
}
