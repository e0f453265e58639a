package pack

import (
	"maps"
	"slices"

	"hegui/internal/catalog"
)

// Phrase gives the Chinese of a fault's format, and its repair.
func Phrase(format string) (zh string, repair catalog.Text, ok bool) {
	p, ok := phrases[format]
	return p.zh, p.repair, ok
}

// Phrases lists the formats that have a Chinese.
func Phrases() []string { return slices.Sorted(maps.Keys(phrases)) }
