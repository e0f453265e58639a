package auth

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Role is what a caller is to the things that are kept: submissions, reviews, batches, keys, the audit log. The empty Role is
// nothing to them.
type Role string

// The roles there are. What each may do is said where operations are.
const (
	Applicant Role = "applicant" // hands in for itself
	Portal    Role = "portal"    // hands in for applicants
	Reviewer  Role = "reviewer"  // reviews what is assigned to it
	Chair     Role = "chair"     // assigns, waives, decides
	Admin     Role = "admin"     // keeps keys and the audit log
)

// Roles are all roles, in the order in which they are shown.
func Roles() []Role { return []Role{Applicant, Portal, Reviewer, Chair, Admin} }

// Known says whether there is such a role.
func (r Role) Known() bool { return slices.Contains(Roles(), r) }

// NeedsParty says whether who has the role stands for somebody, whose name must be given: the applicant, the portal, the
// reviewer. It stays the same when a key is exchanged for another.
func (r Role) NeedsParty() bool { return r == Applicant || r == Portal || r == Reviewer }

// partyLength is how many characters the name of a party may have: that of a subject of OpenID Connect.
const partyLength = 255

// ValidParty says whether a party can be called so: text that can be seen, spaces within it allowed, 255 characters at most. No key
// stands for another.
func ValidParty(name string) bool {
	if name == "" || utf8.RuneCountInString(name) > partyLength || name[0] == ' ' || name[len(name)-1] == ' ' {
		return false
	}
	for _, r := range name {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar {
			return false
		}
	}
	return true
}

// ValidStanding says whether scopes, role and party go together: the scope [Records] is for those who have a role, and only
// some roles stand for a party.
func ValidStanding(scopes []Scope, role Role, party string) bool {
	holds := slices.Contains(scopes, Records)
	switch {
	case role == "":
		return !holds && party == ""
	case !role.Known() || !holds:
		return false
	case role.NeedsParty():
		return ValidParty(party)
	}
	return party == ""
}
