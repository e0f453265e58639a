package cli

import (
	"cmp"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"hegui/internal/pack"
	"hegui/internal/plancache"
)

// The engines that answer for rules.
const (
	enginePlan = "plan"
	engineOPA  = "opa"
)

// planFrom is the number of proposals from which planning a pack that has no plan yet is worth its while.
const planFrom = 100

// engineOf says who answers for the rules of packs, where --engine and HEGUI_ENGINE decide. make plans a pack that has no
// plan.
func (a *app) engineOf(make bool, log *slog.Logger) (pack.Engine, error) {
	name := cmp.Or(a.engine, a.env.Getenv("HEGUI_ENGINE"), enginePlan)
	if name != enginePlan && name != engineOPA {
		return pack.Engine{}, usage(fmt.Errorf(a.words.badEngine, name))
	}
	return a.engineNamed(name, a.env.Getenv("HEGUI_CACHE"), make, log), nil
}

func (a *app) engineNamed(name, cache string, make bool, log *slog.Logger) pack.Engine {
	e := pack.Engine{OPA: name == engineOPA, Make: make, Log: log}
	if c := a.planCache(cache); c != nil {
		e.Plans = c
	}
	return e
}

// planCache gives where plans are kept: a folder, nowhere for "off", and by default the user's.
func (a *app) planCache(dir string) *plancache.Cache {
	if strings.EqualFold(dir, "off") {
		return nil
	}
	maker := a.env.Version
	if info, err := os.Stat(a.env.Program); err == nil { // builds of one version differ, too
		maker = fmt.Sprintf("%s %d %d", maker, info.Size(), info.ModTime().UnixNano())
	}
	return plancache.Open(cmp.Or(dir, a.env.CacheDir), maker)
}
