// Package cli is the hegui program: commands, flags, exit codes. Commands read flags, call one function of another
// package and print; nothing is decided here. Start at [Run].
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hegui/internal/auth"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/report"
)

// Exit codes, frozen: scripts and CI rely on them.
const (
	ExitOK       = 0 // every proposal passes, or waits for a person
	ExitGate     = 1 // a proposal does not pass, a pack has doubtful parts, or one of its tests fails
	ExitUsage    = 2 // wrong command, flag or argument
	ExitInput    = 3 // a file that cannot be read or parsed
	ExitPack     = 4 // the pack is invalid
	ExitInternal = 5 // a fault of the program, or a rule that does not end

	ExitInterrupted = 130 // 128 + SIGINT, as shells have it
)

// Env is what the program takes from the world around it, so that a test can be the user.
type Env struct {
	Files   fs.FS // built-in packs and examples
	Stdin   io.Reader
	Stdout  io.Writer
	Stderr  io.Writer
	Getenv  func(string) string
	Environ func() []string // all of it, NAME=value, to find what is misspelt; nil when there is none
	Now     func() time.Time
	Random  io.Reader // where secrets come from
	Version string
	Width   int  // columns of the terminal on standard output, 0 when it is none
	Asks    bool // standard input is a person at a terminal

	CacheDir    string // where plans of packs are kept; "" keeps none
	ErrTerminal bool   // standard error is a terminal
	Program     string // path of this program, to run packs that are not trusted in processes of their own; "" for none
}

// exitError carries an exit code through cobra; its text has been printed or is empty.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// usage marks an error as wrong usage.
func usage(err error) error { return &exitError{code: ExitUsage, err: err} }

// Run runs one command and returns its exit code. The context ends when the user interrupts.
func Run(ctx context.Context, args []string, env Env) int {
	a := &app{ctx: ctx, env: env, lang: language(args, env.Getenv)}
	a.words = wordsIn(a.lang)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return ExitOK
	}
	code, text := a.explainError(err)
	if text != "" {
		fmt.Fprint(env.Stderr, "hegui: ")
		for _, line := range strings.Split(text, "\n") { // the text may quote a file's name or content
			fmt.Fprintln(env.Stderr, report.Safe(line))
		}
	}
	return code
}

// explainError is the one table from errors to exit codes.
func (a *app) explainError(err error) (code int, text string) {
	var exit *exitError
	var invalid *pack.InvalidError
	var notFound *pack.NotFoundError
	var keys *auth.FileError
	var path *fs.PathError
	switch {
	case errors.As(err, &exit):
		if exit.err == nil {
			return exit.code, ""
		}
		if path, ok := exit.err.(*fs.PathError); ok { // not one within: what is around it has words of its own
			return exit.code, a.pathError(path)
		}
		return exit.code, exit.err.Error()
	case errors.Is(err, context.Canceled):
		return ExitInterrupted, a.words.interrupted
	case errors.As(err, &invalid):
		return ExitPack, a.invalidPack(invalid)
	case errors.As(err, &notFound):
		return ExitUsage, fmt.Sprintf(a.words.noPack, notFound.Pack, strings.Join(notFound.Known, ", "))
	case errors.As(err, &keys):
		return ExitInput, fmt.Sprintf(a.words.auth.fault[keys.Fault], keys.Path)
	case errors.As(err, &path):
		return ExitInput, a.pathError(path)
	default:
		return ExitInternal, err.Error()
	}
}

// invalidPack lists what is wrong with a pack in the user's language.
func (a *app) invalidPack(e *pack.InvalidError) string {
	lines := []string{fmt.Sprintf(a.words.pack.check.invalid, e.Pack)}
	for _, p := range e.Problems {
		lines = append(lines, fmt.Sprintf("  %s: %s", place(p.File, p.Line), p.Text.In(a.lang)))
	}
	return strings.Join(append(lines, a.words.pack.check.howToMend), "\n")
}

// app is one run of the program.
type app struct {
	env   Env
	lang  catalog.Lang
	words words

	ctx      context.Context // of this run, for opening packs, which any command may do anywhere
	packName string
	packKeys []string
	trust    bool
	engine   string // --engine, where a command has it
	profile  string
}

