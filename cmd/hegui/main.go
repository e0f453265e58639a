// Command hegui scores project proposals against a government funding document.
package main

import (
	"os"

	"hegui"
	"hegui/internal/cli"
)

func main() { os.Exit(cli.Main(hegui.Files)) }
