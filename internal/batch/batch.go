// Package batch turns what a user names (files, folders, patterns, archives, lines of standard input) into a stream of
// proposals and does them in parallel, in their order and in bounded memory. Start at [Inputs.Items] and [Run]; [Journal]
// lets a run that was ended go on where it was.
package batch

// Item is one proposal of the input, or why there is none.
type Item struct {
	Name string // as reports show it: "dir/a.yaml", "set.zip!a/b.yaml", "set.ndjson:17", "<stdin>"
	Src  []byte // what is assessed, byte for byte; at most one byte more than the limit. nil when Err is not nil
	Err  error  // why this one cannot be assessed: an *[Error] or of the file system. The others go on
}
