// Package hegui carries what the program is built with: the packs, their Rego, their source documents and the example
// proposals, as one file system. Paths in messages are paths in the repository.
package hegui

import "embed"

// Files holds policies/, rego/, seeds/ and the proposals of examples/ exactly as they lie in the repository. Clients, calls
// and gates stay outside: they are for other programs, and npm installs beside them.
//
//go:embed policies rego seeds examples/mutants examples/proposals examples/witnesses
var Files embed.FS
