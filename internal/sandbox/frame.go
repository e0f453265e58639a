package sandbox

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// Parent and child speak in frames: four bytes of length, big endian, and JSON. The parent asks, the child answers, one
// after the other. Neither believes a length beyond its limit.
const (
	maxQuestion = 48 << 20 // a pack of 10 MiB whose every byte JSON escapes stays below
	maxAnswer   = 16 << 20 // findings of 1 MiB, as JSON, where every byte may take 6
	maxPlan     = 4 << 20  // the one of the pack that is built in has half a MiB
)

var errTooLong = errors.New("the frame is longer than allowed")

// question is what the parent asks: one of the fields is set.
type question struct {
	Load *load     `json:"load,omitempty"`
	Plan bool      `json:"plan,omitempty"` // make a plan of the pack, use it, and say what it is
	Eval *evaluate `json:"eval,omitempty"`
}

// load asks to load a pack.
type load struct {
	Nice  int               `json:"nice,omitempty"` // added to the niceness of the child before it does anything else
	ID    string            `json:"id"`
	Files map[string][]byte `json:"files"`
	Plan  []byte            `json:"made,omitempty"` // what the answer to Plan was before; ignored where it is of other rules
}

// evaluate asks what the rules say about one input.
type evaluate struct {
	Input    json.RawMessage `json:"input"`
	Readings bool            `json:"readings,omitempty"`
}

// answer is what the child says: one of the fields is set.
type answer struct {
	Loaded     *summary           `json:"loaded,omitempty"`
	Problems   []problem          `json:"problems,omitempty"` // why the pack is invalid
	Evaluation *assess.Evaluation `json:"evaluation,omitempty"`
	Plan       []byte             `json:"plan,omitempty"`
	Err        string             `json:"err,omitempty"`
}

// problem is one reason why a pack is invalid; its text is cut to what a person reads.
type problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Message string `json:"message"`

	Text   catalog.Text `json:"text"`
	Repair catalog.Text `json:"repair"`
}

// summary is what the parent has to know of compiled rules.
type summary struct {
	Digest     string              `json:"digest"`
	Planned    bool                `json:"planned,omitempty"` // the plan is used
	Stems      []string            `json:"stems"`
	Files      map[string]string   `json:"files"`      // by stem
	Statements map[string][]string `json:"statements"` // by stem
	Thresholds map[string][]string `json:"thresholds"` // by stem
	Readings   map[string][]string `json:"readings"`   // alternatives by reading
}

func writeFrame(w io.Writer, v any, limit int) error {
	body, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write frame: %w", err)
	}
	if len(body) > limit {
		return errTooLong
	}
	frame := make([]byte, 4, 4+len(body))
	binary.BigEndian.PutUint32(frame, uint32(len(body)))
	_, err = w.Write(append(frame, body...))
	return err
}

func readFrame(r io.Reader, into any, limit uint32) error {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return err
	}
	size := binary.BigEndian.Uint32(head[:])
	if size > limit {
		return errTooLong
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(r, body); err != nil {
		return err
	}
	return json.Unmarshal(body, into)
}
