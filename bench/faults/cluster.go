package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"sort"
	"strconv"
	"syscall"
	"time"
)

// cluster is a PostgreSQL of this program, on a socket in its folder and on no network. What is written is synced.
type cluster struct {
	dir  string
	bin  string
	attr *syscall.SysProcAttr
}

func startCluster(ctx context.Context, dir string) (*cluster, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	if len(found) == 0 {
		return nil, fmt.Errorf("PostgreSQL is not installed (apt-get install postgresql)")
	}
	sort.Strings(found)
	c := &cluster{dir: filepath.Join(dir, "pg"), bin: found[len(found)-1], attr: &syscall.SysProcAttr{Setpgid: true}}
	if err := os.Mkdir(c.dir, 0o755); err != nil {
		return nil, err
	}
	if err := os.Chmod(dir, 0o755); err != nil { // another user must get through
		return nil, err
	}
	if os.Getuid() == 0 {
		if err := c.unprivileged(c.dir); err != nil {
			return nil, err
		}
	}
	if err := c.run(ctx, "initdb", "-D", c.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"); err != nil {
		return nil, err
	}
	return c, c.start(ctx)
}

// unprivileged gives a folder to the user postgres, who runs the server: root may not.
func (c *cluster) unprivileged(dir string) error {
	u, err := user.Lookup("postgres")
	if err != nil {
		return err
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return err
	}
	c.attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(dir, uid, gid)
}

func (c *cluster) data() string { return filepath.Join(c.dir, "data") }

func (c *cluster) run(ctx context.Context, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, filepath.Join(c.bin, name), args...)
	cmd.SysProcAttr, cmd.Dir = c.attr, c.dir
	log, err := os.OpenFile(filepath.Join(c.dir, "log"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Run(); err != nil {
		text, _ := os.ReadFile(filepath.Join(c.dir, "log"))
		return fmt.Errorf("%s: %w\n%s", name, err, text[max(0, len(text)-2000):])
	}
	return nil
}

func (c *cluster) start(ctx context.Context) error {
	return c.run(ctx, "pg_ctl", "-D", c.data(), "-w", "-l", filepath.Join(c.dir, "server.log"), "-o",
		"-k "+c.dir+" -c listen_addresses= -c max_connections=100 -c shared_buffers=128MB -c max_wal_size=4GB", "start")
}

// crash ends the server at once, and starts it again after a moment.
func (c *cluster) crash() {
	ctx := context.Background()
	if err := c.run(ctx, "pg_ctl", "-D", c.data(), "-m", "immediate", "-w", "stop"); err != nil {
		fmt.Println("  stop:", err)
	}
	time.Sleep(time.Second)
	if err := c.start(ctx); err != nil {
		fmt.Println("  start:", err)
	}
}

// standby makes a copy of the server that follows it, and that commits wait for when it is synchronous.
func (c *cluster) standby(ctx context.Context, synchronous bool) (*cluster, error) {
	s := &cluster{dir: c.dir + "-standby", bin: c.bin, attr: c.attr}
	if err := os.Mkdir(s.dir, 0o755); err != nil {
		return nil, err
	}
	if os.Getuid() == 0 {
		if err := s.unprivileged(s.dir); err != nil {
			return nil, err
		}
	}
	from := "host=" + c.dir + " user=postgres application_name=standby"
	if err := s.run(ctx, "pg_basebackup", "-d", from, "-D", s.data(), "-R", "-X", "stream", "-c", "fast"); err != nil {
		return nil, err
	}
	if err := s.start(ctx); err != nil {
		return nil, err
	}
	if !synchronous {
		return s, nil
	}
	if err := c.sql(ctx, "ALTER SYSTEM SET synchronous_standby_names = 'standby'"); err != nil {
		return nil, err
	}
	if err := c.sql(ctx, "SELECT pg_reload_conf()"); err != nil {
		return nil, err
	}
	for until := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		err := c.sql(ctx, "DO $$ BEGIN ASSERT (SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'); END $$")
		if err == nil || time.Now().After(until) {
			return s, err
		}
	}
}

// remove ends a server and takes its files away.
func (c *cluster) remove() {
	c.stop()
	_ = os.RemoveAll(c.dir)
}

func (c *cluster) stop() {
	_ = c.run(context.Background(), "pg_ctl", "-D", c.data(), "-m", "immediate", "stop")
}

// create makes a database, a copy of another one unless that is "".
func (c *cluster) create(ctx context.Context, name, of string, options ...string) error {
	args := append([]string{"-h", c.dir, "-U", "postgres"}, options...)
	if of != "" {
		args = append(args, "-T", of)
	}
	return c.run(ctx, "createdb", append(args, name)...)
}

func (c *cluster) drop(ctx context.Context, name string) error {
	return c.run(ctx, "dropdb", "-h", c.dir, "-U", "postgres", "-f", name)
}

func (c *cluster) sql(ctx context.Context, statement string) error {
	return c.run(ctx, "psql", "-h", c.dir, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-c", statement)
}

func (c *cluster) address(name string) string {
	return "postgres://postgres@/" + name + "?host=" + c.dir
}
