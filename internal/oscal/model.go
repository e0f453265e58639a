// Package oscal holds what hegui writes in NIST's Open Security Controls Assessment Language: a pack as a catalog, one of
// its profiles as a profile, and the parts of assessment results. It has only the fields that hegui fills. Names of the
// language's own are used where they mean the same; what is hegui's own stands in properties with [Namespace].
//
// Nothing here reads a clock or makes a random number: the same pack and the same date give the same bytes. Start at
// [Catalog] and [Profile].
package oscal

// Version of OSCAL that the documents are written in.
const Version = "1.1.3"

// Namespace of the properties and parts that are hegui's own. It names them and is not fetched.
const Namespace = "https://hegui.invalid/ns/oscal"

// Document is the top of a document: exactly one of its fields is set.
type Document struct {
	Catalog *CatalogModel `json:"catalog,omitempty"`
	Profile *ProfileModel `json:"profile,omitempty"`
}

// Metadata stands at the beginning of every document.
type Metadata struct {
	Title        string     `json:"title"`
	LastModified string     `json:"last-modified"` // with a time zone
	Version      string     `json:"version"`
	OSCALVersion string     `json:"oscal-version"`
	Props        []Property `json:"props,omitempty"`
	Remarks      string     `json:"remarks,omitempty"`
}

// Property is a name and a value.
type Property struct {
	Name    string `json:"name"`
	NS      string `json:"ns,omitempty"`
	Value   string `json:"value"` // not empty, without space at its ends
	Class   string `json:"class,omitempty"`
	Remarks string `json:"remarks,omitempty"`
}

// Link points to a resource, "#" and its UUID, or elsewhere.
type Link struct {
	HRef string `json:"href"`
	Rel  string `json:"rel,omitempty"`
	Text string `json:"text,omitempty"`
}

// Part is a piece of prose of a control.
type Part struct {
	ID    string     `json:"id,omitempty"`
	Name  string     `json:"name"`
	NS    string     `json:"ns,omitempty"`
	Class string     `json:"class,omitempty"`
	Title string     `json:"title,omitempty"`
	Props []Property `json:"props,omitempty"`
	Prose string     `json:"prose,omitempty"`
	Parts []Part     `json:"parts,omitempty"`
	Links []Link     `json:"links,omitempty"`
}

// Parameter is a number that rules compare with.
type Parameter struct {
	ID     string     `json:"id"`
	Props  []Property `json:"props,omitempty"`
	Label  string     `json:"label,omitempty"`
	Usage  string     `json:"usage,omitempty"`
	Values []string   `json:"values,omitempty"`
}

// Control is one requirement.
type Control struct {
	ID    string     `json:"id"`
	Class string     `json:"class,omitempty"`
	Title string     `json:"title"`
	Props []Property `json:"props,omitempty"`
	Links []Link     `json:"links,omitempty"`
	Parts []Part     `json:"parts,omitempty"`
}

// Group is one dimension.
type Group struct {
	ID       string     `json:"id,omitempty"`
	Class    string     `json:"class,omitempty"`
	Title    string     `json:"title"`
	Props    []Property `json:"props,omitempty"`
	Controls []Control  `json:"controls,omitempty"`
}

// CatalogModel is a pack.
type CatalogModel struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Params     []Parameter `json:"params,omitempty"`
	Groups     []Group     `json:"groups,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
}

// ProfileModel is a profile of a pack.
type ProfileModel struct {
	UUID       string      `json:"uuid"`
	Metadata   Metadata    `json:"metadata"`
	Imports    []Import    `json:"imports"`
	Merge      *Merge      `json:"merge,omitempty"`
	Modify     *Modify     `json:"modify,omitempty"`
	BackMatter *BackMatter `json:"back-matter,omitempty"`
}

// Import takes controls from a catalog.
type Import struct {
	HRef            string          `json:"href"`
	IncludeControls []SelectControl `json:"include-controls,omitempty"`
}

// SelectControl names controls by their ids.
type SelectControl struct {
	WithIDs []string `json:"with-ids"`
}

// Merge keeps the structure of the catalog.
type Merge struct {
	AsIs bool `json:"as-is"`
}

// Modify changes controls.
type Modify struct {
	Alters []Alter `json:"alters,omitempty"`
}

// Alter adds to one control.
type Alter struct {
	ControlID string     `json:"control-id"`
	Adds      []Addition `json:"adds"`
}

// Addition is what is added.
type Addition struct {
	Position string     `json:"position,omitempty"`
	Props    []Property `json:"props,omitempty"`
}

// BackMatter holds what documents refer to.
type BackMatter struct {
	Resources []Resource `json:"resources,omitempty"`
}

// Resource is a document or a file.
type Resource struct {
	UUID        string         `json:"uuid"`
	Title       string         `json:"title,omitempty"`
	Description string         `json:"description,omitempty"`
	Props       []Property     `json:"props,omitempty"`
	RLinks      []ResourceLink `json:"rlinks,omitempty"`
}

// ResourceLink is where a resource is, and what it must hash to.
type ResourceLink struct {
	HRef      string `json:"href"`
	MediaType string `json:"media-type,omitempty"`
	Hashes    []Hash `json:"hashes,omitempty"`
}

// Hash is a digest in hex.
type Hash struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"value"`
}
