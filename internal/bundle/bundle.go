// Package bundle packs a policy into one file and takes it out again: a bundle as OPA has it, a gzipped tar with a
// .manifest, perhaps with a signature that `opa` checks, too. Start at [Write], [Read], [Sign] and [Bundle.Verify].
//
// A bundle comes from anybody. Reading one is bounded in every direction, writes nothing to the disk, and takes nothing
// but regular files with plain names in the places where a pack has them.
package bundle

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hegui/internal/catalog"
)

// Limits of a bundle. They are those of a pack that is read from a folder: what can be packed can be read.
const (
	MaxBytes   = 10 << 20 // as it lies on the disk, and as it comes out
	MaxFile    = 1 << 20  // one file, in bytes
	maxFiles   = 2001     // those of a pack, and the manifest
	nameBytes  = 255
	nameLevels = 16
)

const (
	manifestName   = ".manifest"
	signaturesName = ".signatures.json"
)

// Error says why a bundle is refused.
type Error struct {
	Code string // "E_BUNDLE_LINK"; stable
	Text catalog.Text
}

func (e *Error) Error() string { return e.Text.EN }

// In words the error in a language.
func (e *Error) In(lang catalog.Lang) string { return e.Text.In(lang) }

func refuse(code, zh, en string, args ...any) *Error {
	return &Error{Code: code, Text: catalog.Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// Manifest is what a bundle says of itself, in OPA's form.
type Manifest struct {
	Revision    string   `json:"revision"` // the digest of the pack
	Roots       []string `json:"roots"`    // what it has below data: nothing else may be there
	RegoVersion int      `json:"rego_version"`
	Metadata    Metadata `json:"metadata"`
}

// Metadata names the pack.
type Metadata struct {
	Pack    string `json:"pack"`
	Version string `json:"version"`
}

// Bundle is a bundle that was read. Nothing is known of its signature before [Bundle.Verify].
type Bundle struct {
	Manifest  Manifest
	Files     Files // those of the pack, and its data for OPA
	signature []byte
	manifest  []byte
}

// NewManifest makes the manifest of a pack.
func NewManifest(pack, version, digest string) Manifest {
	return Manifest{Revision: digest, Roots: roots(pack), RegoVersion: 1, Metadata: Metadata{Pack: pack, Version: version}}
}

// roots are what a pack has below data: its libraries, itself, and the tests of its own package.
func roots(pack string) []string { return []string{"lib", pack, pack + "_test"} }

// Write writes a bundle without a signature. The same files give the same bytes: names are sorted, times are zero, and
// nothing of the machine is in it. The error is a name or a size that [Read] would refuse, or one of the writer.
func Write(w io.Writer, m Manifest, files Files) error {
	raw, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("write manifest: %w", err)
	}
	return write(w, &Bundle{Manifest: m, Files: files, manifest: append(raw, '\n')})
}

func write(w io.Writer, b *Bundle) error {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(z)
	add := func(name string, content []byte) error {
		err := t.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(content)), Typeflag: tar.TypeReg, Format: tar.FormatPAX})
		if err == nil {
			_, err = t.Write(content)
		}
		return err
	}
	err = add(manifestName, b.manifest)
	if len(b.signature) > 0 {
		err = errors.Join(err, add(signaturesName, b.signature))
	}
	for _, name := range slices.Sorted(maps.Keys(b.Files)) {
		if err == nil {
			err = add(name, b.Files[name])
		}
	}
	if err = errors.Join(err, t.Close(), z.Close()); err != nil {
		return fmt.Errorf("write bundle: %w", err)
	}
	if _, err := Read(bytes.NewReader(out.Bytes())); err != nil { // what is written can be read
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// Read reads a bundle to its end. What is not in order is an *[Error].
func Read(r io.Reader) (*Bundle, error) {
	packed, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(packed) > MaxBytes {
		return nil, tooLarge()
	}
	rest := bytes.NewReader(packed)
	z, err := gzip.NewReader(rest)
	if err != nil {
		return nil, damaged(err)
	}
	z.Multistream(false)
	b := &Bundle{Files: Files{}}
	if err := b.unpack(tar.NewReader(&limited{z, MaxBytes})); err != nil {
		return nil, err
	}
	if n, err := io.Copy(io.Discard, io.LimitReader(z, MaxFile)); err != nil || n == MaxFile || rest.Len() > 0 {
		return nil, refuse("E_BUNDLE_TRAILING", "包文件末尾之后还有内容", "something follows the end of the bundle")
	}
	return b, b.check()
}

func (b *Bundle) unpack(t *tar.Reader) error {
	seen := map[string]string{}
	for n := 0; ; n++ {
		h, err := t.Next()
		switch {
		case err == io.EOF:
			return nil
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return damaged(err)
		case n >= maxFiles:
			return refuse("E_BUNDLE_FILES", "包内文件超过 %d 个", "the bundle has more than %d files", maxFiles)
		}
		if err := checkEntry(h); err != nil {
			return err
		}
		key := strings.ToLower(h.Name)
		if first, twice := seen[key]; twice {
			return refuse("E_BUNDLE_TWICE", "包内 %q 与 %q 重复", "the bundle has %[2]q and %[1]q, which some systems take for one file", h.Name, first)
		}
		seen[key] = h.Name
		content, err := io.ReadAll(io.LimitReader(t, MaxFile+1))
		switch {
		case err != nil:
			return damaged(err)
		case len(content) > MaxFile:
			return refuse("E_BUNDLE_FILE_SIZE", "%q 超过 %d 字节", "%q is larger than %d bytes", h.Name, MaxFile)
		case h.Name == manifestName:
			b.manifest = content
		case h.Name == signaturesName:
			b.signature = content
		default:
			b.Files[h.Name] = content
		}
	}
}

// checkEntry refuses what is not a regular file with a plain name. Nothing is ever written under these names; they are
// refused because people unpack the same file with tools that do.
func checkEntry(h *tar.Header) error {
	shown := h.Name
	if len(shown) > 120 {
		shown = shown[:120]
	}
	plain := utf8.ValidString(h.Name) && !strings.ContainsFunc(h.Name, func(r rune) bool { return !unicode.IsGraphic(r) || r == '\\' || r == ':' })
	if !plain || !fs.ValidPath(h.Name) || len(h.Name) > nameBytes || strings.Count(h.Name, "/") >= nameLevels {
		return refuse("E_BUNDLE_NAME", "包内文件名 %q 不可接受：须是包内的相对路径", "the bundle has a file %q: names must be plain paths inside the bundle", shown)
	}
	sparse := h.Typeflag == tar.TypeGNUSparse
	for key := range h.PAXRecords {
		sparse = sparse || strings.HasPrefix(key, "GNU.sparse.")
	}
	if h.Typeflag != tar.TypeReg || sparse {
		return refuse("E_BUNDLE_LINK", "包内 %q 不是普通文件", "%q in the bundle is not a regular file", shown)
	}
	return nil
}

// check holds the files against the manifest.
func (b *Bundle) check() error {
	if _, ok := b.Files["patch.json"]; ok {
		return refuse("E_BUNDLE_DELTA", "这是增量包（含 patch.json），增量包无法签名，不予接受", "this is a delta bundle (it has patch.json); delta bundles cannot be signed and are not taken")
	}
	if err := strict(b.manifest, &b.Manifest); err != nil {
		return refuse("E_BUNDLE_MANIFEST", ".manifest 不存在或无法读取；用 hegui pack build 打包", ".manifest is missing or cannot be read; make bundles with hegui pack build")
	}
	id := b.Manifest.Metadata.Pack
	if !plainID(id) || !slices.Equal(b.Manifest.Roots, roots(id)) || b.Manifest.RegoVersion != 1 {
		return refuse("E_BUNDLE_MANIFEST", ".manifest 与规则包 %q 不符：roots 应为 %q，rego_version 应为 1", ".manifest does not fit a pack %q: roots must be %q and rego_version 1", id, roots(id))
	}
	for _, name := range slices.Sorted(maps.Keys(b.Files)) {
		if !belongs(name, id) {
			return refuse("E_BUNDLE_FOREIGN", "%q 不属于规则包 %q", "%q is no file of pack %q", name, id)
		}
	}
	return nil
}

// belongs says whether a file lies where a pack has files. What OPA takes for data is only where the pack's own is.
func belongs(name, id string) bool {
	base := name[strings.LastIndex(name, "/")+1:]
	for _, data := range []string{"data.json", "data.yaml", "data.yml", ".manifest", ".manifest.pb", ".signatures.json", "policy.wasm", "plan.json"} {
		if base == data {
			return name == DataName(id)
		}
	}
	if name == "policies/"+id+".plan" { // the plan of the rules
		return true
	}
	for _, folder := range []string{"policies/" + id + "/", "rego/" + id + "/", "rego/lib/", "seeds/"} {
		if strings.HasPrefix(name, folder) {
			return strings.HasSuffix(name, ".rego") == strings.HasPrefix(folder, "rego/")
		}
	}
	return false
}

// DataName is where a bundle has the thresholds of a pack as OPA reads them.
func DataName(id string) string { return id + "/thresholds/data.json" }

func plainID(id string) bool {
	for _, r := range id {
		if (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '_' {
			return false
		}
	}
	return id != "" && id != "lib"
}

func tooLarge() *Error {
	return refuse("E_BUNDLE_SIZE", "包文件（压缩前或压缩后）超过 %d 字节", "the bundle is larger than %d bytes, packed or unpacked", MaxBytes)
}

func damaged(err error) error {
	var ours *Error
	if errors.As(err, &ours) {
		return ours
	}
	return refuse("E_BUNDLE_DAMAGED", "文件已损坏，或不是 .tar.gz 包：%v", "the file is damaged, or no .tar.gz bundle: %v", err)
}

// limited lets bytes through until there are too many: a member that says it is a gibibyte is never unpacked.
type limited struct {
	from io.Reader
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, tooLarge()
	}
	return n, err
}
