package server

import (
	"context"
	"encoding/json"

	"hegui/internal/assess"
	"hegui/internal/store"
)

// aboutItem reads from the result of an item what a table of many shows of it; nil without a result. Of the result only that is
// decoded: a thousand of them are asked for at a time.
func aboutItem(ctx context.Context, tx *store.Tx, item *store.Item) (*ItemAbout, error) {
	if item.Assessment == "" {
		return nil, nil
	}
	line, err := tx.Result(ctx, item.Assessment)
	if err != nil {
		return nil, err
	}
	var is struct {
		Project  string `json:"project"`
		Title    string `json:"title"`
		Decision struct {
			Dimensions []struct {
				Dimension string       `json:"dimension"`
				Score     assess.Score `json:"score"`
				Possible  int          `json:"possible"`
			} `json:"dimensions"`
		} `json:"decision"`
	}
	if err := json.Unmarshal(line, &is); err != nil {
		return nil, err
	}
	out := ItemAbout{Project: is.Project, Title: is.Title, Dimensions: []ItemDimension{}}
	for _, d := range is.Decision.Dimensions {
		if d.Possible > 0 {
			out.Dimensions = append(out.Dimensions, ItemDimension{Dimension: d.Dimension, Score: d.Score.String()})
		}
	}
	return &out, nil
}
