// Package report writes assessments for people and programs. Every format says the same: the verdict and the score,
// what was lost, which sentence asks for it, where the proposal misses it, and what to do. Start at [Write].
package report

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Format names one way to write assessments.
type Format string

// The formats.
const (
	Text     Format = "text"     // for a terminal
	JSON     Format = "json"     // one document, the same whatever the language
	NDJSON   Format = "ndjson"   // one line per proposal, the objects of the JSON document
	SARIF    Format = "sarif"    // SARIF 2.1.0, for code scanning
	JUnit    Format = "junit"    // test results, for CI servers
	GitHub   Format = "github"   // workflow commands: annotations of a pull request
	GitLab   Format = "gitlab"   // code quality report
	Markdown Format = "markdown" // a comment on a pull request
	CSV      Format = "csv"      // a table, one row for each proposal
	XLSX     Format = "xlsx"     // a workbook: summary with charts, proposals, requirements
	HTML     Format = "html"     // one self-contained page for a browser or a printer
	OSCAL    Format = "oscal"    // OSCAL assessment results, for tools of the compliance field
)

// Formats lists every format, in the order help shows them.
func Formats() []Format {
	return []Format{Text, JSON, NDJSON, SARIF, JUnit, GitHub, GitLab, Markdown, CSV, XLSX, HTML, OSCAL}
}

// ParseFormat finds a format by name; the error lists the known ones.
func ParseFormat(name string) (Format, error) {
	if f := Format(name); slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", fmt.Errorf("unknown format %q; known are %s", name, FormatNames())
}

