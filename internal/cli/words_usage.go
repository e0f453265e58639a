package cli

// usageWords are the phrases about wrong usage that all commands share.
type usageWords struct {
	takesNone, oneFile       string
	badLang, badColor        string
	badFormat                string
	noFile, namedTwice       string // of -o
	noSuchFormat, unknownEnd string
	noPackKeys               string
	shellShort, shellText    string // of completion for one shell
	noDescriptions           string
}

// shellCommands load completion into a shell: for the session, and for good.
var shellCommands = map[string][2]string{
	"bash":       {"source <(hegui completion bash)", "hegui completion bash > /etc/bash_completion.d/hegui"},
	"zsh":        {"source <(hegui completion zsh)", `hegui completion zsh > "${fpath[1]}/_hegui"`},
	"fish":       {"hegui completion fish | source", "hegui completion fish > ~/.config/fish/completions/hegui.fish"},
	"powershell": {"hegui completion powershell | Out-String | Invoke-Expression", "hegui completion powershell >> $PROFILE"},
}

var chineseUsage = usageWords{
	takesNone:      "%[1]s 不接受参数“%[2]s”\n运行 %[1]s --help 查看用法",
	oneFile:        "hegui init 只写一个文件，却给出了 %d 个文件名",
	badLang:        "--lang “%s”：可用 zh、en",
	badColor:       "--color “%s”：可用 auto、always、never",
	badFormat:      "没有格式“%s”；可用：%s",
	noFile:         "-o “%s”：没有写文件名",
	namedTwice:     "-o “%s”：同一个文件给出了两次",
	noSuchFormat:   "-o “%s”：没有格式“%s”；可用：%s。文件名本身含有“=”时，写作 ./文件名",
	unknownEnd:     "-o “%s”：从扩展名看不出格式；请写作“格式=文件”，或用 --format 指定。可用：%s",
	noPackKeys:     "环境变量 HEGUI_PACK_KEYS 的值“%s”没有写出公钥文件",
	shellText:      "生成 %s 的命令行补全脚本。\n\n只在当前会话中使用：\n\n  %s\n\n以后每次都使用，运行一次即可：\n\n  %s",
	shellShort:     "生成 %s 的补全脚本",
	noDescriptions: "补全时不显示说明",
}

var englishUsage = usageWords{
	takesNone:      "%[1]s takes no argument %[2]q\nrun %[1]s --help for usage",
	oneFile:        "hegui init writes one file, not %d",
	badLang:        "--lang %q: zh, en",
	badColor:       "--color %q: auto, always, never",
	badFormat:      "unknown format %q; known are %s",
	noFile:         "-o %q: no file",
	namedTwice:     "-o %q: named twice",
	noSuchFormat:   "-o %q: unknown format %q; known are %s. Write ./NAME for a file that has an = in its name",
	unknownEnd:     "-o %q: the extension does not tell the format; write FORMAT=FILE, or give --format. Known are %s",
	noPackKeys:     "the environment variable HEGUI_PACK_KEYS is %q, which names no file of a key",
	shellText:      "Writes the completion script of %s.\n\nFor this session only:\n\n  %s\n\nFor all that follow, to be run once:\n\n  %s",
	shellShort:     "write the completion script of %s",
	noDescriptions: "leave out descriptions",
}
