package cli

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"hegui/internal/bundle"
	"hegui/internal/pack"
)

func (a *app) packBuildCommand() *cobra.Command {
	w := a.words.packBundle
	output := ""
	cmd := &cobra.Command{
		Use: "build", Short: w.buildShort, Long: w.buildLong, Example: w.buildExample, Args: noArgs(a.words),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if output == "" {
				return usage(errors.New(w.noOutput))
			}
			return a.packBuild(cmd.Context(), output)
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", w.flagBundle)
	return cmd
}

// packBuild writes a bundle of a pack that is valid.
func (a *app) packBuild(ctx context.Context, output string) error {
	if err := a.spare(ctx, inputs{packs: []string{a.packName}}, output); err != nil {
		return err
	}
	files, id := fs.FS(a.env.Files), a.packName
	if !builtIn(a.packName) {
		var err error
		files = os.DirFS(a.packName)
		if id, err = a.onlyPack(a.packName); err != nil {
			return err
		}
	}
	p, err := pack.OpenWith(files, id, pack.CompileHere) // the author's own, on the author's machine
	if err != nil {
		return err
	}
	contents, err := pack.Contents(files, id, bundle.DataName(id))
	if err != nil {
		return err
	}
	made, err := a.planOf(ctx, files, id)
	if err != nil {
		return err
	}
	if made != nil && len(made) <= bundle.MaxFile { // without it the pack is read all the same
		contents[pack.PlanName(id)] = made
	}
	var out bytes.Buffer
	if err := bundle.Write(&out, bundle.NewManifest(id, p.Ref.Version, p.Ref.Digest), contents); err != nil {
		return a.badBundle(output, err)
	}
	if err := writeFile(output, out.Bytes()); err != nil {
		return &exitError{code: ExitInput, err: err}
	}
	_, err = fmt.Fprintf(a.env.Stdout, a.words.packBundle.built, output, id, p.Ref.Version, p.Ref.Digest, len(contents), out.Len())
	return err
}

// planOf gives the plan of a pack's rules, nil when only OPA's own evaluator runs them, which is logged.
func (a *app) planOf(ctx context.Context, files fs.FS, id string) ([]byte, error) {
	made, err := pack.PlanFile(ctx, files, id)
	var invalid *pack.InvalidError
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, &invalid):
		return nil, err
	case err != nil:
		pack.Engine{Log: slog.New(slog.NewTextHandler(a.env.Stderr, nil))}.Unplanned(id, err)
		return nil, nil
	}
	return made, nil
}

func (a *app) packKeygenCommand() *cobra.Command {
	w := a.words.packBundle
	output := ""
	cmd := &cobra.Command{
		Use: "keygen", Short: w.keygenShort, Long: w.keygenLong, Example: w.keygenExample, Args: noArgs(a.words),
		RunE: func(*cobra.Command, []string) error {
			if output == "" {
				return usage(errors.New(w.noOutput))
			}
			id, _, err := a.newKeyPair(output)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.env.Stdout, w.keygenDone, id, output, output+".pub")
			return err
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", w.flagKeyOutput)
	return cmd
}

// newKeyPair writes a key for signing, and its public half beside it, which it also gives.
func (a *app) newKeyPair(output string) (id string, public []byte, err error) {
	private, public, id, err := bundle.GenerateKey(a.env.Random)
	if err != nil {
		return "", nil, err
	}
	if err := createNew(output, private, 0o600); err != nil {
		return "", nil, err
	}
	return id, public, createNew(output+".pub", public, 0o644)
}

// readPrivateKey reads a key to sign with; one that others can read is refused.
func (a *app) readPrivateKey(name string) (ed25519.PrivateKey, error) {
	if info, err := os.Stat(name); err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, &exitError{code: ExitInput, err: fmt.Errorf(a.words.packBundle.keyMode, name)}
	}
	text, err := readSmall(name)
	if err != nil {
		return nil, err
	}
	key, err := bundle.ParsePrivateKey(text)
	if err != nil {
		return nil, a.badKey(name, err)
	}
	return key, nil
}

