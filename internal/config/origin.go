package config

import "strconv"

// Origin is where a value comes from. The zero value is the default.
type Origin struct {
	Name string // of the file, the variable or the flag
	Line int    // in the file, from 1; 0 elsewhere
}

// String writes it as people look for it: default, hegui.yaml:7, HEGUI_ADDRESS, --addr.
func (o Origin) String() string {
	switch {
	case o.Name == "":
		return "default"
	case o.Line > 0:
		return o.Name + ":" + strconv.Itoa(o.Line)
	default:
		return o.Name
	}
}
