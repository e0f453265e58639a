package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotFile says that only a store in a file can be backed up like this: PostgreSQL has programs of its own for it.
var ErrNotFile = errors.New("the store is not in a file")

// Backup is what is known of a copy.
type Backup struct {
	Bytes int64
	Head  AuditHead // where the audit log of the copy ends
}

// Backup copies a store in a file to another file, while others read and write: the copy is the store at one moment. It is
// checked as a whole, audit log included, before it gets its name; what was there under the name is never replaced. The error
// is [ErrNotFile], fs.ErrExist, [ErrDamaged], or that of the file system. It is an [AuditError] when the store's own log was
// tampered with: the copy is made all the same, since it may be the last one.
func (s *Store) Backup(ctx context.Context, name string) (_ Backup, err error) {
	db, ok := s.db.(*sqliteDB)
	if !ok {
		return Backup{}, ErrNotFile
	}
	if _, err := os.Lstat(name); err == nil {
		return Backup{}, &fs.PathError{Op: "backup", Path: name, Err: fs.ErrExist}
	}
	part, err := os.CreateTemp(filepath.Dir(name), ".hegui-backup-*") // for its owner only
	if err != nil {
		return Backup{}, err
	}
	defer func() { err = errors.Join(err, ignoreAbsent(os.Remove(part.Name()))) }()
	if err := part.Close(); err != nil {
		return Backup{}, err
	}
	if err := db.copyTo(ctx, part.Name()); err != nil {
		return Backup{}, db.translate(err)
	}
	b, tampered, err := checkCopy(ctx, part.Name())
	if err != nil {
		return Backup{}, err
	}
	if err := syncName(part.Name(), os.O_RDWR); err != nil {
		return Backup{}, err
	}
	if err := os.Link(part.Name(), name); err != nil { // unlike a renaming it fails when somebody was faster
		if errors.Is(err, fs.ErrExist) {
			return Backup{}, err
		}
		if err := os.Rename(part.Name(), name); err != nil { // a file system without links
			return Backup{}, err
		}
	}
	return b, errors.Join(tampered, ignoreUnsupported(syncName(filepath.Dir(name), os.O_RDONLY)))
}

// copyTo copies by a connection of its own: those for reading may write nowhere.
func (db *sqliteDB) copyTo(ctx context.Context, name string) error {
	d, err := sql.Open("sqlite", sqliteAddress(db.path, ""))
	if err != nil {
		return err
	}
	defer d.Close()
	_, err = d.ExecContext(ctx, "VACUUM INTO ?", name)
	return err
}

// checkCopy holds that a copy is whole. tampered is not nil when its audit log is not as it was written.
func checkCopy(ctx context.Context, name string) (b Backup, tampered, err error) {
	s, err := Open(ctx, "sqlite:"+name, Options{ReadOnly: true})
	if err != nil {
		return Backup{}, nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if err := s.Check(ctx); err != nil {
		return Backup{}, nil, err
	}
	head, err := s.VerifyAudit(ctx, nil)
	if errors.As(err, new(*AuditError)) {
		tampered, err = err, nil
	}
	if err != nil {
		return Backup{}, nil, err
	}
	info, err := os.Stat(name)
	if err != nil {
		return Backup{}, nil, err
	}
	return Backup{info.Size(), head}, tampered, nil
}

// Check asks SQLite whether the file is whole: pages, indexes and references. The error is [ErrDamaged]. Of PostgreSQL, which
// has checksums and programs of its own for it, nothing is asked.
func (s *Store) Check(ctx context.Context) error {
	db, ok := s.db.(*sqliteDB)
	if !ok {
		return nil
	}
	var what string
	if err := db.reads.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&what); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if what != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, what)
	}
	broken, err := db.reads.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return db.translate(err)
	}
	defer broken.Close()
	if broken.Next() {
		return fmt.Errorf("%w: a reference to what is not there", ErrDamaged)
	}
	return db.translate(broken.Err())
}

func ignoreAbsent(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// syncName waits until a file, or the names in a folder, are on the disk. Windows wants a file to be open for writing.
func syncName(name string, mode int) error {
	f, err := os.OpenFile(name, mode, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// ignoreUnsupported passes over systems where folders cannot be synced.
func ignoreUnsupported(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) && path.Op == "sync" {
		return nil
	}
	return err
}
