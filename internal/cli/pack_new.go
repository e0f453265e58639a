package cli

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hegui/internal/catalog"
	"hegui/internal/pack"
)

// packNewOptions are the flags of pack new.
type packNewOptions struct {
	source, dir      string
	title, publisher catalog.Text
}

func (a *app) packNewCommand() *cobra.Command {
	w := a.words.packNew
	var o packNewOptions
	cmd := &cobra.Command{
		Use: w.use, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 || o.source == "" {
				return usage(errors.New(w.oneID))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return a.packNew(args[0], o)
		},
	}
	cmd.Flags().StringVar(&o.source, "source", "", w.flagSource)
	cmd.Flags().StringVar(&o.dir, "dir", "", w.flagDir)
	cmd.Flags().StringVar(&o.title.ZH, "title-zh", "", w.flagTitleZH)
	cmd.Flags().StringVar(&o.title.EN, "title-en", "", w.flagTitleEN)
	cmd.Flags().StringVar(&o.publisher.ZH, "publisher-zh", "", w.flagPublisherZH)
	cmd.Flags().StringVar(&o.publisher.EN, "publisher-en", "", w.flagPublisherEN)
	return cmd
}

// packNew writes a pack into a folder that does not have one. Nothing that is there is ever overwritten.
func (a *app) packNew(id string, o packNewOptions) error {
	w := a.words.packNew
	f, err := openRegular(o.source)
	if err != nil {
		return err
	}
	defer f.Close()
	document, err := io.ReadAll(io.LimitReader(f, 2<<20))
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(filepath.Base(o.source), filepath.Ext(o.source)) + ".txt"
	fill(&o.title, name)
	fill(&o.publisher, w.unknownPublisher)
	files, err := pack.Skeleton(pack.SkeletonOptions{
		ID: id, File: name, Document: string(document), Title: o.title, Publisher: o.publisher,
	})
	switch {
	case errors.Is(err, pack.ErrID):
		return usage(fmt.Errorf(w.badID, id))
	case errors.Is(err, pack.ErrDocument):
		return &exitError{code: ExitInput, err: fmt.Errorf(w.badDocument, o.source)}
	case err != nil:
		return err
	}
	dir := o.dir
	if dir == "" {
		dir = id
	}
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		if _, err := os.Lstat(filepath.Join(dir, filepath.FromSlash(name))); err == nil {
			return usage(fmt.Errorf(w.exists, filepath.Join(dir, filepath.FromSlash(name))))
		}
	}
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := writeFile(path, files[name]); err != nil {
			return &exitError{code: ExitInput, err: err}
		}
	}
	p, err := pack.Open(os.DirFS(dir), id) // what was just written is no stranger's
	if err != nil {
		return err
	}
	if shown := filepath.ToSlash(dir); builtIn(shown) {
		dir = "." + string(filepath.Separator) + dir // as --pack takes it
	}
	todo := len(p.Catalog.Sentences) - 1
	_, err = fmt.Fprintf(a.env.Stdout, w.written, dir, len(files), len(p.Catalog.Sentences), todo, dir+"/proposals/passes.yaml")
	return err
}

// fill lets one language stand for the other: a text that is missing in either keeps a pack from loading.
func fill(t *catalog.Text, otherwise string) {
	if t.ZH == "" && t.EN == "" {
		t.ZH, t.EN = otherwise, otherwise
	}
	if t.ZH == "" {
		t.ZH = t.EN
	}
	if t.EN == "" {
		t.EN = t.ZH
	}
}

func (a *app) packGenerateCommand() *cobra.Command {
	w := a.words.packNew
	return &cobra.Command{
		Use: "generate", Short: w.generateShort, Long: w.generateLong, Example: w.generateExample, Args: noArgs(a.words),
		RunE: func(*cobra.Command, []string) error {
			if builtIn(a.packName) || isBundle(a.packName) {
				return usage(errors.New(w.generateFolder))
			}
			id, err := a.onlyPack(a.packName)
			if err != nil {
				return err
			}
			schema, err := pack.ThresholdSchema(os.DirFS(a.packName), id)
			if err != nil {
				return err
			}
			name := filepath.Join(a.packName, "policies", id, "schema", "thresholds.json")
			if err := writeFile(name, schema); err != nil {
				return &exitError{code: ExitInput, err: err}
			}
			_, err = fmt.Fprintf(a.env.Stdout, w.generated, name)
			return err
		},
	}
}