// root builds the command tree. Commands are listed, not registered.
func (a *app) root() *cobra.Command {
	w := a.words
	root := &cobra.Command{
		Use: "hegui", Short: w.rootShort, Long: w.rootLong, Version: a.env.Version,
		SilenceUsage: true, SilenceErrors: true, PersistentPreRunE: a.checkLang, // of all commands
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(fmt.Errorf(w.unknownCommand, args[0]))
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	root.SetVersionTemplate("hegui {{.Version}}\n")
	root.PersistentFlags().String("lang", string(a.lang), w.flagLang) // read by language before the texts are chosen
	root.PersistentFlags().StringVar(&a.packName, "pack", "aiplus", w.flagPack)
	root.PersistentFlags().StringArrayVar(&a.packKeys, "pack-key", nil, w.packBundle.flagPackKey)
	root.PersistentFlags().BoolVar(&a.trust, "trust", false, w.packBundle.flagTrust)
	root.SetFlagErrorFunc(a.flagError)
	root.AddCommand(a.checkCommand(), a.verifyCommand(), a.diffCommand(), a.explainCommand(), a.initCommand(), a.similarCommand(), a.serveCommand(), a.workerCommand(), a.packCommand(), a.keyCommand(), a.migrateCommand(), a.storeCommand(), a.auditCommand(), a.schemaCommand(), a.versionCommand(), a.sampleCommand(), a.evalWorkerCommand())
	root.SetHelpTemplate(w.helpTemplate)
	root.SetUsageTemplate(w.usageTemplate)
	root.InitDefaultHelpCmd()
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	root.InitDefaultCompletionCmd()
	a.translate(root)
	return root
}

// language finds the language before the commands exist: --lang, else the locale, else English.
func language(args []string, getenv func(string) string) catalog.Lang {
	value := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if v, ok := strings.CutPrefix(arg, "--lang="); ok {
			value = v
		} else if arg == "--lang" && i+1 < len(args) {
			value = args[i+1]
		}
	}
	for _, name := range []string{"HEGUI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"} {
		if value == "" {
			value = getenv(name)
		}
	}
	if strings.HasPrefix(strings.ToLower(value), "zh") {
		return catalog.ZH
	}
	return catalog.EN
}

// checkLang refuses a language that hegui does not speak; language itself falls back to English.
func (a *app) checkLang(cmd *cobra.Command, _ []string) error {
	value, err := cmd.Flags().GetString("lang")
	if err == nil && value != string(catalog.ZH) && value != string(catalog.EN) {
		return usage(fmt.Errorf(a.words.usage.badLang, value))
	}
	return nil
}

// translate gives the commands and flags that cobra adds by itself the user's language.
func (a *app) translate(root *cobra.Command) {
	w := a.words
	for _, cmd := range root.Commands() {
		for _, c := range slices.Concat(cmd.Commands(), []*cobra.Command{cmd}) {
			c.InitDefaultHelpFlag()
			if f := c.Flags().Lookup("help"); f != nil {
				f.Usage = w.helpFlag
			}
		}
		switch cmd.Name() {
		case "help":
			cmd.Short, cmd.Long = w.helpShort, w.helpShort
			cmd.RunE = func(_ *cobra.Command, args []string) error {
				about, rest, err := root.Find(args)
				if err != nil || len(rest) > 0 && about.HasSubCommands() {
					return usage(fmt.Errorf(w.unknownCommand, strings.Join(args, " ")))
				}
				return about.Help()
			}
		case "completion":
			cmd.Short, cmd.Long = w.completionShort, w.completionLong
			cmd.Args = cobra.ArbitraryArgs
			cmd.RunE = func(cmd *cobra.Command, args []string) error {
				if len(args) > 0 {
					return usage(fmt.Errorf(w.unknownCommand, "completion "+args[0]))
				}
				return cmd.Help()
			}
			for _, c := range cmd.Commands() {
				load := shellCommands[c.Name()]
				c.Short, c.Long = fmt.Sprintf(w.usage.shellShort, c.Name()), fmt.Sprintf(w.usage.shellText, c.Name(), load[0], load[1])
				c.Args = noArgs(w)
				if f := c.Flags().Lookup("no-descriptions"); f != nil {
					f.Usage = w.usage.noDescriptions
				}
			}
		}
	}
	root.Flags().Lookup("help").Usage = w.helpFlag
	root.Flags().Lookup("version").Usage = w.versionFlag
}
