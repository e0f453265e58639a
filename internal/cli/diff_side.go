package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"hegui/internal/proposal"
	"hegui/internal/report"
)

// comparedResults is how many results of one file diff takes: all of them are held while they are matched.
const comparedResults = 1000

// side is what one argument holds: a draft, or results.
type side struct {
	name       string
	draft      *proposal.Document // nil for results
	results    []*report.Described
	unreadable []*report.Unreadable
}

// readSide reads a proposal, or results of check, as the first bytes show.
func (a *app) readSide(arg string) (*side, error) {
	s := &side{name: arg}
	var source io.Reader = a.env.Stdin
	if arg == "-" {
		s.name = "<stdin>"
	} else {
		f, err := openRegular(arg)
		if err != nil {
			return nil, a.unreadable(s.name, err)
		}
		defer f.Close()
		source = f
	}
	r := bufio.NewReader(source)
	head, err := r.Peek(report.HeadBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, a.unreadable(s.name, err)
	}
	if report.IsResult(head) {
		return s, a.readResults(r, s)
	}
	src, err := io.ReadAll(io.LimitReader(r, int64(proposal.DefaultLimits().Bytes)+1)) // the parser refuses what is longer
	if err != nil {
		return nil, a.unreadable(s.name, err)
	}
	if s.draft, err = proposal.Parse(s.name, src, proposal.Limits{}); err != nil {
		return nil, &exitError{code: ExitInput, err: a.inputError(err)}
	}
	return s, nil
}

func (a *app) readResults(r io.Reader, s *side) error {
	for d, err := range report.ReadWithWords(r) {
		var bad *report.Unreadable
		switch {
		case errors.As(err, &bad):
			s.unreadable = append(s.unreadable, bad)
		case err != nil:
			return a.unreadable(s.name, err)
		default:
			s.results = append(s.results, d)
		}
		if len(s.results)+len(s.unreadable) > comparedResults {
			return &exitError{code: ExitInput, err: fmt.Errorf(a.words.diff.tooMany, s.name, comparedResults)}
		}
	}
	return nil
}

// openRegular opens a file that is neither a folder nor a device or a pipe.
func openRegular(file string) (*os.File, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: file, Err: report.ErrNotRegular}
	}
	return os.Open(file)
}

// unreadable says in the user's language why a file cannot be read.
func (a *app) unreadable(name string, err error) error {
	problem, remedy := (&report.Unreadable{File: name, Err: err}).Text(a.lang)
	text := name + ": " + problem
	if remedy != "" {
		text += "\n  " + remedy
	}
	return &exitError{code: ExitInput, err: errors.New(text)}
}

// checkSides refuses flags that would have no effect.
func (a *app) checkSides(before, after *side, o diffOptions) error {
	for _, flag := range []struct {
		name, value string
		before      bool
	}{
		{"pack-before", o.packBefore, true}, {"profile-before", o.profileBefore, true}, {"as-of-before", o.asOfBefore, true},
		{"profile", o.profile, false}, {"as-of", o.asOf, false}, {"waivers", o.waivers, false},
	} {
		switch {
		case flag.value == "":
		case before.draft == nil && after.draft == nil:
			return usage(fmt.Errorf(a.words.diff.onlyDrafts, flag.name))
		case flag.before && before.draft == nil:
			return usage(fmt.Errorf(a.words.diff.notBefore, flag.name, before.name))
		}
	}
	return nil
}
