package config

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"hegui/internal/catalog"
)

// set reads a value as people write it in a variable or a flag: a list with commas, roles with spaces between them. False
// comes with what is wrong; the configuration is then as before.
func (k key) set(c *Config, text string) (catalog.Text, bool) {
	switch field := k.field(c).(type) {
	case *[]string:
		var items []string
		for item := range strings.SplitSeq(text, ",") {
			if item = strings.TrimSpace(item); item != "" {
				items = append(items, item)
			}
		}
		return k.list(field, items)
	case *map[string][]string:
		roles := map[string][]string{}
		for item := range strings.FieldsSeq(text) {
			role, scopes, _ := strings.Cut(item, "=")
			if role == "" || scopes == "" {
				return wantRolesText, false
			}
			if _, again := roles[role]; again {
				return say(twice, shown(role)), false
			}
			roles[role] = strings.Split(scopes, ",")
		}
		keep(field, roles)
		return catalog.Text{}, true
	default:
		return k.scalar(c, text)
	}
}

// setNode reads a value from the file, where a list is a list and a number is no text.
func (k key) setNode(c *Config, n *yaml.Node) (catalog.Text, bool) {
	switch field := k.field(c).(type) {
	case *[]string:
		items, ok := texts(n)
		if !ok {
			return wantList, false
		}
		return k.list(field, items)
	case *map[string][]string:
		return mapping(field, n)
	case *string:
		if n.Kind != yaml.ScalarNode || n.Tag != "!!str" {
			return wantText, false
		}
	case *bool:
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
			return wantBool, false
		}
	default:
		if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
			return k.shape(c), false
		}
	}
	return k.scalar(c, n.Value)
}

func (k key) list(field *[]string, items []string) (catalog.Text, bool) {
	for i, item := range items {
		if slices.Contains(items[:i], item) {
			return say(twice, shown(item)), false
		}
		if k.check == nil {
			continue
		}
		if t, ok := k.check(item); !ok {
			return t, false
		}
	}
	if len(items) == 0 && k.def != "" {
		return missing, false
	}
	*field = items
	return catalog.Text{}, true
}

func texts(n *yaml.Node) ([]string, bool) {
	if n.Kind != yaml.SequenceNode {
		return nil, false
	}
	var items []string
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode || item.Tag != "!!str" {
			return nil, false
		}
		items = append(items, item.Value)
	}
	return items, true
}

func mapping(field *map[string][]string, n *yaml.Node) (catalog.Text, bool) {
	if n.Kind != yaml.MappingNode {
		return wantRoles, false
	}
	roles := map[string][]string{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		scopes, ok := texts(n.Content[i+1])
		if !ok || len(scopes) == 0 || name.Kind != yaml.ScalarNode || name.Tag != "!!str" {
			return wantRoles, false
		}
		if _, again := roles[name.Value]; again {
			return say(twice, shown(name.Value)), false
		}
		roles[name.Value] = scopes
	}
	keep(field, roles)
	return catalog.Text{}, true
}

func keep(field *map[string][]string, roles map[string][]string) {
	if *field = roles; len(roles) == 0 {
		*field = nil
	}
}

// scalar reads a single value, holds it to its range and keeps it.
func (k key) scalar(c *Config, text string) (catalog.Text, bool) {
	switch field := k.field(c).(type) {
	case *string:
		if t, ok := k.valid(text); !ok {
			return t, false
		}
		*field = text
	case *bool:
		if text != "true" && text != "false" {
			return wantBool, false
		}
		*field = text == "true"
	case *int:
		return amount(k, field, text, strconv.Atoi)
	case *float64:
		return amount(k, field, text, func(s string) (float64, error) {
			v, err := strconv.ParseFloat(s, 64)
			if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
				err = strconv.ErrRange
			}
			return v, err
		})
	case *Size:
		return amount(k, field, text, parseSize)
	case *time.Duration:
		return amount(k, field, text, time.ParseDuration)
	}
	return catalog.Text{}, true
}

// shape says what an amount looks like.
func (k key) shape(c *Config) catalog.Text {
	switch k.field(c).(type) {
	case *Size:
		return wantSize
	case *time.Duration:
		return wantDuration
	default:
		return wantNumber
	}
}

func amount[T cmp.Ordered](k key, field *T, text string, parse func(string) (T, error)) (catalog.Text, bool) {
	v, err := parse(text)
	if err != nil {
		return k.shape(&Config{}), false
	}
	least, _ := parse(k.least) // of the table
	most, _ := parse(k.most)
	if v < least || v > most {
		return say(outOfRange, shown(text), k.least, k.most), false
	}
	*field = v
	return catalog.Text{}, true
}

func (k key) valid(text string) (catalog.Text, bool) {
	switch {
	case k.choices != nil && !slices.Contains(k.choices, text):
		return say(wantChoice, shown(text), strings.Join(k.choices, ", ")), false
	case k.check != nil && (text != "" || k.def != ""): // an empty text unsets what has no default
		return k.check(text)
	}
	return catalog.Text{}, true
}

// units of sizes, the largest first.
var units = []struct {
	name  string
	bytes Size
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"B", 1}}

func parseSize(s string) (Size, error) {
	for _, u := range units {
		if digits, ok := strings.CutSuffix(s, u.name); ok {
			n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
			if err == nil && (n < 0 || n > math.MaxInt64/int64(u.bytes)) {
				err = strconv.ErrRange
			}
			return Size(n) * u.bytes, err
		}
	}
	return 0, strconv.ErrSyntax
}

// String writes a size with the largest unit that it is a whole number of.
func (s Size) String() string {
	for _, u := range units {
		if s >= u.bytes && s%u.bytes == 0 {
			return fmt.Sprintf("%d%s", s/u.bytes, u.name)
		}
	}
	return fmt.Sprintf("%dB", int64(s))
}

// durationText writes a duration without parts that are zero: 2s, 10m.
func durationText(d time.Duration) string {
	s := d.String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}
