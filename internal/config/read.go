package config

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"hegui/internal/catalog"
)

// maxFile is the largest configuration that is read: the longest sensible one has some thousand bytes.
const maxFile = 256 << 10

// reader fills a configuration from its sources and gathers what is wrong with them.
type reader struct {
	Sources
	*Loaded
	faults []Fault
}

func (r *reader) fault(at Origin, key string, text catalog.Text) {
	r.faults = append(r.faults, Fault{at, key, text})
}

// file reads the YAML file. Nodes are read, not values: only they have lines, and the library's values lose what follows
// the first document.
func (r *reader) file() {
	if len(r.File) > maxFile {
		r.fault(Origin{Name: r.Name}, "", say(tooLong, maxFile>>10))
		return
	}
	dec := yaml.NewDecoder(bytes.NewReader(r.File))
	var doc yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return
	case err != nil:
		r.syntax(err)
		return
	}
	r.group("", doc.Content[0])
	var next yaml.Node
	switch err := dec.Decode(&next); {
	case err == nil:
		r.fault(r.at(&next), "", secondDocument)
	case !errors.Is(err, io.EOF):
		r.syntax(err)
	}
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

func (r *reader) syntax(err error) {
	at, text := Origin{Name: r.Name}, err.Error()
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		at.Line, _ = strconv.Atoi(m[1]) // no line is line 0
		text = text[len(m[0]):]
	}
	r.fault(at, "", say(badYAML, text))
}

func (r *reader) at(n *yaml.Node) Origin { return Origin{Name: r.Name, Line: n.Line} }

// group reads a mapping whose keys are those of the table below prefix.
func (r *reader) group(prefix string, n *yaml.Node) {
	name := strings.TrimSuffix(prefix, ".")
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" { // a group whose lines are all commented out
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fault(r.at(n), name, wantGroup)
		return
	}
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		full := prefix + k.Value
		if k.Kind != yaml.ScalarNode || k.Anchor != "" || k.Tag == "!!merge" {
			r.fault(r.at(k), name, noAnchors)
			continue
		}
		if line, twice := seen[k.Value]; twice {
			r.fault(r.at(k), full, say(duplicateKey, line))
			continue
		}
		seen[k.Value] = k.Line
		if key, ok := r.key(full); ok {
			r.node(key, v)
		} else if len(r.below(full+".")) > 0 {
			r.group(full+".", v)
		} else {
			r.unknown(r.at(k), prefix, k.Value)
		}
	}
}

func (r *reader) key(name string) (key, bool) {
	for _, k := range r.table {
		if k.name == name {
			return k, true
		}
	}
	return key{}, false
}

// below lists the next names below a prefix, "limits." or "".
func (r *reader) below(prefix string) []string {
	var names []string
	for _, k := range r.table {
		if rest, ok := strings.CutPrefix(k.name, prefix); ok {
			name, _, _ := strings.Cut(rest, ".")
			names = append(names, name)
		}
	}
	return names
}

// unknown names the nearest of the keys beside it, else the same name in another group.
func (r *reader) unknown(at Origin, prefix, name string) {
	near, ok := r.Near(name, r.below(prefix))
	for _, k := range r.table {
		if !ok && strings.HasSuffix(k.name, "."+name) {
			near, ok = k.name, true
		}
	}
	if ok {
		r.fault(at, prefix+name, say(unknownKeyNear, near))
	} else {
		r.fault(at, prefix+name, unknownKey)
	}
}

// node reads the value of a key from the file.
func (r *reader) node(k key, n *yaml.Node) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		r.fault(r.at(n), k.name, noAnchors)
		return
	}
	if t, ok := k.setNode(&r.Config, n); !ok {
		r.fault(r.at(n), k.name, t)
		return
	}
	r.origins[k.name] = r.at(n)
}

// text reads the value of a key from a variable or a flag.
func (r *reader) text(k key, text string, at Origin) {
	if t, ok := k.set(&r.Config, text); !ok {
		r.fault(at, "", t)
		return
	}
	r.origins[k.name] = at
}

// others are the variables of the program that are no keys of the service.
var others = []string{"HEGUI_CONFIG", "HEGUI_LANG"}

// environment reads the variables. An empty one counts as not set; one that nobody knows is an error, since a limit that
// is misspelt is no limit.
func (r *reader) environment() {
	known := map[string]key{}
	names := append([]string(nil), others...)
	for _, k := range r.table {
		known[k.variable()] = k
		names = append(names, k.variable())
	}
	for _, line := range r.Environ {
		name, value, _ := strings.Cut(line, "=")
		if !strings.HasPrefix(name, "HEGUI_") || name == others[0] || name == others[1] {
			continue
		}
		k, ok := known[name]
		switch near, found := r.Near(name, names); {
		case ok && value != "":
			r.text(k, value, Origin{Name: name})
		case ok:
		case found:
			r.fault(Origin{Name: name}, "", say(unknownVariableNear, near))
		default:
			r.fault(Origin{Name: name}, "", unknownVariable)
		}
	}
}
