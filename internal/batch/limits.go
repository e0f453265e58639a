package batch

import "hegui/internal/proposal"

// Limits cap what an archive may be and how much of a file is read. A zero field means the value of [DefaultLimits].
// Bytes are counted as they come; what an archive says of itself is believed only when it is bad news.
type Limits struct {
	Proposal   int64 // bytes of one proposal; one more is read, so that the parser refuses what is too large
	Archive    int64 // bytes of an archive as it lies on the disk
	Inflated   int64 // bytes that come out of an archive
	Entries    int   // entries of an archive, of any kind
	Ratio      int64 // bytes out for each byte in, of a zip's entry or a whole tar.gz
	RatioFrom  int64 // bytes out before the ratio counts: a small file of spaces is no bomb
	NameBytes  int   // length of an entry's name
	NameLevels int   // folders in an entry's name, and the file
}

// DefaultLimits are the limits of a service that reads what strangers upload.
func DefaultLimits() Limits {
	return Limits{
		Proposal: int64(proposal.DefaultLimits().Bytes), Archive: 64 << 20, Inflated: 512 << 20, Entries: 10_000,
		Ratio: 100, RatioFrom: 64 << 10, NameBytes: 255, NameLevels: 16,
	}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	or(&l.Proposal, d.Proposal)
	or(&l.Archive, d.Archive)
	or(&l.Inflated, d.Inflated)
	or(&l.Entries, d.Entries)
	or(&l.Ratio, d.Ratio)
	or(&l.RatioFrom, d.RatioFrom)
	or(&l.NameBytes, d.NameBytes)
	or(&l.NameLevels, d.NameLevels)
	return l
}

func or[T int | int64](value *T, otherwise T) {
	if *value == 0 {
		*value = otherwise
	}
}
