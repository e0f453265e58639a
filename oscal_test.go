package hegui_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/oscal"
	"hegui/internal/report"
)

// The forms of OSCAL's values, as NIST's schema has them: a UUID of version 4 or 5, a name without a colon, one line
// without space at its ends, a time with its zone, text of any kind.
var oscalForms = map[string]*regexp.Regexp{
	"uuid":   regexp.MustCompile(`^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$`),
	"token":  regexp.MustCompile(`^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$`),
	"string": regexp.MustCompile(`^\S(.*\S)?$`),
	"time":   regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})$`),
	"uri":    regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9+\-.]+:.+$`),
	"text":   regexp.MustCompile(`(?s)^.+$`),
}

// oscalShapes are the objects that hegui writes: every member that may stand in them, with the form of its value. "!" marks
// what must be there, "[]" a list that is not empty, "@" another object. NIST's own schemas cannot be had from the
// registries that the project builds with; these follow them, and TestOSCALAgainstNIST takes the original where it is.
var oscalShapes = map[string]string{
	"catalog":     "uuid!uuid metadata!@metadata params[]@param groups[]@group back-matter@back-matter",
	"profile":     "uuid!uuid metadata!@metadata imports![]@import merge@merge modify@modify back-matter@back-matter",
	"metadata":    "title!text last-modified!time version!string oscal-version!string props[]@prop remarks:text",
	"prop":        "name!token ns:uri value!string class:token remarks:text",
	"param":       "id!token props[]@prop label:text usage:text values[]string",
	"group":       "id:token class:token title!text props[]@prop controls[]@control",
	"control":     "id!token class:token title!text props[]@prop links[]@link parts[]@part",
	"link":        "href!ref rel:token text:text",
	"part":        "id:token name!token ns:uri class:token title:text props[]@prop prose:text parts[]@part links[]@link",
	"import":      "href!ref include-controls[]@with-ids",
	"with-ids":    "with-ids![]token",
	"merge":       "as-is!bool",
	"modify":      "alters[]@alter",
	"alter":       "control-id!token adds![]@add",
	"add":         "position:token props[]@prop",
	"back-matter": "resources[]@resource",
	"resource":    "uuid!uuid title:text description:text props[]@prop rlinks[]@rlink",
	"rlink":       "href!ref media-type:string hashes[]@hash",
	"hash":        "algorithm!string value!string",

	"assessment-results": "uuid!uuid metadata!@metadata import-ap!@import-ap results![]@result back-matter@back-matter",
	"import-ap":          "href!ref remarks:text",
	"result": "uuid!uuid title!text description!text start!time end:time props[]@prop local-definitions@local reviewed-controls!@reviewed " +
		"observations[]@observation risks[]@risk findings[]@finding remarks:text",
	"local":       "components[]@component",
	"component":   "uuid!uuid type!string title!text description!text props[]@prop status!@state",
	"state":       "state!token",
	"reviewed":    "control-selections![]@selection",
	"selection":   "description:text include-controls[]@control-id",
	"control-id":  "control-id!token",
	"observation": "uuid!uuid title:text description!text props[]@prop methods![]string types[]token origins[]@origin subjects[]@subject relevant-evidence[]@evidence collected!time remarks:text",
	"origin":      "actors![]@actor",
	"actor":       "type!token actor-uuid!uuid",
	"subject":     "subject-uuid!uuid type!token title:text",
	"evidence":    "href:ref description!text props[]@prop",
	"finding":     "uuid!uuid title!text description!text props[]@prop target!@target related-observations[]@related-observation related-risks[]@related-risk",
	"target":      "type!string target-id!token status!@status",
	"status":      "state!token reason:token remarks:text",
	"risk":        "uuid!uuid title!text description!text statement!text props[]@prop status!token characterizations[]@characterization remediations[]@response related-observations[]@related-observation",

	"related-observation": "observation-uuid!uuid",
	"related-risk":        "risk-uuid!uuid",
	"characterization":    "origin!@origin facets![]@facet",
	"facet":               "name!token system!uri value!string",
	"response":            "uuid!uuid lifecycle!token title!text description!text",
}

var oscalMember = regexp.MustCompile(`^([a-z-]+)([!:]?)(\[\])?(@?)([a-z-]+)$`)

