package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/catalog"
	"hegui/internal/draft"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

func (a *app) initCommand() *cobra.Command {
	w := a.words.init
	var d draft.Answers
	var force bool
	var names []string
	for _, t := range draft.Traits() {
		names = append(names, t.Name)
	}
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage(fmt.Errorf(a.words.usage.oneFile, len(args)))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			file := "proposal.yaml"
			if len(args) == 1 {
				file = args[0]
			}
			return a.initialize(cmd.Context(), file, d, force, cmd.Flags().Changed("with"))
		},
	}
	cmd.Flags().StringVar(&d.Kind, "type", "", w.flagType)
	cmd.Flags().StringVar(&d.Domain, "domain", "", w.flagDomain)
	cmd.Flags().StringVar(&d.Stage, "stage", "", w.flagStage)
	cmd.Flags().StringSliceVar(&d.Traits, "with", nil, fmt.Sprintf(w.flagWith, strings.Join(names, ",")))
	cmd.Flags().BoolVar(&force, "force", false, w.flagForce)
	return cmd
}

// initialize writes a first draft and says what it scores. Answers that flags do not give are asked for when a person
// is there to answer, else they take the commonest value, and that is said.
func (a *app) initialize(ctx context.Context, file string, d draft.Answers, force, traitsGiven bool) error {
	w := a.words.init
	p, err := a.openPack()
	if err != nil {
		return err
	}
	if file != "-" && !force {
		if _, err := os.Lstat(file); err == nil {
			return usage(fmt.Errorf(w.exists, file))
		}
	}
	asker := &asker{in: bufio.NewReader(a.env.Stdin), out: a.env.Stderr, asks: a.env.Asks, words: w, lang: a.lang}
	choices := draft.Choices(p)
	values := map[string]*string{"type": &d.Kind, "domain": &d.Domain, "stage": &d.Stage}
	for _, c := range choices {
		value := values[c.Name]
		if *value == "" {
			if *value, err = asker.choose(c); err != nil {
				return err
			}
		}
		if !slices.Contains(c.Words, *value) {
			return usage(fmt.Errorf(w.badChoice, *value, strings.Join(c.Words, ", ")))
		}
	}
	if !traitsGiven && len(choices) > 0 {
		if d.Traits, err = asker.traits(draft.TraitsOf(d.Kind)); err != nil {
			return err
		}
	}
	text, err := draft.Write(p, d, a.lang)
	var unknown *draft.Unknown
	switch {
	case errors.As(err, &unknown): // only a trait can be: choices are looked at above
		return usage(fmt.Errorf(w.badTrait, unknown.Value))
	case err != nil:
		return err
	}
	if file == "-" {
		_, err := io.WriteString(a.env.Stdout, text)
		return err
	}
	if err := writeFile(file, []byte(text)); err != nil {
		return &exitError{code: ExitInput, err: err}
	}
	return a.sayScore(ctx, p, file, text)
}

// sayScore assesses the draft, so that nobody takes it for finished.
func (a *app) sayScore(ctx context.Context, p *pack.Pack, file, text string) error {
	doc, err := proposal.Parse(file, []byte(text), proposal.Limits{})
	if err != nil {
		return fmt.Errorf("the draft does not parse: %w", err)
	}
	a.profile = "general"
	assessor, err := a.assessor(p, checkOptions{})
	if err != nil {
		return err
	}
	as, err := assessor.Assess(ctx, doc)
	if err != nil {
		return err
	}
	lost := 0
	for i := range as.Results {
		if as.Results[i].Lost() > 0 {
			lost++
		}
	}
	_, err = fmt.Fprintf(a.env.Stdout, a.words.init.written, file, strings.Count(text, "\n"), as.Decision.Score, len(as.Form), lost, file)
	return err
}

// asker puts questions to a person.
type asker struct {
	in    *bufio.Reader
	out   io.Writer
	asks  bool
	words initWords
	lang  catalog.Lang
}

func (q *asker) answer() (string, error) {
	line, err := q.in.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return "", usage(errors.New(q.words.noAnswer))
	}
	return strings.TrimSpace(line), nil
}

// choose lets a person pick a word by number or by name; without a person it takes the commonest and says so.
func (q *asker) choose(c draft.Choice) (string, error) {
	question, allowed, otherwise := c.Question.In(q.lang), c.Words, c.Otherwise
	if !q.asks {
		fmt.Fprintf(q.out, q.words.assumed, question, otherwise)
		return otherwise, nil
	}
	fmt.Fprintln(q.out, question)
	for i, word := range allowed {
		fmt.Fprintf(q.out, "  %2d  %s  %s\n", i+1, word, c.Names[word].In(q.lang))
	}
	for {
		fmt.Fprintf(q.out, q.words.prompt, otherwise)
		answer, err := q.answer()
		switch n, bad := strconv.Atoi(answer); {
		case err != nil:
			return "", err
		case answer == "":
			return otherwise, nil
		case bad == nil && n >= 1 && n <= len(allowed):
			return allowed[n-1], nil
		case slices.Contains(allowed, answer):
			return answer, nil
		}
		fmt.Fprintf(q.out, q.words.badChoice+"\n", answer, strings.Join(allowed, ", "))
	}
}

// traits asks a yes-or-no question for every trait that the kind does not bring already.
func (q *asker) traits(given []string) ([]string, error) {
	if !q.asks {
		return nil, nil
	}
	var out []string
	for _, t := range draft.Traits() {
		if slices.Contains(given, t.Name) || t.After != "" && !slices.Contains(given, t.After) && !slices.Contains(out, t.After) {
			continue
		}
		fmt.Fprintf(q.out, "%s %s ", t.Question.In(q.lang), q.words.yesNo)
		answer, err := q.answer()
		if err != nil {
			return nil, err
		}
		if answer = strings.ToLower(answer); strings.HasPrefix(answer, "y") || answer == "是" {
			out = append(out, t.Name)
		}
	}
	return out, nil
}

// writeFile writes a file as a whole or not at all: into a temporary file beside it, flushed, then renamed.
func writeFile(name string, content []byte) (err error) {
	dir := filepath.Dir(name)
	f, err := os.CreateTemp(dir, ".hegui-*")
	if err != nil {
		return known(name, err)
	}
	renamed := false
	defer func() {
		if !renamed {
			err = known(name, errors.Join(err, os.Remove(f.Name())))
		}
	}()
	if _, err = f.Write(content); err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	if err = os.Rename(f.Name(), name); err != nil {
		return err
	}
	renamed = true
	d, err := os.Open(dir) // the new name is safe only when the folder is
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
