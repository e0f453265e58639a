package report

import (
	"bytes"
	"encoding/json"
	"fmt"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// The lines of NDJSON. Each names its version, because each may be kept by itself.
type (
	jsonLine struct {
		Version string `json:"version"`
		jsonAssessment
	}
	jsonUnreadableLine struct {
		Version string `json:"version"`
		jsonUnreadable
	}
)

// Encode writes one assessment as one line of JSON without a line break: the fields of the JSON format, after the
// version. [Decode] reads it back. The error is a catalog that is not the one the assessment was made with.
func Encode(a *assess.Assessment, c *catalog.Catalog) ([]byte, error) {
	return newAppender(c).line(a)
}

// EncodeUnreadable writes, as one line of JSON without a line break, why a file could not be assessed.
func EncodeUnreadable(u *Unreadable) ([]byte, error) {
	return compact(jsonUnreadableLine{ResultVersion, unreadableJSON(u)})
}

// compact gives JSON in one line, without its break.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("encode result: %w", err)
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// fits says whether a catalog has the words for an assessment: one that was read from a file may be of another pack.
func fits(a *assess.Assessment, c *catalog.Catalog) error {
	other := fmt.Errorf("the result of pack %q %s does not fit the catalog of %q %s", a.Pack.ID, a.Pack.Version, c.ID, c.Version)
	if len(a.Results) != len(c.Requirements) {
		return other
	}
	for i := range a.Results {
		if a.Results[i].Requirement != c.Requirements[i].ID {
			return other
		}
	}
	if a.Readings == nil {
		return nil
	}
	for _, effect := range a.Readings.Readings {
		if reading, ok := c.Reading(effect.Reading); !ok || len(effect.Alternatives) != len(reading.Alternatives) {
			return other
		}
	}
	return nil
}
