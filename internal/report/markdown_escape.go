package report

import (
	"fmt"
	"regexp"
	"strings"
)

// MarkdownText makes text literal wherever Markdown or HTML may stand: in a paragraph, a cell of a table, a summary. A
// character reference is never markup (CommonMark §2.5), so that what could be markup becomes one. What platforms make
// of plain text afterwards (mentions, references to issues and commits, bare addresses, emoji) is broken by a zero-width
// space. Spaces around it go: they would keep what is bold from being so.
func MarkdownText(s string) string {
	s = breakAddress.ReplaceAllString(strings.TrimSpace(Safe(s)), "$1"+zeroWidth+"$2")
	for range 2 { // a colon may end one name and begin the next
		s = breakEmoji.ReplaceAllString(s, ":"+zeroWidth+"$1")
	}
	s = breakReference.ReplaceAllString(s, "$1"+zeroWidth+"$2")
	s = breakCommit.ReplaceAllStringFunc(s, func(digits string) string { return breakSix.ReplaceAllString(digits, "$0"+zeroWidth) })
	s = breakItem.ReplaceAllString(s, "$1"+zeroWidth+"$2")
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '\u200b', strings.ContainsRune("\\`*_{}[]<>#!|~$&^@", r), i == 0 && strings.ContainsRune("+-=:", r):
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

const zeroWidth = "\u200b"

// Where a zero-width space goes: between two groups.
var (
	breakAddress   = regexp.MustCompile(`(?i)(:|\bwww)(//|\.)`)                     // https://… www.…
	breakEmoji     = regexp.MustCompile(`:([\w+-]+:)`)                              // :name:
	breakReference = regexp.MustCompile(`(?i)([@#!~$&^%*\[]|\bGH-)([\w"'\p{Han}])`) // @name #1 !1 ~label $1 &1 [issue:1] GH-1
	breakCommit    = regexp.MustCompile(`[0-9a-fA-F]{7,}`)                          // a commit by its digest,
	breakSix       = regexp.MustCompile(`[0-9a-fA-F]{6}`)                           // which has seven digits at least
	breakItem      = regexp.MustCompile(`^([0-9]{1,9})([.)](?:\s|$))`)              // 1. at the beginning is a list
)

// mdPlain is what a code span shows as it is, without a way out of it and without a column mark.
var mdPlain = regexp.MustCompile(`^[\p{L}\p{Nd}._/\[\]":,<> -]+$`)

// MarkdownCode shows a file name or a path in the type of code.
func MarkdownCode(s string) string {
	s = clip(s)
	if mdPlain.MatchString(s) && strings.TrimSpace(s) == s {
		return "`" + s + "`"
	}
	return "<code>" + MarkdownText(s) + "</code>"
}
