package assess

// Match pairs the assessments of two reports that are about the same proposal: those that agree in project and file
// first, then those whose project is the only one of its id on both sides, then those with the same file. It gives
// indexes, in the order of after, and what is left over on each side. One assessment on each side is always a pair: two
// drafts may bear any name.
func Match(before, after []*Assessment) (pairs [][2]int, onlyBefore, onlyAfter []int) {
	if len(before) == 1 && len(after) == 1 {
		return [][2]int{{0, 0}}, nil, nil
	}
	partner := make(map[int]int, len(after)) // after → before
	taken := make(map[int]bool, len(before))
	keys := []func(*Assessment) [2]string{
		func(a *Assessment) [2]string { return [2]string{a.Project, a.File} },
		func(a *Assessment) [2]string { return [2]string{a.Project} },
		func(a *Assessment) [2]string { return [2]string{"", a.File} },
	}
	for _, key := range keys {
		candidates := map[[2]string][]int{}
		for i, a := range before {
			if !taken[i] {
				candidates[key(a)] = append(candidates[key(a)], i)
			}
		}
		wanting := map[[2]string]int{}
		for i, a := range after {
			if _, ok := partner[i]; !ok {
				wanting[key(a)]++
			}
		}
		for i, a := range after {
			k := key(a)
			if _, ok := partner[i]; ok || k == ([2]string{}) || len(candidates[k]) != 1 || wanting[k] != 1 {
				continue
			}
			partner[i] = candidates[k][0]
			taken[candidates[k][0]] = true
		}
	}
	for i := range after {
		if k, ok := partner[i]; ok {
			pairs = append(pairs, [2]int{k, i})
		} else {
			onlyAfter = append(onlyAfter, i)
		}
	}
	for i := range before {
		if !taken[i] {
			onlyBefore = append(onlyBefore, i)
		}
	}
	return pairs, onlyBefore, onlyAfter
}
