package plan

// routine is the code of one function or entry point in one piece: steps that follow each other, and jumps where the
// program has blocks in blocks. Steps of one size that lie behind each other are read ahead by the processor; most of a
// pack's code runs once for a proposal, so that fetching it is what running it costs.
type routine struct {
	code   []instr
	args   []operand // lists of operands, one after the other
	withs  []*withStep
	finds  []*dynamic
	texts  []contained
	keys   [][]value // of objects
	locals int       // with those of scans
}

// instr is one step. What the fields mean depends on the code; to is where to go on when the step has no result, or its
// condition does not hold.
type instr struct {
	code    icode
	n       uint16
	a, b, c operand
	to      int32
}

// isTrue is n of a step that has no result either when that is false: iRule, iCall, iCallKept, iDot and iPath.
const isTrue = 1

type icode uint16

// The steps of routines. "args" are the operands from c on, as many as b says or as there are parameters.
const (
	iJump            icode = iota // goes on at to
	iLeave                        // ends the body of a `with`: n blocks are left
	iReturn                       // gives a
	iEnd                          // ends without a value
	iResult                       // adds a to the results
	iScan                         // begins to go through b, in the locals a and a+1, at the iNext at to
	iNext                         // the next entry of b: its key in a, its value in c, and on at to; no more: on behind
	iWith                         // runs what follows while withs[c] holds
	iRule                         // a = function b (input, data)
	iFixed                        // a = what function b always gives
	iCall                         // a = function b (args)
	iCallKept                     // the same, of a function whose calls are remembered
	iDynamic                      // a = the function that finds[c] finds
	iOne                          // a = native n (b)
	iTwo                          // a = native n (b, c)
	iThree                        // a = native n (args: three)
	iOPA                          // a = OPA's built-in n (args)
	iTestOne                      // native n (b) is true
	iTestTwo                      // native n (b, c) is true
	iIsTrue                       // b is true
	iContainedIn                  // a = whether texts[c] contains b
	iTestContainedIn              // texts[c] contains b
	iLess                         // b < c
	iLessEqual                    // b <= c
	iEqual                        // b is c
	iUnequal                      // b is not c
	iMember                       // b is in c
	iDot                          // a = b[c]
	iGet                          // a = object.get(b, args: a constant text and what stands for it where b lacks it)
	iPath                         // a = input at path b
	iAssign                       // a = b
	iAssignOnce                   // a = b; a conflict when it is something else
	iReset                        // a = undefined
	iLength                       // a = how many entries b has
	iArray                        // a = [args]
	iAddArray                     // a = [args], which is added to the set that stands before args
	iSet                          // a = {args}
	iObject                       // a = {keys[b]: args}
	iAppend                       // adds b to the array a
	iAdd                          // adds b to the set a
	iInsert                       // a[b] = c
	iInsertOnce                   // a[b] = c; a conflict when it is something else
	iMerge                        // a = b and c, two objects, in one; a conflict when they are none
	iIsKind                       // b is of kind n
	iIsDefined                    // b is defined
	iIsUndefined                  // b is not
)

// withStep is what an iWith does.
type withStep struct {
	local, value operand
	path         []operand
	start        int32   // of its body
	end          int32   // where to go on when it ends
	leave        []int32 // where to go on when it leaves 1, 2, … blocks
}

// dynamic finds the function of a dynamic call. Where there is none, the step has no result.
type dynamic struct {
	find  func(m *machine, fp int) (id int, ok bool)
	leave int32 // where to go on when the function has no result
}
