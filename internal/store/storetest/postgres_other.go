//go:build !unix

package storetest

import "testing"

func postgresAddress(t testing.TB) string {
	t.Helper()
	t.Skip("PostgreSQL is started on Unix only: the store is not tested on it")
	return ""
}

func stopPostgres() {}
