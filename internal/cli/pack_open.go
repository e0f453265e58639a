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
	"path"
	"path/filepath"
	"strings"
	"time"

	"hegui/internal/bundle"
	"hegui/internal/pack"
	"hegui/internal/sandbox"
)

// packAccess says which packs run in this process. Those that are built in do, and bundles signed with a key that the
// operator names; all others run in a process of their own, but for a folder that the operator trusts.
type packAccess struct {
	keys  []string // files of public keys
	trust bool     // folders, while somebody works on them
	log   *slog.Logger

	engine pack.Engine

	command bool // one person waits for it and reads what it says; else it serves others
	nice    int  // of processes of rules, when there are others to serve; see [sandbox.Options]

	slow bool // nothing but the pack itself, so that OPA's own evaluator runs the rules as they are written
}

// onlyPacks is a file system without what lies beside the folders of packs: plans and the like, which are made of packs to
// stand for them, and are no part of their digests.
type onlyPacks struct{ fs.FS }

// Open implements [fs.FS].
func (f onlyPacks) Open(name string) (fs.File, error) {
	if beside, _ := path.Match("policies/*.*", name); beside { // the id of a pack has no dot
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return f.FS.Open(name)
}

// files gives the files of a pack that may be looked at.
func (p packAccess) files(all fs.FS) fs.FS {
	if p.slow {
		return onlyPacks{all}
	}
	return all
}

// commandPatience is how long a command waits for rules in a process of their own: nobody else waits with it, and the machine
// may be busy.
const commandPatience = 15 * time.Second

// commandAccess is that of every command that is no service.
func (a *app) commandAccess() (packAccess, error) {
	keys, err := a.packKeyFiles()
	return packAccess{keys: keys, trust: a.trust, log: slog.New(slog.NewTextHandler(a.env.Stderr, nil)), command: true}, err
}

// openPack opens the pack that --pack names: a built-in id, a bundle, or a folder that holds policies/, rego/ and seeds/.
func (a *app) openPack() (*pack.Pack, error) { return a.openPackFor(1) }

// many stands for a number of proposals that is not known, and may be large.
const many = 1 << 30

// openPackFor does so to assess so many proposals.
func (a *app) openPackFor(proposals int) (*pack.Pack, error) {
	access, err := a.commandAccess()
	if err != nil {
		return nil, err
	}
	if access.engine, err = a.engineOf(proposals >= planFrom, access.log); err != nil {
		return nil, err
	}
	return a.openNamed(a.ctx, a.packName, access)
}

// packSource is where a pack lies.
type packSource struct {
	files fs.FS
	id    string
	dir   string // its folder; empty for one that is built in or a bundle
}

// packSource finds the files of the pack that --pack names, for commands that read them without evaluating anything.
func (a *app) packSource() (packSource, error) {
	switch {
	case builtIn(a.packName):
		return packSource{files: a.env.Files, id: a.packName}, nil
	case isBundle(a.packName):
		b, err := a.readBundle(a.packName)
		if err != nil {
			return packSource{}, err
		}
		return packSource{files: b.Files, id: b.Manifest.Metadata.Pack}, nil
	}
	id, err := a.onlyPack(a.packName)
	return packSource{files: os.DirFS(a.packName), id: id, dir: a.packName}, err
}

// path gives the path of a file of the pack as the user would name it.
func (s packSource) path(file string) string {
	if s.dir == "" {
		return file
	}
	return filepath.ToSlash(filepath.Join(s.dir, file))
}

// packKeyFiles names the keys that packs may be signed with, from flags and environment.
func (a *app) packKeyFiles() ([]string, error) {
	var keys []string
	list := a.env.Getenv("HEGUI_PACK_KEYS")
	for name := range strings.SplitSeq(list, ",") { // as the configuration of the service has it
		if name = strings.TrimSpace(name); name != "" {
			keys = append(keys, name)
		}
	}
	if list != "" && len(keys) == 0 { // who asks for signatures must not be served without
		return nil, usage(fmt.Errorf(a.words.usage.noPackKeys, list))
	}
	return append(keys, a.packKeys...), nil
}

func (a *app) openNamed(ctx context.Context, name string, access packAccess) (*pack.Pack, error) {
	if _, err := a.readPublicKeys(access.keys); err != nil { // also where nothing is signed: the key was meant to count
		return nil, err
	}
	switch {
	case builtIn(name):
		return pack.OpenTrusted(ctx, access.files(a.env.Files), name, access.engine)
	case isBundle(name):
		return a.openBundle(ctx, name, access)
	}
	id, err := a.onlyPack(name)
	if err != nil {
		return nil, err
	}
	return a.openFolder(ctx, access.files(os.DirFS(name)), id, access)
}

// builtIn says whether --pack names a pack by its id: it has nothing of a path.
func builtIn(name string) bool { return !strings.ContainsAny(name, `/\.`) }

// isBundle says whether a path is a file.
func isBundle(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.IsDir()
}

// onlyPack gives the id of the one pack in a folder.
func (a *app) onlyPack(dir string) (string, error) {
	ids, err := pack.List(os.DirFS(dir))
	if err != nil {
		return "", &exitError{code: ExitPack, err: fmt.Errorf(a.words.noPackFolder, dir)}
	}
	if len(ids) != 1 {
		return "", &exitError{code: ExitPack, err: fmt.Errorf(a.words.packFolders, dir, len(ids))}
	}
	return ids[0], nil
}

func (a *app) openFolder(ctx context.Context, dir fs.FS, id string, access packAccess) (*pack.Pack, error) {
	if access.trust {
		return pack.OpenTrusted(ctx, dir, id, access.engine)
	}
	return a.isolated(ctx, dir, id, access)
}

// openBundle reads a bundle. Where keys are configured it must be signed with one of them: an operator who names keys does
// not want to be served what somebody stripped the signature of.
func (a *app) openBundle(ctx context.Context, name string, access packAccess) (*pack.Pack, error) {
	b, err := a.readBundle(name)
	if err != nil {
		return nil, err
	}
	keys, err := a.readPublicKeys(access.keys)
	if err != nil {
		return nil, err
	}
	id := b.Manifest.Metadata.Pack
	if len(keys) == 0 {
		if err := b.Intact(); err != nil {
			return nil, a.badBundle(name, err)
		}
		return a.isolated(ctx, access.files(b.Files), id, access)
	}
	if _, err := b.Verify(keys); err != nil {
		return nil, a.badBundle(name, err)
	}
	p, err := pack.OpenTrusted(ctx, access.files(b.Files), id, access.engine)
	if err != nil {
		return nil, err
	}
	return p, a.agrees(name, b, p)
}

// agrees says whether what a bundle says of itself, and what it has for OPA, is what its pack says.
func (a *app) agrees(name string, b *bundle.Bundle, p *pack.Pack) error {
	id := p.Ref.ID
	all, err := pack.Contents(b.Files, id, bundle.DataName(id))
	if err != nil {
		return err
	}
	m := b.Manifest
	if !bytes.Equal(all[bundle.DataName(id)], b.Files[bundle.DataName(id)]) || m.Revision != p.Ref.Digest || m.Metadata.Version != p.Ref.Version {
		return &exitError{code: ExitPack, err: fmt.Errorf(a.words.packBundle.disagrees, name)}
	}
	return nil
}

// sandboxOptions says how rules run in a process of their own.
func (a *app) sandboxOptions(access packAccess) sandbox.Options {
	o := sandbox.Options{Program: a.env.Program, Log: access.log, Now: a.env.Now, Engine: access.engine, Nice: access.nice}
	if access.command {
		o.Eval, o.Quiet = commandPatience, true
	}
	return o
}

func (a *app) isolated(ctx context.Context, files fs.FS, id string, access packAccess) (*pack.Pack, error) {
	p, err := sandbox.Open(ctx, files, id, a.sandboxOptions(access))
	if errors.Is(err, sandbox.ErrNoProgram) {
		return nil, &exitError{code: ExitPack, err: errors.New(a.words.packBundle.noProgram)}
	}
	return p, err
}

func (a *app) readBundle(name string) (*bundle.Bundle, error) {
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := bundle.Read(f)
	return b, a.badBundle(name, err)
}

// readSmall reads a file that is no larger than a key or a receipt: 64 KiB, and one byte of what is larger, to be refused.
func readSmall(name string) ([]byte, error) {
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, 64<<10+1))
}

// badBundle words why a bundle is refused; nil stays nil.
func (a *app) badBundle(name string, err error) error {
	var bad *bundle.Error
	if errors.As(err, &bad) {
		return &exitError{code: ExitPack, err: fmt.Errorf("%s: %s", name, bad.In(a.lang))}
	}
	return err
}

// readPublicKeys reads keys that something may be signed with.
func (a *app) readPublicKeys(names []string) ([]ed25519.PublicKey, error) {
	var keys []ed25519.PublicKey
	for _, name := range names {
		text, err := readSmall(name)
		if err != nil {
			return nil, err
		}
		key, err := bundle.ParsePublicKey(text)
		if err != nil {
			return nil, a.badKey(name, err)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func (a *app) badKey(name string, err error) error {
	var bad *bundle.Error
	if errors.As(err, &bad) {
		return &exitError{code: ExitInput, err: fmt.Errorf("%s: %s", name, bad.In(a.lang))}
	}
	return err
}
