package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/report"
)

// output is one report that a run writes.
type output struct {
	format report.Format // "" when the extension tells none
	file   string        // "-" is standard output
}

// outputs reads --format and --output. Without --output the report goes to standard output. FORMAT=FILE names a format;
// else --format does when it is given, else the file's extension; a name without one, and standard output, get text.
// What looks like a format and is none is refused: it is more likely misspelt than meant.
func (a *app) outputs(format string, formatGiven bool, files []string) ([]output, error) {
	w := a.words.usage
	given, err := report.ParseFormat(format)
	if err != nil {
		return nil, fmt.Errorf(w.badFormat, format, report.FormatNames())
	}
	if len(files) == 0 {
		return []output{{given, "-"}}, nil
	}
	var out []output
	seen := map[string]bool{}
	for _, file := range files {
		o := output{given, file}
		name, rest, named := strings.Cut(file, "=")
		if named && formatName.MatchString(name) {
			if o.format, err = report.ParseFormat(name); err != nil {
				return nil, fmt.Errorf(w.noSuchFormat, file, name, report.FormatNames())
			}
			o.file = rest
		} else if !formatGiven && filepath.Ext(file) != "" {
			o.format, _ = report.FormatOf(file)
		}
		if o.file == "" {
			return nil, fmt.Errorf(w.noFile, file)
		}
		clean := filepath.Clean(o.file)
		if seen[clean] {
			return nil, fmt.Errorf(w.namedTwice, o.file)
		}
		seen[clean] = true
		out = append(out, o)
	}
	return out, nil
}

var formatName = regexp.MustCompile(`^[a-z]+$`)

// sink feeds several reports. A file appears whole or not at all.
type sink struct {
	reports []report.Writer
	files   []*atomicFile
}

func openSink(outs []output, stdout io.Writer, o report.Options) (*sink, error) {
	s := &sink{}
	for _, out := range outs {
		w, options := stdout, o
		if out.file != "-" {
			f, err := createAtomic(out.file)
			if err != nil {
				s.discard()
				return nil, err
			}
			s.files = append(s.files, f)
			w, options.Color, options.Width = f, false, 0
		}
		r, err := report.New(w, out.format, options)
		if err != nil {
			s.discard()
			return nil, err
		}
		s.reports = append(s.reports, r)
	}
	return s, nil
}

// add takes an assessment, or an error; one that is not *report.Unreadable ends the run and is returned.
func (s *sink) add(a *assess.Assessment, err error) error {
	var bad *report.Unreadable
	if err != nil && !errors.As(err, &bad) {
		return err
	}
	for _, r := range s.reports {
		var err error
		if bad != nil {
			err = r.Skip(bad)
		} else {
			err = r.Add(a)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// close ends the reports. Files take their place if they hold the whole run: a part of one would pass for all of it, and
// must not replace what an earlier run left.
func (s *sink) close(whole bool) error {
	for _, r := range s.reports {
		if err := r.Close(); err != nil {
			s.discard()
			return err
		}
	}
	if !whole {
		s.discard()
		return nil
	}
	for i, f := range s.files {
		if err := f.commit(); err != nil {
			s.files = s.files[i+1:]
			s.discard()
			return err
		}
	}
	s.files = nil
	return nil
}

// discard drops files that are not whole.
func (s *sink) discard() {
	for _, f := range s.files {
		f.discard()
	}
	s.files = nil
}

// atomicFile is written beside its target and takes its place when it is whole: whoever looks finds the old file or the
// new one, also after a crash.
type atomicFile struct {
	*bufio.Writer
	tmp    *os.File
	target string
}

func createAtomic(name string) (*atomicFile, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, &os.PathError{Op: "write", Path: name, Err: report.ErrNotRegular}
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.tmp") // 0600: a report holds applicants' data
	if err != nil {
		return nil, known(name, err)
	}
	return &atomicFile{Writer: bufio.NewWriterSize(knownFile{tmp, name}, 1<<16), tmp: tmp, target: name}, nil
}

// knownFile names in its errors the file that is to be.
type knownFile struct {
	*os.File
	name string
}

// Write implements [io.Writer].
func (f knownFile) Write(b []byte) (int, error) {
	n, err := f.File.Write(b)
	return n, known(f.name, err)
}

func (f *atomicFile) commit() error {
	err := errors.Join(f.Flush(), f.tmp.Sync(), f.tmp.Close())
	if err == nil {
		err = os.Rename(f.tmp.Name(), f.target)
	}
	if err != nil {
		_ = os.Remove(f.tmp.Name())
		return known(f.target, err)
	}
	syncFolder(filepath.Dir(f.target))
	return nil
}

// syncFolder makes the names in a folder survive a loss of power, too, where the system can.
func syncFolder(name string) {
	if dir, err := os.Open(name); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}

func (f *atomicFile) discard() {
	_ = f.tmp.Close()
	_ = os.Remove(f.tmp.Name())
}
