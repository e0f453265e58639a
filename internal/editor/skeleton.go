package editor

import (
	"strings"

	"hegui/internal/pack"
)

// below gives what follows the key of a field that begins at a column: its value if there is only one, room for it, or
// the required fields below it.
func below(f *pack.Field, column int) string {
	indent := "\n" + strings.Repeat(" ", column+2)
	switch {
	case f.List && f.Type == "object":
		return ":" + indent + "- " + required(f, column+4)
	case f.List:
		return ":" + indent + "- "
	case f.Type == "object":
		return ":" + indent + required(f, column+2)
	case len(f.Enum) == 1:
		return ": " + scalarText(f.Enum[0])
	default:
		return ": "
	}
}

// required gives the required fields of an object, the first where the text stands and the others below it at a column.
func required(f *pack.Field, column int) string {
	var parts []string
	for _, child := range f.Children {
		if child.Required {
			parts = append(parts, child.Key+below(child, column))
		}
	}
	return strings.Join(parts, "\n"+strings.Repeat(" ", column))
}

// inBraces gives what follows the key of a field in braces.
func inBraces(f *pack.Field) string {
	switch {
	case f.List:
		return ": []"
	case f.Type == "object":
		return ": {}"
	case len(f.Enum) == 1:
		return ": " + scalarText(f.Enum[0])
	default:
		return ": "
	}
}
