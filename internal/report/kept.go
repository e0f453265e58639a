package report

import (
	"bytes"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// DecodeKept reads of a line that [Encode] wrote what statistics, tables, comparisons and receipts need, in a thirtieth of the
// time that [Decode] takes: everything but places, arguments, words, flags, guards, warnings, hints, readings and the way to
// repair. Of each finding it gives requirement, code and fingerprint, which tell whether two assessments found the same.
//
// It is for lines that are known to be what Encode wrote, such as those of a store that holds them against their digest: what it
// passes over it does not look at. A line that it does not understand is given to Decode, whose errors are its own.
func DecodeKept(line []byte) (*assess.Assessment, error) {
	var a assess.Assessment
	r := keptReader{scan: scan{b: line}}
	r.line(&a)
	if r.bad || r.version != ResultVersion || a.Verify() != nil {
		return Decode(line)
	}
	return &a, nil
}

// Enough says whether what [DecodeKept] gives of a result is all that a writer uses of those that are still to be added. It may be
// asked while another goroutine adds results.
func Enough(w Writer) bool {
	switch w := w.(type) {
	case *csvTable, *workbook:
		return true
	case *page:
		return w.full.Load()
	default:
		return false
	}
}

// Rename gives a line that [Encode] wrote under another name of the file: the same bytes that Encode writes of what [Decode]
// reads, when that is named so. c is the catalog that the assessment was made with, engine the version of hegui that writes.
// The line is known to be what Encode wrote; see [DecodeKept]. The error is that of Decode or Encode.
func Rename(line []byte, file string, c *catalog.Catalog, engine string) ([]byte, error) {
	s := scan{b: line}
	begin := `{"version":"` + ResultVersion + `","file":`
	if s.word(begin); !s.bad {
		s.skip()
		rest := line[s.at:]
		if !s.bad && sameEngine(rest, engine) { // another version may write what it read in other words
			out := make([]byte, 0, len(line)+len(file)+2)
			out = appendText(append(out, begin...), file, false)
			return append(out, rest...), nil
		}
	}
	a, err := Decode(line)
	if err != nil {
		return nil, err
	}
	a.File = file
	return Encode(a, c)
}

// sameEngine says whether what follows the name of the file was written by a version of hegui.
func sameEngine(rest []byte, engine string) bool {
	s := scan{b: rest}
	for !s.bad && s.next(',') {
		key := s.quoted()
		s.word(":")
		if string(key) == "engine" {
			return s.text() == engine && !s.bad
		}
		s.skip()
	}
	return false
}

// keptReader reads the fields of a result in whatever order they come, and passes over those that it does not know.
type keptReader struct {
	scan
	version string
}

func (r *keptReader) line(a *assess.Assessment) {
	r.object(func(key []byte) {
		switch string(key) {
		case "version":
			r.version = r.text()
		case "file":
			a.File = r.text()
		case "sha256":
			a.SHA256 = r.text()
		case "content_sha256":
			a.ContentSHA256 = r.text()
		case "project":
			a.Project = r.text()
		case "title":
			a.Title = r.text()
		case "pack":
			r.pack(&a.Pack)
		case "engine":
			a.Engine = r.text()
		case "profile":
			a.Profile = r.text()
		case "as_of":
			a.AsOf = r.text()
		case "decision":
			r.decision(&a.Decision)
		case "unwaived":
			a.Unwaived = &assess.Decision{}
			r.decision(a.Unwaived)
		case "form":
			a.Form = r.findings()
		case "results":
			a.Results = []assess.Result{}
			r.list(func() {
				a.Results = append(a.Results, assess.Result{})
				r.result(&a.Results[len(a.Results)-1])
			})
		case "waivers":
			a.Waivers = []assess.WaiverUse{}
			r.other(&a.Waivers)
		default:
			r.skip()
		}
	})
	if r.at != len(r.b) {
		r.bad = true
	}
}

func (r *keptReader) pack(p *assess.PackRef) {
	r.object(func(key []byte) {
		switch string(key) {
		case "id":
			p.ID = r.text()
		case "version":
			p.Version = r.text()
		case "digest":
			p.Digest = r.text()
		default:
			r.skip()
		}
	})
}

func (r *keptReader) decision(d *assess.Decision) {
	r.object(func(key []byte) {
		switch string(key) {
		case "score":
			d.Score = assess.Score(r.int())
		case "verdict":
			d.Verdict = assess.Verdict(r.text())
		case "points":
			d.Points = r.int()
		case "possible":
			d.Possible = r.int()
		case "evaluated":
			d.Evaluated = r.int()
		case "applicable":
			d.Applicable = r.int()
		case "dimensions":
			d.Dimensions = []assess.DimensionScore{}
			r.list(func() {
				d.Dimensions = append(d.Dimensions, assess.DimensionScore{})
				r.dimension(&d.Dimensions[len(d.Dimensions)-1])
			})
		case "reasons":
			d.Reasons = []assess.Reason{}
			r.list(func() {
				d.Reasons = append(d.Reasons, assess.Reason{})
				r.reason(&d.Reasons[len(d.Reasons)-1])
			})
		default:
			r.skip()
		}
	})
}

func (r *keptReader) dimension(d *assess.DimensionScore) {
	r.object(func(key []byte) {
		switch string(key) {
		case "dimension":
			d.Dimension = r.text()
		case "score":
			d.Score = assess.Score(r.int())
		case "points":
			d.Points = r.int()
		case "possible":
			d.Possible = r.int()
		case "floor":
			d.Floor = r.int()
		case "floor_holds":
			d.FloorHolds = r.bool()
		default:
			r.skip()
		}
	})
}

func (r *keptReader) reason(d *assess.Reason) {
	r.object(func(key []byte) {
		switch string(key) {
		case "code":
			d.Code = assess.ReasonCode(r.text())
		case "ids":
			d.IDs = r.texts()
		default:
			r.skip()
		}
	})
}

func (r *keptReader) result(d *assess.Result) {
	r.object(func(key []byte) {
		switch string(key) {
		case "requirement":
			d.Requirement = r.text()
		case "status":
			d.Status = assess.Status(r.text())
		case "weight":
			d.Weight = r.int()
		case "credit":
			d.Credit = r.int()
		case "points":
			d.Points = r.int()
		case "severity":
			d.Severity = catalog.Severity(r.text())
		case "vetoes":
			d.Vetoes = r.bool()
		case "because":
			d.Because = r.texts()
		case "excluded":
			d.Excluded = r.bool()
		case "error":
			d.Error = r.text()
		case "waiver":
			d.Waiver = &assess.Waiver{}
			r.other(d.Waiver)
		case "findings":
			d.Findings = r.findings()
		case "manual":
			d.Manual = r.findings()
		default:
			r.skip()
		}
	})
}

func (r *keptReader) findings() (all []assess.Finding) {
	r.list(func() {
		all = append(all, assess.Finding{})
		f := &all[len(all)-1]
		r.object(func(key []byte) {
			switch string(key) {
			case "requirement":
				f.Requirement = r.text()
			case "code":
				f.Code = r.text()
			case "fingerprint":
				f.Fingerprint = r.text()
			default:
				r.skip()
			}
		})
	})
	return all
}

func (r *keptReader) texts() (all []string) {
	r.list(func() { all = append(all, r.text()) })
	return all
}

// other leaves what is rare to encoding/json.
func (r *keptReader) other(into any) {
	begin := r.at
	r.skip()
	if r.bad || bytes.Equal(r.b[begin:r.at], []byte("[]")) {
		return
	}
	if err := strictly(r.b[begin:r.at], into); err != nil {
		r.bad = true
	}
}
