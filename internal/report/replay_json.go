package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"hegui/internal/catalog"
	"hegui/internal/replay"
)

// The JSON of a replay is its result with the titles of both languages. Scores and their changes are in basis points,
// probabilities in millionths.
type (
	jsonReplay struct {
		Version string `json:"version"`
		Engine  string `json:"engine"`
		*replay.Result
		Dimensions   []jsonReplayDimension   `json:"dimensions"`
		Requirements []jsonReplayRequirement `json:"requirements"`
		Unreadable   []jsonUnreadable        `json:"unreadable"`
		Rows         *struct{}               `json:"rows,omitempty"` // in the way of the result's: they are written one by one
	}
	jsonReplayDimension struct {
		replay.Dimension
		Title catalog.Text `json:"title"`
	}
	jsonReplayRequirement struct {
		replay.Requirement
		Title catalog.Text `json:"title"`
	}
)

func writeReplayJSON(w io.Writer, r *Replay, o Options) error {
	out := jsonReplay{
		Version: ReplayVersion, Engine: o.Engine, Result: r.Result,
		Dimensions: []jsonReplayDimension{}, Requirements: []jsonReplayRequirement{}, Unreadable: []jsonUnreadable{},
	}
	for _, d := range r.Result.Dimensions {
		out.Dimensions = append(out.Dimensions, jsonReplayDimension{d, r.dimensionTitle(d.ID)})
	}
	for _, req := range r.Result.Requirements {
		out.Requirements = append(out.Requirements, jsonReplayRequirement{req, r.requirementTitle(req.ID)})
	}
	for _, u := range r.Unreadable {
		out.Unreadable = append(out.Unreadable, unreadableJSON(u))
	}
	var head bytes.Buffer
	enc := json.NewEncoder(&head)
	enc.SetEscapeHTML(false) // as in the other results
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("write replay: %w", err)
	}
	// A line for each proposal, last: a hundred thousand of them are never held as text at once.
	if _, err := fmt.Fprintf(w, "%s,\n  \"rows\": [", bytes.TrimSuffix(head.Bytes(), []byte("\n}\n"))); err != nil {
		return err
	}
	separator := "\n    "
	for i := range r.Result.Rows {
		row, err := compact(&r.Result.Rows[i])
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(w, "%s%s", separator, row); err != nil {
			return err
		}
		separator = ",\n    "
	}
	_, err := fmt.Fprint(w, "\n  ]\n}\n")
	return err
}