// FormatNames lists the names of all formats with commas between them.
func FormatNames() string {
	names := make([]string, 0, len(Formats()))
	for _, f := range Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// FormatOf finds the format that the extension of a file's name stands for.
func FormatOf(file string) (Format, bool) {
	f, ok := extensions[strings.ToLower(filepath.Ext(file))]
	return f, ok
}

var extensions = map[string]Format{
	".txt": Text, ".json": JSON, ".ndjson": NDJSON, ".jsonl": NDJSON, ".sarif": SARIF, ".xml": JUnit, ".md": Markdown,
	".csv": CSV, ".xlsx": XLSX, ".html": HTML, ".htm": HTML,
}

// Options say how to write. The zero value needs Catalog and Profile only: English, plain, 80 columns.
type Options struct {
	Catalog *catalog.Catalog
	Profile *catalog.Profile
	Engine  string // version of hegui, for formats that name their tool before the first assessment
	AsOf    string // YYYY-MM-DD, for formats that need a date even when nothing could be assessed
	Lang    catalog.Lang
	Color   bool
	Width   int  // columns of the terminal, 80 when 0
	Verbose bool // also list what passed and what does not apply, and the arithmetic
	Brief   bool // text: a line per proposal and a summary

	// FullUpTo is for text without Brief, when the number of proposals is not known before: a full report of each if
	// there are so many at most, else as Brief. 0 is for a full report of each whatever their number.
	FullUpTo int
}

// Unreadable is the error in a sequence of assessments that stands for a file which could not be assessed. The report
// says so in its place and goes on.
type Unreadable struct {
	File string
	Err  error // *proposal.ParseError, another error that has words of its own, or one of the file system
}

func (e *Unreadable) Error() string {
	if _, ok := e.Err.(*proposal.ParseError); ok { // it names the file itself
		return e.Err.Error()
	}
	return e.File + ": " + e.Err.Error()
}

// Unwrap gives the cause.
func (e *Unreadable) Unwrap() error { return e.Err }

// Text says in a language why the file could not be assessed, and what to do when that is known.
func (e *Unreadable) Text(lang catalog.Lang) (problem, remedy string) {
	var fault *ReadError
	if errors.As(e.Err, &fault) {
		return fault.Message(lang), ""
	}
	return unreadableText(e, lang)
}

// A Writer writes one report in one format. Not safe for concurrent use.
type Writer interface {
	// Add writes an assessment: all of it is used before Add returns, but with [Options.FullUpTo]. The error is of the underlying writer.
	Add(a *assess.Assessment) error
	// Skip says, in the place of an assessment, why there is none.
	Skip(u *Unreadable) error
	// Close ends the report; without it the report is not whole. It does not close the underlying writer.
	Close() error
}

// New begins a report. The error is an unknown format or of the underlying writer.
func New(w io.Writer, f Format, o Options) (Writer, error) {
	if o.Width == 0 {
		o.Width = 80
	}
	switch f {
	case Text:
		if o.Brief {
			return newBrief(w, o), nil
		}
		if o.FullUpTo > 0 {
			return &undecided{w: w, o: o}, nil
		}
		return newText(w, o), nil
	case JSON:
		return newJSON(w, o)
	case NDJSON:
		return newNDJSON(w, o), nil
	case SARIF:
		return newSARIF(w, o)
	case JUnit:
		return newJUnit(w, o)
	case GitHub:
		return newGitHub(w, o), nil
	case GitLab:
		return newGitLab(w, o)
	case Markdown:
		return newMarkdown(w, o), nil
	case CSV:
		return newCSV(w, o)
	case XLSX:
		return newXLSX(w, o)
	case HTML:
		return newHTML(w, o), nil
	case OSCAL:
		return newOSCAL(w, o)
	default:
		return nil, fmt.Errorf("unknown format %q", f)
	}
}

// Discard ends a report that is not to become whole, instead of [Writer.Close]: temporary files go, and nothing more is written.
func Discard(w Writer) error {
	if b, ok := w.(*workbook); ok {
		return b.f.Close()
	}
	return nil
}

// Write writes a whole report, as the assessments come. Errors in the sequence that are *Unreadable are part of the
// report; any other ends it and is returned.
func Write(w io.Writer, f Format, as iter.Seq2[*assess.Assessment, error], o Options) error {
	out, err := New(w, f, o)
	if err != nil {
		return err
	}
	for a, err := range as {
		var bad *Unreadable
		switch {
		case errors.As(err, &bad):
			err = out.Skip(bad)
		case err == nil:
			err = out.Add(a)
		}
		if err != nil {
			return errors.Join(err, Discard(out))
		}
	}
	return out.Close()
}

// Describe gives the message and the remedy of a finding in both languages.
func Describe(c *catalog.Catalog, f *assess.Finding) (message, remedy catalog.Text) {
	return c.Describe(f.Requirement, f.Code, f.Path, f.Args)
}

// describeGuard gives the text of a guard that fired.
func describeGuard(c *catalog.Catalog, g *assess.Guard) catalog.Text {
	return c.DescribeGuard(g.Code, g.Path, g.Args)
}

// worded is an error with a stable code and with words in both languages: what *proposal.ParseError and the errors of
// archives have in common. It is declared here because a report need not know where files come from.
type worded interface {
	error
	ErrorCode() string
	Message(lang string) string // a clause without a full stop
	Remedy(lang string) string  // whole sentences
}

// ErrNotRegular is the cause of an Unreadable that names a folder, a device or a pipe.
var ErrNotRegular = errors.New("not a regular file")

// Causes that people meet, and what to do about them.
var causes = []struct {
	err             error
	problem, remedy catalog.Text
}{
	{
		fs.ErrNotExist,
		catalog.Text{ZH: "文件不存在", EN: "the file does not exist"},
		catalog.Text{ZH: "核对文件名和所在目录。", EN: "Check the name and the folder."},
	},
	{
		fs.ErrPermission,
		catalog.Text{ZH: "没有读取权限", EN: "the file may not be read"},
		catalog.Text{ZH: "取得读取权限，或把文件复制到自己的目录。", EN: "Get permission to read it, or copy it into a folder of your own."},
	},
	{
		ErrNotRegular,
		catalog.Text{ZH: "不是普通文件", EN: "it is not a regular file"},
		catalog.Text{ZH: "给出申报书文件本身；管道内容用“-”从标准输入读取。", EN: `Name the proposal itself; read a pipe from standard input with "-".`},
	},
	{
		assess.ErrDeadline,
		catalog.Text{ZH: "规则未能在时限内算完", EN: "the rules did not end in time"},
		catalog.Text{ZH: "这是规则包的问题，请告知规则包的维护者。", EN: "This is a fault of the pack; please tell whoever maintains it."},
	},
}

// unreadableText says in a language why a file could not be assessed, and what to do when that is known.
func unreadableText(e *Unreadable, lang catalog.Lang) (problem, remedy string) {
	var own worded
	if errors.As(e.Err, &own) {
		return own.Message(string(lang)), own.Remedy(string(lang))
	}
	var written *unreadableThen
	if errors.As(e.Err, &written) {
		return written.Message.In(lang), written.jsonUnreadable.Remedy.In(lang)
	}
	for _, c := range causes {
		if errors.Is(e.Err, c.err) {
			return c.problem.In(lang), c.remedy.In(lang)
		}
	}
	return e.Err.Error(), ""
}
