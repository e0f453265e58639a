package oscal

// Result is the assessment of one proposal.
type Result struct {
	UUID             string            `json:"uuid"`
	Title            string            `json:"title"`
	Description      string            `json:"description"`
	Start            string            `json:"start"`
	End              string            `json:"end,omitempty"`
	Props            []Property        `json:"props,omitempty"`
	LocalDefinitions *LocalDefinitions `json:"local-definitions,omitempty"`
	ReviewedControls ReviewedControls  `json:"reviewed-controls"`
	Observations     []Observation     `json:"observations,omitempty"`
	Risks            []Risk            `json:"risks,omitempty"`
	Findings         []Finding         `json:"findings,omitempty"`
	Remarks          string            `json:"remarks,omitempty"`
}

// LocalDefinitions defines hegui itself, to which observations refer.
type LocalDefinitions struct {
	Components []Component `json:"components"`
}

// Component is a tool.
type Component struct {
	UUID        string     `json:"uuid"`
	Type        string     `json:"type"`
	Title       string     `json:"title"`
	Description string     `json:"description"`
	Props       []Property `json:"props,omitempty"`
	Status      State      `json:"status"`
}

// State is that of a component.
type State struct {
	State string `json:"state"`
}

// ReviewedControls says which requirements were asked.
type ReviewedControls struct {
	ControlSelections []ControlSelection `json:"control-selections"`
}

// ControlSelection is a list of controls.
type ControlSelection struct {
	Description     string            `json:"description,omitempty"`
	IncludeControls []SelectControlID `json:"include-controls,omitempty"`
}

// SelectControlID names one control.
type SelectControlID struct {
	ControlID string `json:"control-id"`
}

// Observation is one thing that was found, and where.
type Observation struct {
	UUID             string     `json:"uuid"`
	Title            string     `json:"title,omitempty"`
	Description      string     `json:"description"`
	Props            []Property `json:"props,omitempty"`
	Methods          []string   `json:"methods"`
	Types            []string   `json:"types,omitempty"`
	Origins          []Origin   `json:"origins,omitempty"`
	Subjects         []Subject  `json:"subjects,omitempty"`
	RelevantEvidence []Evidence `json:"relevant-evidence,omitempty"`
	Collected        string     `json:"collected"`
	Remarks          string     `json:"remarks,omitempty"`
}

// Origin says who observed.
type Origin struct {
	Actors []Actor `json:"actors"`
}

// Actor is a tool.
type Actor struct {
	Type      string `json:"type"`
	ActorUUID string `json:"actor-uuid"`
}

// Subject is what was observed.
type Subject struct {
	SubjectUUID string `json:"subject-uuid"`
	Type        string `json:"type"`
	Title       string `json:"title,omitempty"`
}

// Evidence is a place in a proposal.
type Evidence struct {
	HRef        string     `json:"href,omitempty"`
	Description string     `json:"description"`
	Props       []Property `json:"props,omitempty"`
}

// Finding is what became of one requirement.
type Finding struct {
	UUID                string               `json:"uuid"`
	Title               string               `json:"title"`
	Description         string               `json:"description"`
	Props               []Property           `json:"props,omitempty"`
	Target              Target               `json:"target"`
	RelatedObservations []RelatedObservation `json:"related-observations,omitempty"`
	RelatedRisks        []RelatedRisk        `json:"related-risks,omitempty"`
}

// Target is the part of a control that a finding is about.
type Target struct {
	Type     string          `json:"type"`
	TargetID string          `json:"target-id"`
	Status   ObjectiveStatus `json:"status"`
}

// ObjectiveStatus is satisfied or not-satisfied, and why.
type ObjectiveStatus struct {
	State   string `json:"state"`
	Reason  string `json:"reason,omitempty"`
	Remarks string `json:"remarks,omitempty"`
}

// RelatedObservation names an observation.
type RelatedObservation struct {
	ObservationUUID string `json:"observation-uuid"`
}

// RelatedRisk names a risk.
type RelatedRisk struct {
	RiskUUID string `json:"risk-uuid"`
}

// Risk is what a requirement that is not met means for the proposal.
type Risk struct {
	UUID                string               `json:"uuid"`
	Title               string               `json:"title"`
	Description         string               `json:"description"`
	Statement           string               `json:"statement"`
	Props               []Property           `json:"props,omitempty"`
	Status              string               `json:"status"`
	Characterizations   []Characterization   `json:"characterizations,omitempty"`
	Remediations        []Response           `json:"remediations,omitempty"`
	RelatedObservations []RelatedObservation `json:"related-observations,omitempty"`
}

// Characterization weighs a risk.
type Characterization struct {
	Origin Origin  `json:"origin"`
	Facets []Facet `json:"facets"`
}

// Facet is one measure.
type Facet struct {
	Name   string `json:"name"`
	System string `json:"system"`
	Value  string `json:"value"`
}

// Response is a repair.
type Response struct {
	UUID        string `json:"uuid"`
	Lifecycle   string `json:"lifecycle"`
	Title       string `json:"title"`
	Description string `json:"description"`
}

// ImportAP names the assessment plan.
type ImportAP struct {
	HRef    string `json:"href"`
	Remarks string `json:"remarks,omitempty"`
}
