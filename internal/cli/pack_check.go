package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/pack"
	"hegui/internal/report"
)

// checkFormats are the formats of pack check.
var checkFormats = []string{"text", "json", "github"}

func (a *app) packCheckCommand() *cobra.Command {
	w := a.words.pack.check
	var format string
	var fix bool
	cmd := &cobra.Command{
		Use: "check", Short: w.short, Long: w.long, Example: w.example, Args: noArgs(a.words),
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains(checkFormats, format) {
				return usage(fmt.Errorf(w.badFormat, format, strings.Join(checkFormats, ", ")))
			}
			source, err := a.packSource()
			if err != nil {
				return err
			}
			if fix {
				if err := a.packFix(source); err != nil {
					return err
				}
			}
			return a.packCheck(source, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", w.flagFormat)
	cmd.Flags().BoolVar(&fix, "fix", false, w.flagFix)
	return cmd
}

// packFix mends what needs no person, a file at a time, each whole or not at all.
func (a *app) packFix(source packSource) error {
	if source.dir == "" {
		return usage(errors.New(a.words.pack.check.fixBuiltIn))
	}
	fixed, err := pack.Fix(source.files, source.id)
	if err != nil {
		return err
	}
	for _, file := range slices.Sorted(maps.Keys(fixed)) {
		if err := writeFile(filepath.Join(source.dir, filepath.FromSlash(file)), fixed[file]); err != nil {
			return err
		}
		fmt.Fprintf(a.env.Stderr, a.words.pack.check.fixed, report.Safe(source.path(file)))
	}
	return nil
}

// packCheck prints what is found, and fails with the exit code that the gravest finding asks for.
func (a *app) packCheck(source packSource, format string) error {
	found, err := pack.Check(source.files, source.id)
	if err != nil {
		return err
	}
	count := map[pack.Level]int{}
	for i := range found {
		count[found[i].Level]++
		found[i].File = source.path(found[i].File)
	}
	switch format {
	case "json":
		err = a.packCheckJSON(source.id, found, count)
	case "github":
		err = a.packCheckGitHub(found)
	default:
		err = a.packCheckText(source.id, found, count)
	}
	switch {
	case err != nil:
		return err
	case count[pack.Invalid] > 0:
		return &exitError{code: ExitPack}
	case count[pack.Doubt] > 0:
		return &exitError{code: ExitGate}
	}
	return nil
}

func (a *app) packCheckText(id string, found []pack.Finding, count map[pack.Level]int) error {
	w := a.words.pack.check
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", report.Safe(place(f.File, f.Line)), w.level[string(f.Level)], report.Safe(f.Message.In(a.lang)), f.Check)
		if repair := f.Repair.In(a.lang); repair != "" {
			fmt.Fprintf(&b, w.repair, report.Safe(repair))
		}
	}
	if len(found) == 0 {
		fmt.Fprintf(&b, w.clean, id)
	} else {
		fmt.Fprintf(&b, w.summary, id, count[pack.Invalid], count[pack.Doubt], count[pack.Note])
	}
	_, err := fmt.Fprint(a.env.Stdout, b.String())
	return err
}

// place is a file with its line, when it has one.
func place(file string, line int) string {
	if line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, line)
}

func (a *app) packCheckJSON(id string, found []pack.Finding, count map[pack.Level]int) error {
	return writeJSON(a, struct {
		Version  string         `json:"version"`
		Pack     string         `json:"pack"`
		Errors   int            `json:"errors"`
		Warnings int            `json:"warnings"`
		Notes    int            `json:"notes"`
		Findings []pack.Finding `json:"findings"`
	}{"hegui/pack-check/v1", id, count[pack.Invalid], count[pack.Doubt], count[pack.Note], append([]pack.Finding{}, found...)})
}

func writeJSON(a *app, v any) error {
	enc := json.NewEncoder(a.env.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func (a *app) packCheckGitHub(found []pack.Finding) error {
	var b strings.Builder
	levels := map[pack.Level]string{pack.Invalid: "error", pack.Doubt: "warning", pack.Note: "notice"}
	for _, f := range found {
		b.WriteString(report.Annotation(levels[f.Level], f.File, f.Line, f.Check, f.Message.In(a.lang), f.Repair.In(a.lang)))
	}
	_, err := fmt.Fprint(a.env.Stdout, b.String())
	return err
}
