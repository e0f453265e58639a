package auth

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"time"
	"unicode"
	"unicode/utf8"
)

const (
	fileVersion = "hegui/keys/v1"
	fileBytes   = 4 << 20 // of a file of keys; one takes about 250 bytes
	nameLength  = 100     // characters

	// MaxLifetime is how long a key can be valid, DefaultLifetime how long it is when nobody says.
	MaxLifetime     = 365 * 24 * time.Hour
	DefaultLifetime = 90 * 24 * time.Hour
)

// Key is what is kept of a key. The secret is not: SHA256 is the hash of the whole key, and 256 random bits need no salt.
type Key struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Scopes  []Scope    `json:"scopes"`
	Created time.Time  `json:"created"`
	Expires time.Time  `json:"expires"`
	Revoked *time.Time `json:"revoked,omitempty"` // nil while it is not
	SHA256  string     `json:"sha256"`            // hex
	Role    Role       `json:"role,omitempty"`
	Party   string     `json:"party,omitempty"` // see [ValidStanding]
}

// State is what a key is good for at a time: "active", "expired" or "revoked".
func (k *Key) State(now time.Time) string {
	switch {
	case k.Revoked != nil:
		return "revoked"
	case !now.Before(k.Expires):
		return "expired"
	}
	return "active"
}

// Fault is what is wrong with a file of keys.
type Fault string

// The faults of a file.
const (
	FaultMode    Fault = "mode"    // others than its owner may read or write it
	FaultRegular Fault = "regular" // a folder, a pipe or a device
	FaultContent Fault = "content" // not what hegui wrote
	FaultLocked  Fault = "locked"  // another process has been changing it for too long
)

// FileError says which file of keys cannot be used and why. It quotes nothing of the file.
type FileError struct {
	Path   string
	Fault  Fault
	Detail string // for FaultContent, which part; may be empty
}

func (e *FileError) Error() string {
	what := map[Fault]string{
		FaultMode: "others than its owner may read it; chmod 600 it", FaultRegular: "not a regular file",
		FaultContent: "not as hegui wrote it", FaultLocked: "another process is changing it",
	}[e.Fault]
	if e.Detail != "" {
		what += ": " + e.Detail
	}
	return fmt.Sprintf("keys %s: %s", e.Path, what)
}

type keyFile struct {
	Version string `json:"version"`
	Keys    []Key  `json:"keys"`
}

// readFile reads a file of keys, and what the file system said of just the bytes that were read. The error is a
// [FileError], or that of the file system.
func readFile(path string) ([]Key, fs.FileInfo, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, nil, &FileError{Path: path, Fault: FaultRegular} // opening a pipe would wait
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, &FileError{Path: path, Fault: FaultRegular}
	}
	if !private(info) {
		return nil, nil, &FileError{Path: path, Fault: FaultMode}
	}
	src, err := io.ReadAll(io.LimitReader(f, fileBytes+1))
	if err != nil {
		return nil, nil, err
	}
	keys, detail := decode(src)
	if detail != "" {
		return nil, nil, &FileError{Path: path, Fault: FaultContent, Detail: detail}
	}
	return keys, info, nil
}

// decode reads keys strictly: but for white space, the bytes are those that encode would write for what was read. So a
// name given twice, in another case, or unknown cannot say one thing to a person and another to the service. The detail is
// empty when all is well; it never quotes the file, where somebody may have put a key.
func decode(src []byte) (keys []Key, detail string) {
	if len(src) > fileBytes {
		return nil, "too large"
	}
	var file keyFile
	if err := json.Unmarshal(src, &file); err != nil {
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			return nil, fmt.Sprintf("no JSON at byte %d", syntax.Offset)
		}
		return nil, "a value of the wrong type"
	}
	if file.Version != fileVersion {
		return nil, "another version than " + fileVersion
	}
	seen := map[string]bool{}
	for i := range file.Keys {
		if what := file.Keys[i].defect(); what != "" {
			return nil, fmt.Sprintf("key %d: %s", i+1, what)
		}
		if seen[file.Keys[i].ID] {
			return nil, fmt.Sprintf("key %d: its id is there already", i+1)
		}
		seen[file.Keys[i].ID] = true
	}
	var compact bytes.Buffer
	canonical, err := json.Marshal(file)
	if err != nil || json.Compact(&compact, src) != nil || !bytes.Equal(compact.Bytes(), canonical) {
		return nil, "a name that is unknown, given twice or out of its place"
	}
	return file.Keys, ""
}

func encode(keys []Key) ([]byte, error) {
	src, err := json.MarshalIndent(keyFile{fileVersion, keys}, "", "  ")
	return append(src, '\n'), err
}

// defect says what is wrong with a key; it is empty when nothing is.
func (k *Key) defect() string {
	sum, err := hex.DecodeString(k.SHA256)
	switch {
	case len(k.ID) != idLength || !isBase32(k.ID):
		return "id"
	case !ValidName(k.Name):
		return "name"
	case !ValidScopes(k.Scopes):
		return "scopes"
	case !ValidStanding(k.Scopes, k.Role, k.Party):
		return "role"
	case !k.Expires.After(k.Created) || k.Expires.Sub(k.Created) > MaxLifetime:
		return "expires"
	case k.Revoked != nil && k.Revoked.Before(k.Created):
		return "revoked"
	case err != nil || len(sum) != sha256.Size || hex.EncodeToString(sum) != k.SHA256:
		return "sha256"
	}
	return ""
}

// ValidName says whether a key can have a name: 1 to 100 characters that can be seen, spaces between them allowed.
func ValidName(name string) bool {
	n := utf8.RuneCountInString(name)
	if n == 0 || n > nameLength || !utf8.ValidString(name) || name[0] == ' ' || name[len(name)-1] == ' ' {
		return false
	}
	for _, r := range name {
		if !unicode.IsPrint(r) { // neither control characters nor those that turn the direction of a line
			return false
		}
	}
	return true
}

// ValidScopes says whether a key can have these scopes: at least one, each known, none twice.
func ValidScopes(scopes []Scope) bool {
	for i, s := range scopes {
		if !slices.Contains(Scopes(), s) || slices.Contains(scopes[:i], s) {
			return false
		}
	}
	return len(scopes) > 0
}
