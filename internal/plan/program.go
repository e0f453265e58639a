// Package plan runs what OPA plans of rules over values of one word, with the results of OPA's own evaluator.
// [Lower] makes a [Program], [New] runs it.
package plan

// Program is a pack's rules in the form that runs: what OPA's planner made of them, with everything folded that does not
// depend on the input. It never changes, so any number of machines may run it. [Lower] makes one, [Decode] reads one.
type Program struct {
	tables tables // of constants; machines begin with a copy
	consts []value
	data   value // the documents below data
	funcs  []function
	plans  []plan
	paths  [][]value // chains of constant keys below the input, remembered while it is the same
	names  []string  // of built-ins, in the order of their use in the code
	strict bool      // the fault of a built-in ends the run, and is not undefined
}

// plan is one entry point.
type plan struct {
	name   string // "aiplus/outcomes"
	locals int
	code   []block
}

// function is a rule or a function of the policy. The first two parameters are always input and data.
type function struct {
	name   string
	path   []string // where dynamic calls find it, below data
	params int      // they are the first locals
	locals int
	fixed  value // its result where that does not depend on the input; undefined where it does, or is not known
	code   []block
}

// block is a list of steps: it ends when one of them is undefined.
type block []op

// operand says where a step finds a value: a local variable from 0, or a constant, as ^index into the constants.
type operand int32

// op is one step. What the fields mean depends on the code.
type op struct {
	code    opcode
	a, b, c operand
	n       int
	args    []operand
	body    []block
}

type opcode uint8

// The steps. Unless said otherwise, a step with an undefined result ends its block.
const (
	opInvalid     opcode = iota
	opBlock              // runs the blocks of body one after the other, whether they end early or not
	opBreak              // leaves n+1 blocks
	opReturn             // gives a
	opResult             // adds a to the results
	opScan               // runs body for each entry of a, its key in b and its value in c
	opNot                // goes on when the body ends early
	opWith               // runs body while local a is b, or b is what stands in it at the keys args
	opCall               // a = function n (args)
	opCallDynamic        // a = the function at the path args; when there is none, only the block ends, else n of them
	opBuiltin            // a = built-in n (args)
	opTest               // goes on unless built-in n (args) is false
	opDot                // c = a[b]
	opPath               // c = input at path n
	opAssign             // b = a, which may be undefined
	opAssignOnce         // b = a; a conflict when b is something else
	opReset              // a = undefined
	opLength             // b = how many entries a has
	opArray              // a = [args]
	opSet                // a = {args}
	opObject             // a = {args: keys and values in turn}
	opAppend             // adds b to the array a
	opAdd                // adds b to the set a
	opInsert             // a[b] = c
	opInsertOnce         // a[b] = c; a conflict when it is something else
	opMerge              // c = a and b, two objects, in one; a conflict when they are none
	opEqual              // goes on when a is b
	opUnequal            // goes on when a is not b
	opIsArray            // goes on when a is an array
	opIsObject
	opIsSet
	opIsDefined
	opIsUndefined

	opcodes // how many there are
)