// createNew writes a file that is not there yet: a key is never overwritten.
func createNew(name string, content []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

func (a *app) packSignCommand() *cobra.Command {
	w := a.words.packBundle
	key, output := "", ""
	cmd := &cobra.Command{
		Use: w.signUse, Short: w.signShort, Long: w.signLong, Example: w.signExample, Args: a.oneBundle,
		RunE: func(cmd *cobra.Command, args []string) error {
			if key == "" {
				return usage(errors.New(w.noKey))
			}
			if output == "" {
				output = args[0]
			}
			return a.packSign(cmd.Context(), args[0], key, output)
		},
	}
	cmd.Flags().StringVar(&key, "key", "", w.flagKey)
	cmd.Flags().StringVarP(&output, "output", "o", "", w.flagSigned)
	return cmd
}

func (a *app) packSign(ctx context.Context, name, keyFile, output string) error {
	key, err := a.readPrivateKey(keyFile)
	if err != nil {
		return err
	}
	b, err := a.readBundle(name)
	if err != nil {
		return err
	}
	id := b.Manifest.Metadata.Pack
	p, err := pack.OpenWith(b.Files, id, pack.CompileHere) // nobody should sign what does not load
	if err != nil {
		return err
	}
	if err := a.agrees(name, b, p); err != nil {
		return err
	}
	// A plan is believed once it is signed, so it must be what the rules give.
	if plan, ok := b.Files[pack.PlanName(id)]; ok {
		made, err := a.planOf(ctx, b.Files, id)
		if err != nil {
			return err
		}
		if !bytes.Equal(plan, made) {
			return &exitError{code: ExitPack, err: fmt.Errorf(a.words.packBundle.otherPlan, name)}
		}
	}
	if _, ok := b.Files[pack.ParsedName(id)]; ok {
		return &exitError{code: ExitPack, err: fmt.Errorf(a.words.packBundle.otherPlan, name)}
	}
	var out bytes.Buffer
	if err := bundle.Sign(&out, b, key); err != nil {
		return a.badBundle(name, err)
	}
	if err := writeFile(output, out.Bytes()); err != nil {
		return &exitError{code: ExitInput, err: err}
	}
	signed, err := bundle.Read(bytes.NewReader(out.Bytes()))
	if err != nil {
		return err
	}
	return a.sayBundle(a.env.Stdout, a.words.packBundle.signed, output, signed, bundle.KeyIDOf(key))
}

func (a *app) packVerifyCommand() *cobra.Command {
	w := a.words.packBundle
	var keys []string
	cmd := &cobra.Command{
		Use: w.verifyUse, Short: w.verifyShort, Long: w.verifyLong, Example: w.verifyExample, Args: a.oneBundle,
		RunE: func(_ *cobra.Command, args []string) error {
			others, err := a.packKeyFiles()
			if err != nil {
				return err
			}
			trusted, err := a.readPublicKeys(append(keys, others...))
			if err != nil {
				return err
			}
			if len(trusted) == 0 {
				return usage(errors.New(w.noPublicKey))
			}
			b, err := a.readBundle(args[0])
			if err != nil {
				return err
			}
			id, err := b.Verify(trusted)
			if err != nil {
				return a.badBundle(args[0], err)
			}
			return a.sayBundle(a.env.Stdout, w.verified, args[0], b, id)
		},
	}
	cmd.Flags().StringArrayVar(&keys, "key", nil, w.flagPublicKey)
	return cmd
}

func (a *app) sayBundle(out io.Writer, phrase, name string, b *bundle.Bundle, key string) error {
	m := b.Manifest
	_, err := fmt.Fprintf(out, phrase, name, m.Metadata.Pack, m.Metadata.Version, m.Revision, key)
	return err
}

func (a *app) oneBundle(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage(errors.New(a.words.packBundle.oneBundle))
	}
	return nil
}