// oscalFaults says what is wrong with an object: members that are not known, missing or of another form.
func oscalFaults(at, shape string, v any) []string {
	object, ok := v.(map[string]any)
	if !ok {
		return []string{at + ": no object"}
	}
	var faults []string
	known := map[string]bool{}
	for _, spec := range strings.Fields(oscalShapes[shape]) {
		m := oscalMember.FindStringSubmatch(spec)
		name := m[1]
		known[name] = true
		value, there := object[name]
		switch {
		case !there:
			if m[2] == "!" {
				faults = append(faults, at+": no "+name)
			}
			continue
		case m[3] == "":
			faults = append(faults, oscalValue(at+"."+name, m[4], m[5], value)...)
			continue
		}
		list, ok := value.([]any)
		if !ok || len(list) == 0 {
			faults = append(faults, at+"."+name+": no list, or an empty one")
		}
		for i, item := range list {
			faults = append(faults, oscalValue(fmt.Sprintf("%s.%s[%d]", at, name, i), m[4], m[5], item)...)
		}
	}
	for name := range object {
		if !known[name] {
			faults = append(faults, at+": unknown member "+name)
		}
	}
	return faults
}

func oscalValue(at, object, form string, v any) []string {
	if object == "@" {
		return oscalFaults(at, form, v)
	}
	if form == "bool" {
		if _, ok := v.(bool); !ok {
			return []string{at + ": no boolean"}
		}
		return nil
	}
	s, ok := v.(string)
	switch {
	case !ok:
		return []string{at + ": no text"}
	case form == "ref":
		if _, err := url.Parse(s); err != nil || s == "" {
			return []string{fmt.Sprintf("%s: no reference: %q", at, s)}
		}
	case !oscalForms[form].MatchString(s):
		return []string{fmt.Sprintf("%s: no %s: %q", at, form, s)}
	}
	return nil
}

// oscalLinks says which references inside a document lead nowhere, and which UUIDs or ids are used twice.
func oscalLinks(v any) []string {
	var faults []string
	defined, used := map[string]bool{}, map[string]string{}
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case []any:
			for i := range v {
				walk(fmt.Sprintf("%s[%d]", at, i), v[i])
			}
		case map[string]any:
			for name, member := range v {
				s, isText := member.(string)
				switch {
				case isText && (name == "uuid" || name == "id"):
					if defined[s] {
						faults = append(faults, at+": used twice: "+s)
					}
					defined[s] = true
				case isText && strings.HasSuffix(name, "-uuid"):
					used[s] = at
				case isText && name == "href" && strings.HasPrefix(s, "#"):
					used[s[1:]] = at
				default:
					walk(at+"."+name, member)
				}
			}
		}
	}
	walk("", v)
	for id, at := range used {
		if !defined[id] {
			faults = append(faults, at+": leads nowhere: "+id)
		}
	}
	return faults
}

// oscalDocuments are a catalog, all profiles and the results of all examples and of a file that cannot be read.
func oscalDocuments(t *testing.T, lang catalog.Lang) map[string][]byte {
	t.Helper()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	o := oscal.Options{Digest: p.Ref.Digest, Lang: lang, AsOf: asOf}
	out := map[string][]byte{"catalog": marshal(t, oscal.Catalog(p.Catalog, o))}
	for i := range p.Catalog.Profiles {
		profile := &p.Catalog.Profiles[i]
		out["profile "+profile.ID] = marshal(t, oscal.Profile(p.Catalog, profile, "catalog.json", o))
	}
	var b bytes.Buffer
	a := assessor(t)
	seq := func(yield func(*assess.Assessment, error) bool) {
		for _, ex := range examples {
			name, src := proposalFile(t, ex.name)
			if !yield(assessment(t, name, src), nil) {
				return
			}
		}
		yield(nil, &report.Unreadable{File: "没有 这个%文件.yaml", Err: os.ErrNotExist})
	}
	if err := report.Write(&b, report.OSCAL, seq, report.Options{Catalog: a.Catalog, Profile: a.Profile, Lang: lang, Engine: "test"}); err != nil {
		t.Fatal(err)
	}
	out["results"] = b.Bytes()
	return out
}

func marshal(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestOSCALDocumentsHaveTheShapeOfTheLanguage(t *testing.T) {
	t.Parallel()
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		for name, src := range oscalDocuments(t, lang) {
			if faults := oscalDocumentFaults(t, src); len(faults) > 0 {
				t.Errorf("%s, %s: %d faults, the first: %v", name, lang, len(faults), faults[:min(5, len(faults))])
			}
		}
	}
}

func oscalDocumentFaults(t *testing.T, src []byte) []string {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(src, &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc) != 1 {
		return []string{"not one document"}
	}
	var faults []string
	for kind, v := range doc {
		faults = append(oscalFaults(kind, kind, v), oscalLinks(v)...)
	}
	return faults
}

