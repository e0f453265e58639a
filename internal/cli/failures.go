package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hegui/internal/report"
)

// flagError says in the user's language why the flags cannot be read.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	w := a.words.failure
	var unknown *pflag.NotExistError
	var alone *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	text := fmt.Sprintf(w.badFlag, err)
	switch {
	case errors.As(err, &unknown):
		text = fmt.Sprintf(w.unknownFlag, dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &alone):
		text = fmt.Sprintf(w.needsValue, dashed(alone.GetSpecifiedName(), alone.GetSpecifiedShortnames()))
	case errors.As(err, &bad):
		kind, ok := w.badValue[bad.GetFlag().Value.Type()]
		if !ok {
			kind = w.badOther
		}
		text = fmt.Sprintf(kind, bad.GetFlag().Name, bad.GetValue())
	}
	return usage(fmt.Errorf(a.words.seeHelp, text, cmd.CommandPath()))
}

// dashed writes a flag as it was given.
func dashed(name, shorthands string) string {
	if shorthands != "" {
		return "-" + name
	}
	return "--" + name
}

// pathError says in the user's language what is wrong with a file; other than the system's words it tells nothing of how
// the file was reached for.
func (a *app) pathError(err *fs.PathError) string {
	w := a.words.failure
	for _, known := range []struct {
		err  error
		text string
	}{
		{fs.ErrNotExist, w.notThere}, {fs.ErrPermission, w.notAllowed}, {fs.ErrExist, w.thereAlready}, {report.ErrNotRegular, w.notRegular},
		{syscall.ENOSPC, w.diskFull}, {syscall.ENOTDIR, w.noFolder}, {syscall.EISDIR, w.isFolder}, {syscall.EROFS, w.readOnly},
	} {
		if errors.Is(err.Err, known.err) {
			return fmt.Sprintf(known.text, err.Path)
		}
	}
	return err.Error()
}

// known gives an error of the file system the name that the user knows the file by, in place of a temporary one.
func known(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return &fs.PathError{Op: path.Op, Path: name, Err: path.Err}
	case errors.As(err, &link):
		return &fs.PathError{Op: link.Op, Path: name, Err: link.Err}
	}
	return err
}

// badFormat refuses a format that a command does not write.
func badFormat[T ~string](w words, given string, formats []T) error {
	return usage(fmt.Errorf(w.usage.badFormat, given, strings.Join(texts(formats), ", ")))
}
