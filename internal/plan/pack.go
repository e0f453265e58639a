package plan

// pack gives locals the same place where they are not in use at the same time: frames are cleared for every call, and a
// small one stays in the processor's cache. A local that only one block of a function uses, and that has no value before
// that block gives it one, may lie where those of other blocks lie.
func pack(fn *function) {
	home := map[operand]int{} // by local: the block that uses it, or shared
	const shared = -1
	for i, b := range fn.code {
		walk([]block{b}, func(o *op) {
			looks := o.code == opIsDefined || o.code == opIsUndefined || o.code == opAssignOnce || o.code == opWith
			o.each(func(x *operand, assigned bool) {
				if *x < 0 {
					return
				}
				at, seen := home[*x]
				switch {
				case int(*x) < fn.params || looks || !seen && !assigned || seen && at != i:
					home[*x] = shared
				case !seen:
					home[*x] = i
				}
			})
		})
	}
	place := map[operand]operand{}
	for i := range fn.params {
		place[operand(i)] = operand(i)
	}
	next := operand(fn.params)
	each := func(b block, visit func(x *operand)) {
		walk([]block{b}, func(o *op) {
			o.each(func(x *operand, _ bool) {
				if *x >= 0 {
					visit(x)
				}
			})
		})
	}
	for _, b := range fn.code {
		each(b, func(x *operand) {
			if _, ok := place[*x]; !ok && home[*x] == shared {
				place[*x] = next
				next++
			}
		})
	}
	most := next
	for _, b := range fn.code {
		own := next
		each(b, func(x *operand) {
			to, ok := place[*x]
			if !ok {
				to = own
				place[*x] = to
				own++
			}
			*x = to
		})
		most = max(most, own)
	}
	fn.locals = int(most)
}
