package config

import (
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"hegui/internal/catalog"
)

func given(text string) (catalog.Text, bool) { return missing, strings.TrimSpace(text) != "" }

func hostPort(text string) (catalog.Text, bool) {
	_, port, err := net.SplitHostPort(text)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	return say(wantAddress, shown(text)), err == nil
}

// fileName refuses a key where the name of a file of keys belongs.
func fileName(text string) (catalog.Text, bool) {
	return secretInPlace, !secret.MatchString(text) && !strings.ContainsAny(text, "\n\x00")
}

// storeAddress takes a file or PostgreSQL, without a password: whoever lists the processes, or the configuration, would see it.
func storeAddress(text string) (catalog.Text, bool) {
	u, err := url.Parse(text)
	scheme, _, remote := strings.Cut(text, "://")
	if !remote {
		return say(wantStore, shown(text)), !strings.ContainsAny(text, "\n\x00")
	}
	if err != nil || scheme != "postgres" && scheme != "postgresql" {
		return say(wantStore, shown(text)), false
	}
	_, password := u.User.Password()
	return storePassword, !password && !u.Query().Has("password")
}

// issuer takes https, and http for this machine: whoever can change what the issuer says decides who is let in.
func issuer(text string) (catalog.Text, bool) {
	u, err := url.Parse(text)
	ok := err == nil && u.User == nil && u.Host != "" && u.RawQuery == "" && u.Fragment == "" &&
		(u.Scheme == "https" || u.Scheme == "http" && loopback(u.Hostname()))
	return say(wantIssuer, shown(text)), ok
}

// origin takes what a browser sends as Origin, to the letter.
func origin(text string) (catalog.Text, bool) {
	u, err := url.Parse(text)
	ok := err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && u.Scheme+"://"+u.Host == text &&
		!strings.Contains(u.Host, "*") && strings.ToLower(text) == text
	return say(wantOrigin, shown(text)), ok
}

func network(text string) (catalog.Text, bool) {
	_, err := netip.ParseAddr(text)
	if err != nil {
		_, err = netip.ParsePrefix(text)
	}
	return say(wantNetwork, shown(text)), err == nil
}

func loopback(host string) bool {
	ip, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && ip.IsLoopback()
}

// secret matches what must not be repeated: keys of the service, and passwords in addresses.
var secret = regexp.MustCompile(`hg_[^\s"']*|//[^/@\s]*@`)

// shown gives a value as a message may repeat it.
func shown(text string) string {
	return strconv.Quote(secret.ReplaceAllString(text, "***"))
}

// together checks what no key says by itself.
func (r *reader) together() {
	c := &r.Config
	if c.TLS.Certificate == "" != (c.TLS.Key == "") {
		name := "tls.certificate"
		if c.TLS.Certificate == "" {
			name = "tls.key"
		}
		r.fault(r.origins[name], name, tlsPair)
	}
	if alone := len(r.faults) == 0 && c.OIDC.Issuer == ""; alone && c.OIDC.Audience != "" {
		r.fault(r.origins["oidc.audience"], "oidc.audience", noIssuer)
	} else if alone && len(c.OIDC.Roles) > 0 {
		r.fault(r.origins["oidc.roles"], "oidc.roles", noIssuer)
	}
	if c.OIDC.Issuer != "" && c.OIDC.Audience == "" {
		r.fault(r.origins["oidc.issuer"], "oidc.issuer", noAudience)
	}
	if c.OIDC.Issuer != "" && len(c.OIDC.Roles) == 0 {
		r.fault(r.origins["oidc.issuer"], "oidc.issuer", noRoles)
	}
	// Without faults only: who has misspelt keys need not be told that there are none.
	if host, _, _ := net.SplitHostPort(c.Address); len(r.faults) == 0 && !loopback(host) && c.Keys == "" && c.OIDC.Issuer == "" && c.Store == "" {
		r.fault(r.origins["address"], "address", say(open, shown(c.Address)))
	}
}
