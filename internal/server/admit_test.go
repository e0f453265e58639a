package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"hegui/internal/auth"
)

// admitted is an authenticator that a test scripts.
type admitted func() (auth.Principal, error)

func (a admitted) Authenticate(context.Context, string) (auth.Principal, error) { return a() }

// Whatever goes wrong in the check of credentials, nobody is let in.
func TestAdmitFailsClosed(t *testing.T) {
	t.Parallel()
	reader := auth.Principal{ID: "key:a", Kind: auth.KindKey, Scopes: []auth.Scope{auth.Read}}
	for _, tc := range []struct {
		name   string
		check  admitted
		change func(*Server)
		want   int
	}{
		{"all is well", func() (auth.Principal, error) { return reader, nil }, nil, http.StatusOK},
		{"an error of no known kind, with a principal", func() (auth.Principal, error) { return reader, errors.New("odd") }, nil, http.StatusUnauthorized},
		{"nobody, without an error", func() (auth.Principal, error) { return auth.Principal{}, nil }, nil, http.StatusForbidden},
		{"a panic", func() (auth.Principal, error) { panic("odd") }, nil, http.StatusInternalServerError},
		{"a route that is not in the document", func() (auth.Principal, error) { return reader, nil },
			func(s *Server) { delete(s.operations, "GET /v1/packs") }, http.StatusNotFound},
	} {
		s, err := New(Options{Now: func() time.Time { return time.Unix(1e9, 0) }, Log: slog.New(slog.DiscardHandler), Auth: tc.check})
		if err != nil {
			t.Fatal(err)
		}
		if tc.change != nil {
			tc.change(s)
		}
		r := httptest.NewRequest(http.MethodGet, "/v1/packs", http.NoBody)
		r.Header.Set("Authorization", "Bearer x")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, w.Code, tc.want)
		}
	}
}
