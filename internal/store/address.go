package store

import (
	"fmt"
	"net/url"
	"strings"
)

// AddressError says what is wrong with the address of a store. It does not repeat the address, which may hold a password.
type AddressError struct{ Fault AddressFault }

// AddressFault is a way in which an address is wrong.
type AddressFault string

// The faults of addresses.
const (
	FaultEmpty    AddressFault = "empty"    // none is given
	FaultScheme   AddressFault = "scheme"   // neither a file nor postgres://
	FaultPassword AddressFault = "password" // it has a password, which everybody can see who lists the processes
	FaultForm     AddressFault = "form"     // no address at all
)

func (e *AddressError) Error() string {
	return fmt.Sprintf("the address of the store: %s", map[AddressFault]string{
		FaultEmpty: "none is given", FaultForm: "not an address",
		FaultScheme:   "neither sqlite:PATH nor postgres://USER@HOST/NAME",
		FaultPassword: "has a password; put it into the file that PGPASSFILE names",
	}[e.Fault])
}

// location is where a store is: a file, or PostgreSQL when path is empty.
type location struct{ path string }

// CheckAddress says whether an address has the form that [Open] takes. The error is an [AddressError].
func CheckAddress(address string) error {
	_, err := parseAddress(address)
	return err
}

func parseAddress(address string) (location, error) {
	fault := func(f AddressFault) (location, error) { return location{}, &AddressError{f} }
	scheme, rest, found := strings.Cut(address, ":")
	switch {
	case strings.TrimSpace(address) == "" || address == "sqlite:":
		return fault(FaultEmpty)
	case strings.ContainsAny(address, "\x00\n"):
		return fault(FaultForm)
	case found && scheme == "sqlite":
		return location{rest}, nil
	case found && (scheme == "postgres" || scheme == "postgresql"):
		u, err := url.Parse(address)
		if err != nil {
			return fault(FaultForm)
		}
		if _, has := u.User.Password(); has || u.Query().Has("password") {
			return fault(FaultPassword)
		}
		return location{}, nil
	case strings.Contains(address, "://") || found && len(scheme) > 1 && !strings.ContainsAny(scheme, `/\.`):
		return fault(FaultScheme) // one letter is a drive
	}
	return location{address}, nil
}
