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
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// draft says what kind of project a first draft is for.
type draft struct {
	kind, domain, stage string
	traits              []string
}

// trait is something an applicant knows about a project without reading a schema, and the flags it stands for.
type trait struct {
	name  string
	flags []string
	after string // asked only when this trait holds
}

// traits are asked in this order. A field that needs a flag is written into the draft only when a trait names the flag.
var traits = []trait{
	{name: "model", flags: []string{"model"}},
	{name: "train", flags: []string{"train", "annot", "data_bearing", "model"}, after: "model"},
	{name: "data", flags: []string{"data_bearing"}},
	{name: "partners", flags: []string{"multi"}},
	{name: "personal", flags: []string{"pi"}},
	{name: "generative", flags: []string{"genai"}, after: "model"},
	{name: "public", flags: []string{"public"}},
	{name: "people", flags: []string{"people"}},
	{name: "jobs", flags: []string{"work"}},
	{name: "jobs-many", flags: []string{"work", "work_big"}, after: "jobs"},
	{name: "layoffs", flags: []string{"work", "work_big", "exit_big"}, after: "jobs-many"},
	{name: "income", flags: []string{"commercial"}},
	{name: "open", flags: []string{"open"}},
	{name: "state", flags: []string{"govsoe"}},
	{name: "large", flags: []string{"large"}},
}

// kindTraits are the traits that a kind of project nearly always has.
var kindTraits = map[string][]string{
	"application":        {"model", "train", "data"},
	"foundation_model":   {"model", "train", "data"},
	"dataset":            {"train", "data"},
	"smart_terminal":     {"model", "train", "data"},
	"research":           {"model", "train", "data"},
	"open_source":        {"model", "train", "data", "open"},
	"governance_service": {"model", "train", "data", "state"},
	"common_platform":    {"model", "data"},
	"pilot_base":         {"data"},
	"compute_facility":   {},
}

// kindFlags are flags that follow from the kind or the domain itself.
var kindFlags = map[string][]string{
	"compute_facility":   {"facility", "compute"},
	"pilot_base":         {"pilotbase", "platform"},
	"common_platform":    {"platform"},
	"smart_terminal":     {"terminal"},
	"research":           {"research"},
	"governance_service": {"govuse"},
	"livelihood":         {"live"},
	"industry":           {"industry"},
	"governance":         {"govuse"},
	"science":            {"research"},
}

func (a *app) initCommand() *cobra.Command {
	w := a.words.init
	var d draft
	var force bool
	names := make([]string, len(traits))
	for i, t := range traits {
		names[i] = t.name
	}
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := checkLang(cmd); err != nil {
				return err
			}
			file := "proposal.yaml"
			if len(args) == 1 {
				file = args[0]
			}
			return a.initialize(cmd.Context(), file, d, force, cmd.Flags().Changed("with"))
		},
	}
	cmd.Flags().StringVar(&d.kind, "type", "", w.flagType)
	cmd.Flags().StringVar(&d.domain, "domain", "", w.flagDomain)
	cmd.Flags().StringVar(&d.stage, "stage", "", w.flagStage)
	cmd.Flags().StringSliceVar(&d.traits, "with", nil, fmt.Sprintf(w.flagWith, strings.Join(names, ",")))
	cmd.Flags().BoolVar(&force, "force", false, w.flagForce)
	return cmd
}

