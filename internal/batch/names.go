package batch

import (
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// shownRunes is how much of a name that is refused is shown.
const shownRunes = 120

// entryName gives the name of an archive's entry as reports show it, or refuses it. Nothing is ever written under such a
// name; it is refused because people unpack the same archive with tools that do.
func entryName(raw string, l Limits) (string, error) {
	name := decodeName(raw)
	switch clean := path.Clean(name); {
	case len(name) > l.NameBytes || strings.Count(clean, "/") >= l.NameLevels:
		return shown(name), fault("E_ENTRY_NAME", "kind", "long", "bytes", l.NameBytes, "levels", l.NameLevels)
	case !printable(name):
		return shown(name), fault("E_ENTRY_NAME", "kind", "character")
	case strings.Contains(name, `\`) || strings.HasPrefix(name, "/") || hasDrive(name) || climbs(name):
		return shown(name), fault("E_ENTRY_NAME")
	default:
		return clean, nil
	}
}

// decodeName reads a name that is not UTF-8 as GB18030, in which Windows packs Chinese names.
func decodeName(raw string) string {
	if utf8.ValidString(raw) {
		return raw
	}
	name, err := simplifiedchinese.GB18030.NewDecoder().String(raw)
	if err != nil || strings.ContainsRune(name, utf8.RuneError) {
		return raw
	}
	return name
}

// printable says whether a name is what it looks like: no controls, nothing invisible, no change of direction.
func printable(name string) bool {
	for _, r := range name {
		if r == utf8.RuneError || !unicode.IsGraphic(r) {
			return false
		}
	}
	return true
}

// hasDrive says whether a name begins like "C:".
func hasDrive(name string) bool {
	return len(name) > 1 && name[1] == ':' && (name[0]|0x20) >= 'a' && (name[0]|0x20) <= 'z'
}

// climbs says whether a part of a name is "..", also where it would lead back inside.
func climbs(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == ".." {
			return true
		}
	}
	return false
}

// shown writes a name that is refused: what is not printable is escaped, and a long one is cut.
func shown(name string) string {
	var out strings.Builder
	runes := 0
	for i, r := range name {
		if runes++; runes > shownRunes {
			out.WriteString("…")
			break
		}
		switch _, size := utf8.DecodeRuneInString(name[i:]); {
		case r == utf8.RuneError && size == 1:
			out.WriteString(`\x` + strconv.FormatUint(uint64(name[i]), 16))
		case unicode.IsGraphic(r):
			out.WriteRune(r)
		default:
			out.WriteString(strings.Trim(strconv.QuoteRuneToASCII(r), "'"))
		}
	}
	return out.String()
}

// isProposalEntry says whether an entry with a name that is in order holds a proposal: a folder gives the same files.
func isProposalEntry(name string) bool {
	folder, file := path.Split(name)
	for part := range strings.SplitSeq(strings.TrimSuffix(folder, "/"), "/") {
		if isHidden(part) {
			return false
		}
	}
	return isProposal(file)
}