// What checks the shape can fail: each of these spoils a document, and is found.
func TestSpoiledOSCALIsRefused(t *testing.T) {
	t.Parallel()
	docs := oscalDocuments(t, catalog.EN)
	for _, c := range []struct{ name, doc, old, new string }{
		{"a UUID of another version", "results", `"uuid":"`, `"uuid":"0`},
		{"a member that the language does not have", "results", `"collected":`, `"gathered":`},
		{"a property without a value", "catalog", `"value":"major"`, `"value":""`},
		{"a name with a space", "catalog", `"name":"severity"`, `"name":"the severity"`},
		{"a list that is empty", "results", `"methods":["TEST"]`, `"methods":[]`},
		{"no version of the language", "catalog", `"oscal-version":"1.1.3"`, `"oscal-version":""`},
		{"a time without a zone", "profile general", `T00:00:00+08:00`, `T00:00:00`},
		{"a reference to nothing", "profile general", `"href":"#`, `"href":"#00000000-`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			spoiled := strings.Replace(string(docs[c.doc]), c.old, c.new, 1)
			if spoiled == string(docs[c.doc]) {
				t.Fatalf("%s does not hold %s", c.doc, c.old)
			}
			if faults := oscalDocumentFaults(t, []byte(spoiled)); len(faults) == 0 {
				t.Error("nothing is found")
			}
		})
	}
}

// nistSchema names NIST's schema of all OSCAL documents (oscal_complete_schema.json of an OSCAL release), for those who
// have it: it is in none of the registries that the project builds with.
const nistSchema = "HEGUI_OSCAL_SCHEMA"

func TestOSCALAgainstNIST(t *testing.T) {
	t.Parallel()
	file := os.Getenv(nistSchema)
	if file == "" {
		t.Skipf("set %s to oscal_complete_schema.json of an OSCAL release to validate against NIST's own schema", nistSchema)
	}
	file, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.NewCompiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	validate := func(src string) error {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(src))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(v)
	}
	for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
		for name, src := range oscalDocuments(t, lang) {
			if err := validate(string(src)); err != nil {
				t.Errorf("%s, %s: %v", name, lang, err)
			}
			if validate(strings.Replace(string(src), `"metadata":`, `"metadatum":`, 1)) == nil {
				t.Errorf("%s, %s: a spoiled document is valid", name, lang)
			}
		}
	}
}

// A finding is about an objective of a control that the catalog has, under the ids of both.
func TestOSCALResultsReferToTheCatalog(t *testing.T) {
	t.Parallel()
	docs := oscalDocuments(t, catalog.EN)
	var ids []string
	for _, m := range regexp.MustCompile(`"id":"([^"]+)"`).FindAllSubmatch(docs["catalog"], -1) {
		ids = append(ids, string(m[1]))
	}
	slices.Sort(ids)
	seen := 0
	for _, pattern := range []string{`"target-id":"([^"]+)"`, `"control-id":"([^"]+)"`, `"name":"control-id","ns":"[^"]+","value":"([^"]+)"`} {
		for _, m := range regexp.MustCompile(pattern).FindAllSubmatch(docs["results"], -1) {
			seen++
			if _, ok := slices.BinarySearch(ids, string(m[1])); !ok {
				t.Errorf("%s is not in the catalog", m[1])
			}
		}
	}
	if seen < 100 {
		t.Errorf("only %d references", seen)
	}
}

// The same pack and date give the same bytes, another date or language another document.
func TestOSCALIsDeterministic(t *testing.T) {
	t.Parallel()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	o := oscal.Options{Digest: p.Ref.Digest, Lang: catalog.EN, AsOf: asOf}
	first, again := marshal(t, oscal.Catalog(p.Catalog, o)), marshal(t, oscal.Catalog(p.Catalog, o))
	if !bytes.Equal(first, again) {
		t.Error("two exports differ")
	}
	later := o
	later.AsOf = "2027-01-01"
	other := o
	other.Lang = catalog.ZH
	if a, b, c := oscal.Catalog(p.Catalog, o), oscal.Catalog(p.Catalog, later), oscal.Catalog(p.Catalog, other); a.Catalog.UUID == b.Catalog.UUID || a.Catalog.UUID == c.Catalog.UUID {
		t.Error("documents that differ share a UUID")
	}
	if got, want := oscal.UUID("a", "b"), oscal.UUID("ab"); got == want {
		t.Error("what is between the parts does not count")
	}
}
