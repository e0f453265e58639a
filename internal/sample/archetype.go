package sample

// archetype is a kind of project, with what such projects are about. Texts are patterns; see [say].
type archetype struct {
	id                   string
	share                int // how often it occurs, as a weight
	english              int // how many of 100 are in English
	typ, domain, sector  string
	stages               []string
	applicant            string
	applicantName        say
	partner              []string
	staff                [2]int
	total                [2]int // 万元
	months               []int
	model                string // origin of the models, "" for none
	generative           bool
	params               [2]int // in hundredths of 10^9
	outputs              []string
	modality             string
	records              [2]int // in thousands
	kb                   [2]int // of one record
	personal, sensitive  bool
	public, significant  bool
	autonomy             int
	subject              string
	groups, chain        []string
	live, fiscal, income bool
	open                 int // how many of 100 publish something
	words                map[string]say
	titles, problems     []say
	scenes               []scene
	kpis                 []kpi
	risks                []risk
	jobs                 []job
	contents             []say // of datasets
	parts                []say // core components
	faker                bool
}

// scene is a scenario of use: its name, how the work is done today, and what changes.
type scene struct{ name, today, then say }

// kpi is an indicator. Baselines are in hundredths of the unit; the target is better by a share of the baseline.
type kpi struct {
	name      say
	category  string
	unit      say
	up        bool
	base, pct [2]int
	method    say
}

// risk is what may go wrong and what is done about it.
type risk struct {
	category      string
	text, control say
}

// job is an occupation whose work changes.
type job struct {
	title       say
	china, isco string
}

// archetypes are all kinds, in the order in which they are drawn.
var archetypes = []archetype{
	manufacturing, hospital, smartCity, education, farm, welfare, openModel, computeCentre, pilotBase, insurance, hotline,
	research, wind, smallFirm,
}
