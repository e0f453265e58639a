//go:build unix

package storetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// cluster is the PostgreSQL of this process: in a folder of its own, on a socket there, on no network.
var cluster struct {
	once    sync.Once
	folder  string
	stop    io.Closer // its end tells the shell, and the shell the server
	ended   chan error
	err     error
	schemas atomic.Int64
}

var errAbsent = errors.New("PostgreSQL is not installed (apt-get install postgresql)")

// Program finds a program of PostgreSQL, which Debian does not put on the path.
func program(name string) (string, error) {
	if path, err := exec.LookPath(name); err == nil {
		return path, nil
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + name)
	if len(found) == 0 {
		return "", errAbsent
	}
	sort.Strings(found)
	return found[len(found)-1], nil
}

// postgresAddress gives a schema of its own in the cluster.
func postgresAddress(t testing.TB) string {
	t.Helper()
	cluster.once.Do(func() { cluster.err = startPostgres() })
	if errors.Is(cluster.err, errAbsent) && !required() {
		t.Skipf("%v: the store is not tested on it", cluster.err)
	}
	if cluster.err != nil {
		t.Fatal(cluster.err)
	}
	schema := fmt.Sprintf("test_%d", cluster.schemas.Add(1))
	base := "postgres://postgres@/postgres?host=" + cluster.folder
	c, err := pgx.Connect(t.Context(), base)
	if err == nil {
		_, err = c.Exec(t.Context(), "CREATE SCHEMA "+schema)
		err = errors.Join(err, c.Close(context.WithoutCancel(t.Context())))
	}
	if err != nil {
		t.Fatal(err)
	}
	return base + "&search_path=" + schema
}

func startPostgres() error {
	initdb, err := program("initdb")
	if err != nil {
		return err
	}
	postgres, err := program("postgres")
	if err != nil {
		return err
	}
	if cluster.folder, err = os.MkdirTemp("", "hegui-postgres-"); err != nil {
		return err
	}
	attributes, err := unprivileged(cluster.folder)
	if err != nil {
		return err
	}
	data := filepath.Join(cluster.folder, "data")
	cmd := exec.Command(initdb, "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	cmd.SysProcAttr, cmd.Dir = attributes, cluster.folder
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, out)
	}
	// The shell ends the server when this process ends, however that happens: its standard input closes.
	cmd = exec.Command("sh", "-c", `"$0" "$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server`,
		postgres, "-D", data, "-k", cluster.folder, "-c", "listen_addresses=", "-c", "max_connections=200", "-c", "shared_buffers=32MB")
	cmd.SysProcAttr, cmd.Dir = attributes, cluster.folder
	log, err := os.Create(filepath.Join(cluster.folder, "log"))
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	if cluster.stop, err = cmd.StdinPipe(); err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	cluster.ended = make(chan error, 1)
	go func() { cluster.ended <- cmd.Wait() }()
	return awaitPostgres()
}

// awaitPostgres waits until the server takes connections.
func awaitPostgres() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		c, err := pgx.Connect(ctx, "postgres://postgres@/postgres?host="+cluster.folder)
		if err == nil {
			return c.Close(ctx)
		}
		select {
		case <-cluster.ended:
			log, _ := os.ReadFile(filepath.Join(cluster.folder, "log"))
			return fmt.Errorf("PostgreSQL ended: %s", strings.TrimSpace(string(log)))
		case <-ctx.Done():
			return fmt.Errorf("PostgreSQL does not answer: %w", err)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// unprivileged gives the folder to the user postgres and says to run as them, when this process is root, which PostgreSQL
// refuses to be.
func unprivileged(folder string) (*syscall.SysProcAttr, error) {
	if os.Getuid() != 0 {
		return &syscall.SysProcAttr{Setpgid: true}, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return nil, err
	}
	// Of its own process group: a Ctrl-C for the tests must not reach it before they are done with it.
	return &syscall.SysProcAttr{Setpgid: true, Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, os.Chown(folder, uid, gid)
}

func stopPostgres() {
	if cluster.stop != nil {
		_ = cluster.stop.Close()
		<-cluster.ended
	}
	if cluster.folder != "" {
		_ = os.RemoveAll(cluster.folder)
	}
}
