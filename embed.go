// Package hegui carries what the program is built with: the packs, their Rego, their source documents and the example
// proposals, as one file system. Paths in messages are paths in the repository.
package hegui

import "embed"

// Files holds policies/, rego/, seeds/ and examples/ exactly as they lie in the repository.
//
//go:embed policies rego seeds examples
var Files embed.FS
