package assess

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Key names what an assessment of these bytes would say, but for the file's name: 64 hex digits over the proposal and all
// that decides its result. Equal keys mean equal results.
func (a *Assessor) Key(src []byte) string {
	decides, err := json.Marshal(struct {
		Pack                  PackRef
		Profile, AsOf, Engine string
		Waivers               []Waiver
		Readings              bool
	}{a.Pack, a.Profile.ID, a.AsOf, a.Engine, a.Waivers, a.Readings})
	if err != nil {
		panic(fmt.Sprintf("the parameters of an assessment are plain data: %v", err))
	}
	h := sha256.New()
	fmt.Fprintf(h, "%d:", len(decides)) // so that nothing moves between the parameters and the proposal
	h.Write(decides)
	h.Write(src)
	return hex.EncodeToString(h.Sum(nil))
}
