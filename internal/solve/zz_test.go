package solve_test
import ("testing";"context";"fmt";"os";"time";"hegui/internal/pack";"hegui/internal/solve";"encoding/json")
func TestTry(t *testing.T){
 p,err:=pack.Open(os.DirFS("../.."),"aiplus"); if err!=nil{t.Fatal(err)}
 ex,mu,err:=solve.Examples(os.DirFS("../..")); if err!=nil{t.Fatal(err)}
 ctx,cancel:=context.WithTimeout(context.Background(),90*time.Second); defer cancel()
 last:=time.Now()
 r,err:=solve.Run(ctx,p,solve.Options{AsOf:"2026-11-01",Now:time.Now,Profiles:[]string{"small-firm"},Examples:ex,Others:mu,Corpus:100,
  Told:func(s solve.Step,w string,d,o int){ if time.Since(last)>4*time.Second{last=time.Now();fmt.Println(s,w,d,o)}}})
 if err!=nil{t.Fatal(err)}
 b,_:=json.MarshalIndent(r,"","  "); fmt.Println(string(b)); fmt.Println(r.Profiles[0].Skeleton)
}