// initialize writes a first draft and says what it scores. Answers that flags do not give are asked for when a person
// is there to answer, else they take the commonest value, and that is said.
func (a *app) initialize(ctx context.Context, file string, d draft, force, traitsGiven bool) error {
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
	root := p.Schema.Root()
	asker := &asker{in: bufio.NewReader(a.env.Stdin), out: a.env.Stderr, asks: a.env.Asks, words: w}
	asksKind := false // whether the pack tells kinds of projects apart as aiplus does, whose traits these are
	for _, q := range []struct {
		value           *string
		question, field string
		otherwise       string
		names           map[string]catalog.Text
	}{
		{&d.kind, w.askType, "type", "application", typeNames},
		{&d.domain, w.askDomain, "ai_plus_domain", "industry", domainNames},
		{&d.stage, w.askStage, "stage", "pilot", stageNames},
	} {
		field := root.Child("project").Child(q.field)
		if field == nil {
			continue // this pack does not ask for it
		}
		asksKind = true
		allowed := field.Enum
		if *q.value == "" {
			if *q.value, err = asker.choose(q.question, allowed, q.otherwise, q.names, a.lang); err != nil {
				return err
			}
		}
		if !slices.Contains(allowed, *q.value) {
			return usage(fmt.Errorf(w.badChoice, *q.value, strings.Join(allowed, ", ")))
		}
	}
	if !traitsGiven && asksKind {
		if d.traits, err = asker.traits(kindTraits[d.kind]); err != nil {
			return err
		}
	}
	on, err := d.flags(w)
	if err != nil {
		return err
	}
	if !asksKind {
		w.header = fmt.Sprintf(w.otherHeader, p.Catalog.Title.In(a.lang))
		// Every field that any kind of project needs: the rules say what does not apply.
		for i := range p.Catalog.Flags {
			on[p.Catalog.Flags[i].Name] = true
		}
	}
	text := render(root, on, d, a.lang, w)
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

// flags collects what the kind, the domain, the stage and the traits stand for.
func (d *draft) flags(w initWords) (map[string]bool, error) {
	on := map[string]bool{"all": true}
	add := func(names []string) {
		for _, n := range names {
			on[n] = true
		}
	}
	add(kindFlags[d.kind])
	add(kindFlags[d.domain])
	if slices.Contains([]string{"pilot", "deployment", "scaling"}, d.stage) {
		on["deploy"] = true
	}
	for _, name := range slices.Concat(kindTraits[d.kind], d.traits) {
		i := slices.IndexFunc(traits, func(t trait) bool { return t.name == name })
		if i < 0 {
			return nil, usage(fmt.Errorf(w.badTrait, name))
		}
		add(traits[i].flags)
	}
	return on, nil
}

// asker puts questions to a person.
type asker struct {
	in    *bufio.Reader
	out   io.Writer
	asks  bool
	words initWords
}

func (q *asker) answer() (string, error) {
	line, err := q.in.ReadString('\n')
	if err != nil && (line == "" || !errors.Is(err, io.EOF)) {
		return "", usage(errors.New(q.words.noAnswer))
	}
	return strings.TrimSpace(line), nil
}

// choose lets a person pick a word by number or by name; without a person it takes the commonest and says so.
func (q *asker) choose(question string, allowed []string, otherwise string, names map[string]catalog.Text, lang catalog.Lang) (string, error) {
	if !q.asks {
		fmt.Fprintf(q.out, q.words.assumed, question, otherwise)
		return otherwise, nil
	}
	fmt.Fprintln(q.out, question)
	for i, word := range allowed {
		fmt.Fprintf(q.out, "  %2d  %s  %s\n", i+1, word, names[word].In(lang))
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
	for _, t := range traits {
		if slices.Contains(given, t.name) || t.after != "" && !slices.Contains(given, t.after) && !slices.Contains(out, t.after) {
			continue
		}
		fmt.Fprintf(q.out, "%s %s ", q.words.trait[t.name], q.words.yesNo)
		answer, err := q.answer()
		if err != nil {
			return nil, err
		}
		if answer = strings.ToLower(answer); strings.HasPrefix(answer, "y") || answer == "是" {
			out = append(out, t.name)
		}
	}
	return out, nil
}

// writeFile writes a file as a whole or not at all: into a temporary file beside it, flushed, then renamed.
func writeFile(name string, content []byte) (err error) {
	dir := filepath.Dir(name)
	f, err := os.CreateTemp(dir, ".hegui-*")
	if err != nil {
		return err
	}
	renamed := false
	defer func() {
		if !renamed {
			err = errors.Join(err, os.Remove(f.Name()))
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
