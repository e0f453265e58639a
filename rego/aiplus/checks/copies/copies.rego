# METADATA
# title: Copied text
# description: >-
#   Free text that was not written for the place where it stands: nearly the same as another text of the proposal, or
#   taken from the policy document itself (X-BOIL). Such a text counts as empty. The caller names the texts to compare,
#   because comparing everything with everything would find forms filled in alike, and take long.
# custom:
#   title_zh: 照抄的文字
#   description_zh: "不是为所在位置写的文字：与申报书另一处几乎相同，或抄自政策原文（X-BOIL）。这样的文字视同未填。比较哪些文字由调用它的规则指定：\
#     全部两两比较既会误伤格式化的填写，也太慢。"
package aiplus.checks.copies

import data.aiplus.thresholds

# METADATA
# description: >-
#   At most one disagreement for each text, given as pairs [path, text] in the order of the proposal: taken from the
#   policy document, or else a copy of earlier texts (related). Args flaw, and pct: how much of it is copied.
of(texts) := from_source | _repeated(left) if {
	written := [{"path": path, "plain": plain, "pieces": pieces, "probes": _probes(pieces)} |
		some [path, text] in texts
		plain := _plain(text)
		plain != ""
		pieces := _pieces(plain)
	]
	from_source := _from_source(written)
	found := {disagreement.path | some disagreement in from_source}
	left := [text | some text in written; not text.path in found]
}

# Letters and digits: punctuation, spaces and capitals do not make a text another one.
_plain(text) := regex.replace(lower(text), `[^\p{L}\p{N}]+`, "")

# Every fifth shingle of five characters, or the whole of a text that is shorter.
_pieces(plain) := regex.find_n(`.....`, plain, -1) if {
	count(plain) >= 5
} else := [plain]

# Comparing shingles is dear and hardly ever necessary, so a few pieces are looked for first. Texts that are nearly the
# same have few differences, and each spoils at most five shingles: of pieces further apart than the differences, half
# and more are found in the other text as well.
_probes(pieces) := pieces if {
	count(pieces) <= _step
} else := [pieces[i] | some i in numbers.range_step(floor(_step / 2), count(pieces) - 1, _step)]

_step := max([1, ceil(100 / (101 - thresholds.copies_alike_pct_min.value)) - 1])

# What is as short as a term of art may well be found in the document.
_from_source(written) := {disagreement |
	some text in written
	count(text.plain) >= thresholds.copies_length_min.value
	_in_source(text.pieces)
	found := count([1 | some piece in text.pieces; contains(_source, piece)])
	pct := floor((found * 100) / count(text.pieces))
	pct >= thresholds.copies_source_pct_min.value
	disagreement := _disagreement(text, [], "copy_of_source", pct)
}

# Looking for all pieces is dear as well. Where none of the first ones is found, too few are left.
_in_source(pieces) if {
	first := floor((count(pieces) * (100 - thresholds.copies_source_pct_min.value)) / 100) + 1
	some piece in array.slice(pieces, 0, first)
	contains(_source, piece)
}

_repeated(written) := {disagreement |
	suspects := array.slice(_suspects(written), 0, thresholds.copies_compared_max.value)
	some i, text in suspects
	copies := [[earlier.path, pct] |
		some earlier in array.slice(suspects, 0, i)
		pct := _alike(text, earlier)
		pct >= thresholds.copies_alike_pct_min.value
	]
	related := [copy[0] | some copy in copies]

	# Where there is no copy, there is no greatest likeness, and no disagreement.
	disagreement := _disagreement(text, related, "copy_of_text", max([copy[1] | some copy in copies]))
}

_suspects(written) := [text |
	together := concat("\n", [text.plain | some text in written])
	some text in written
	shared := count([1 | some probe in text.probes; strings.count(together, probe) > 1])
	shared * 2 >= count(text.probes)
]

# Shingles that two texts share, of all that they have, in per cent.
_alike(a, b) := floor((count(ours & theirs) * 100) / count(ours | theirs)) if {
	ours := _shingles(a.plain)
	theirs := _shingles(b.plain)
}

_shingles(plain) := {substring(plain, i, 5) | some i in numbers.range(0, max([0, count(plain) - 5]))}

_disagreement(text, related, flaw, pct) := {
	"path": text.path,
	"related": related,
	"args": {"flaw": {"term": flaw}, "pct": pct},
}
