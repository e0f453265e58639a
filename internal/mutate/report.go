package mutate

import (
	"slices"
	"strings"
	"time"
)

// Counts are how many mutants came to what.
type Counts struct {
	Killed     int `json:"killed"`
	TimedOut   int `json:"timed_out"`
	Survived   int `json:"survived"` // with those that no test evaluates
	Unseen     int `json:"unseen"`   // among the survivors
	Equivalent int `json:"equivalent"`
	Discarded  int `json:"discarded"`
}

// Judged is how many mutants the rate is about: the others are no valid Rego, or equivalent.
func (c Counts) Judged() int { return c.Killed + c.TimedOut + c.Survived }

// Rate is the share of mutants that a test noticed, in hundredths of a per cent, rounded down; 10000 when there is none to
// judge.
func (c Counts) Rate() int {
	if c.Judged() == 0 {
		return 10000
	}
	return (c.Killed + c.TimedOut) * 10000 / c.Judged()
}

func (c *Counts) add(o Outcome) {
	switch o {
	case Killed:
		c.Killed++
	case Endless:
		c.TimedOut++
	case Survived:
		c.Survived++
	case Unseen:
		c.Survived++
		c.Unseen++
	case Excused:
		c.Equivalent++
	case Discarded:
		c.Discarded++
	}
}

// FileCounts are those of one file.
type FileCounts struct {
	File string `json:"file"`
	Counts
}

// Report is what a run found.
type Report struct {
	Generated int           // mutants that the pack has
	Chosen    int           // of them, those that were to be run
	Partial   bool          // the run ended before all of them were
	Tests     int           // test rules of the pack
	Results   []Result      // of those that were run, in the order of file and line
	Total     Counts        // of the results
	Files     []FileCounts  // by file, most survivors first
	Stale     []Equivalent  // entries that name no survivor
	Prepare   time.Duration // to compile the pack and to run its tests without a mutant
	Elapsed   time.Duration // of the whole run
	PerSecond float64       // mutants run, once prepared
}

func summarize(results []Result, generated, chosen int) *Report {
	return &Report{Generated: generated, Chosen: chosen, Partial: len(results) < chosen, Results: results}
}

// count adds up the results.
func (r *Report) count() {
	byFile := map[string]*FileCounts{}
	for i := range r.Results {
		file := r.Results[i].File
		if byFile[file] == nil {
			byFile[file] = &FileCounts{File: file}
		}
		byFile[file].add(r.Results[i].Outcome)
		r.Total.add(r.Results[i].Outcome)
	}
	for _, c := range byFile {
		r.Files = append(r.Files, *c)
	}
	slices.SortFunc(r.Files, func(a, b FileCounts) int {
		if a.Survived != b.Survived {
			return b.Survived - a.Survived
		}
		return strings.Compare(a.File, b.File)
	})
}

// Survivors lists the mutants that no test noticed and that are not equivalent.
func (r *Report) Survivors() []Result {
	var out []Result
	for _, res := range r.Results {
		if res.Outcome == Survived || res.Outcome == Unseen {
			out = append(out, res)
		}
	}
	return out
}
