# METADATA
# title: Fields
# description: Which values of a document are there, by path. A path is an array of keys and array indexes.
package lib.fields

# METADATA
# description: >-
#   The value at a path, undefined when there is none. Unlike a reference it takes the path as a value, so a rule can hold
#   a table of paths.
at(doc, path) := value if {
	value := object.get(doc, path, null)
	value != null
}

# METADATA
# description: The paths, of an array or a set of them, at which nothing is written. "", [] and {} are nothing.
absent(doc, paths) := {path |
	some path in paths
	object.get(doc, path, null) in {null, "", [], {}}
}
