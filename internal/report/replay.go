package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/replay"
)

// ReplayFormat names one way to write what a change of rules does.
type ReplayFormat string

// The formats.
const (
	ReplayText ReplayFormat = "text" // for a terminal
	ReplayJSON ReplayFormat = "json" // one document, the same whatever the language
	ReplayHTML ReplayFormat = "html" // one file that needs nothing else, no script
)

// ReplayVersion names the shape of the JSON; it changes when a field is renamed, removed or means another thing.
const ReplayVersion = "hegui/replay/v1"

// ReplayFormats lists every format, in the order help shows them.
func ReplayFormats() []ReplayFormat { return []ReplayFormat{ReplayText, ReplayJSON, ReplayHTML} }

// ParseReplayFormat finds a format by name; the error lists the known ones.
func ParseReplayFormat(name string) (ReplayFormat, error) {
	if f := ReplayFormat(name); slices.Contains(ReplayFormats(), f) {
		return f, nil
	}
	known := make([]string, 0, len(ReplayFormats()))
	for _, f := range ReplayFormats() {
		known = append(known, string(f))
	}
	return "", fmt.Errorf("unknown format %q; known are %s", name, strings.Join(known, ", "))
}

// Replay is what there is to report about a change of rules.
type Replay struct {
	Result        *replay.Result
	Before, After *catalog.Catalog // the words of either side
	Unreadable    []*Unreadable    // what could not be assessed under both, in the order of the input
}

// WriteReplay writes the whole report. Of the options only Lang, Color, Width and Engine count. The error is an unknown
// format or of the underlying writer.
func WriteReplay(w io.Writer, f ReplayFormat, r *Replay, o Options) error {
	if o.Width == 0 {
		o.Width = 80
	}
	o.Catalog = r.After
	buffered := bufio.NewWriterSize(w, 1<<16)
	var err error
	switch f {
	case ReplayText:
		err = writeReplayText(buffered, r, o)
	case ReplayJSON:
		err = writeReplayJSON(buffered, r, o)
	case ReplayHTML:
		err = writeReplayHTML(buffered, r, o)
	default:
		err = fmt.Errorf("unknown format %q", f)
	}
	if err != nil {
		return err
	}
	return buffered.Flush()
}

// requirementTitle gives a requirement its title under after, else under before.
func (r *Replay) requirementTitle(id string) catalog.Text {
	for _, c := range []*catalog.Catalog{r.After, r.Before} {
		if req, ok := c.Requirement(id); ok && req.ID == id {
			return req.Title
		}
	}
	return catalog.Text{}
}

func (r *Replay) dimensionTitle(id string) catalog.Text {
	for _, c := range []*catalog.Catalog{r.After, r.Before} {
		for _, d := range c.Dimensions {
			if d.ID == id {
				return d.Title
			}
		}
	}
	return catalog.Text{ZH: id, EN: id}
}
