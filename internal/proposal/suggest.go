package proposal

import (
	"slices"
	"strings"
)

// separators are what people mix up inside a word.
var separators = strings.NewReplacer("-", "", "_", "")

// Suggest finds the known word that somebody most likely meant: the same but for case, hyphens and underscores, else the
// nearest by inserted, dropped, changed and swapped letters, at most one in three of them and never all. Of two equally
// near it gives the first by alphabet; false when none is near.
func Suggest(word string, known []string) (string, bool) {
	known = slices.Sorted(slices.Values(known))
	same := separators.Replace(strings.ToLower(word))
	for _, k := range known {
		if separators.Replace(strings.ToLower(k)) == same {
			return k, true
		}
	}
	letters := []rune(strings.ToLower(word))
	best, distance := "", min(max(1, len(letters)/3)+1, len(letters))
	for _, k := range known {
		if d := editDistance(letters, []rune(strings.ToLower(k)), distance); d < distance {
			best, distance = k, d
		}
	}
	return best, best != ""
}

// editDistance is the distance of Damerau and Levenshtein (adjacent swaps count one), or limit when it is not below it.
func editDistance(a, b []rune, limit int) int {
	if len(a)-len(b) >= limit || len(b)-len(a) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}
