package config

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// Write writes the configuration as a file that gives it again, with the origin of each value as a comment.
func (l *Loaded) Write(w io.Writer) error {
	root := &yaml.Node{Kind: yaml.MappingNode}
	groups := map[string]*yaml.Node{}
	for _, k := range l.table {
		group, name, nested := strings.Cut(k.name, ".")
		into := root
		if !nested {
			name = group
		} else if into = groups[group]; into == nil {
			into = &yaml.Node{Kind: yaml.MappingNode}
			groups[group] = into
			root.Content = append(root.Content, text(group), into)
		}
		into.Content = append(into.Content, text(name), k.node(&l.Config, l.origins[k.name]))
	}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(root); err != nil {
		return err
	}
	return enc.Close()
}

func text(s string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(s)
	return n
}

// plain is a value whose type follows from how it is written.
func plain(s string) *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: s} }

func sequence(items []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, item := range items {
		n.Content = append(n.Content, text(item))
	}
	return n
}

// node gives a value as it is written. No key of the table holds a secret: keys and certificates are in files of their
// own, and a value that looks like one has been refused.
func (k key) node(c *Config, at Origin) *yaml.Node {
	var n *yaml.Node
	switch field := k.field(c).(type) {
	case *string:
		n = text(*field)
	case *[]string:
		n = sequence(*field)
	case *map[string][]string:
		n = &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
		for _, role := range slices.Sorted(maps.Keys(*field)) {
			n.Content = append(n.Content, text(role), sequence((*field)[role]))
		}
	case *bool:
		n = plain(strconv.FormatBool(*field))
	case *int:
		n = plain(strconv.Itoa(*field))
	case *float64:
		n = plain(strconv.FormatFloat(*field, 'f', -1, 64))
	case *Size:
		n = text(field.String())
	case *time.Duration:
		n = text(durationText(*field))
	}
	n.LineComment = "# " + at.String()
	return n
}
