package pack_test

import (
	"os"
	"testing"

	"hegui/internal/pack"
)

func TestSentences(t *testing.T) {
	t.Parallel()
	got := pack.Sentences("标题\n他说:“要做。”我们做。完\n\n末句。")
	want := []pack.Sentence{
		{"L1-S1", 0, 0, "标题"},
		{"L2-S1", 3, 7, "他说:“要做。”"},
		{"L2-S2", 11, 29, "我们做。"},
		{"L2-S3", 15, 41, "完"},
		{"L4-S1", 18, 46, "末句。"},
	}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %+v, want %+v", got[i], want[i])
		}
	}
}

// The document of the built-in pack has 68 sentences, which together are the document.
func TestSentencesOfTheSource(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("../../seeds/000_42c0c996b8dd257d.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := pack.Sentences(string(src))
	if len(sentences) != 68 {
		t.Errorf("%d sentences, want 68", len(sentences))
	}
	runes := []rune(string(src))
	for _, s := range sentences {
		if got := string(src[s.Start : s.Start+len(s.Text)]); got != s.Text {
			t.Errorf("%s: byte %d leads to %q", s.ID, s.Start, got)
		}
		if got := string(runes[s.Offset : s.Offset+len([]rune(s.Text))]); got != s.Text {
			t.Errorf("%s: offset %d leads to %q", s.ID, s.Offset, got)
		}
	}
}
