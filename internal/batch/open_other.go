//go:build !unix

package batch

// nonBlocking is nothing where no pipe has a name among files.
const nonBlocking = 0
