package aiplus.checks.repositories_test

import data.aiplus.checks.repositories

_path := ["opensource", "artifacts", 0]

_flaws(platform, url) := {d.args.flaw.term |
	some d in repositories.misplaced(_path, {"platform": platform, "repo_url": url})
}

_good := {
	"gitee": {"platform": "gitee", "url": "https://gitee.com/example-org/pest"},
	"github": {"platform": "github", "url": "https://www.github.com/Example/pest.git"},
	"gitcode": {"platform": "gitcode", "url": "https://gitcode.com/example/pest/"},
	"gitlink": {"platform": "gitlink", "url": "https://www.gitlink.org.cn/example/pest"},
	"modelscope": {"platform": "modelscope", "url": "https://modelscope.cn/models/example/pest"},
	"modelscope data": {"platform": "modelscope", "url": "https://www.modelscope.cn/datasets/example/pest/summary?tab=1"},
	"huggingface": {"platform": "huggingface", "url": "https://huggingface.co/example/pest"},
	"huggingface data": {"platform": "huggingface", "url": "https://huggingface.co/datasets/example/pest"},
	"openi": {"platform": "openi", "url": "https://openi.pcl.ac.cn/example/pest"},
	"a folder of a repository": {"platform": "gitee", "url": "https://gitee.com/example/pest/tree/main/bench"},
	"a port": {"platform": "github", "url": "https://github.com:443/example/pest"},
	"an owner called models": {"platform": "github", "url": "https://github.com/models/pest"},
	"a server of one's own": {"platform": "other", "url": "https://git.example.edu.cn/ai/pest"},
	"a name in Chinese": {"platform": "other", "url": "https://git.example.edu.cn/果园/病虫害"},
}

test_passes[name] if {
	some name, tc in _good
	_flaws(tc.platform, tc.url) == set()
}

_bad := {
	"another platform": {"platform": "gitee", "url": "https://github.com/example/pest", "want": "repo_other_host"},
	"a host that only ends alike": {"platform": "github", "url": "https://notgithub.com/example/pest", "want": "repo_other_host"},
	"a host that only begins alike": {"platform": "github", "url": "https://github.com.example.org/a/b", "want": "repo_other_host"},
	"a user that looks like a host": {"platform": "github", "url": "https://github.com@example.org/a/b", "want": "repo_other_host"},
	"a known platform called other": {"platform": "other", "url": "https://gitee.com/example/pest", "want": "repo_other_host"},
	"a host without a domain": {"platform": "other", "url": "http://localhost/example/pest", "want": "repo_other_host"},
	"nothing after the host": {"platform": "gitee", "url": "https://gitee.com", "want": "repo_no_path"},
	"an owner only": {"platform": "gitee", "url": "https://gitee.com/example/", "want": "repo_no_path"},
	"an owner on a shelf": {"platform": "modelscope", "url": "https://modelscope.cn/models/example", "want": "repo_no_path"},
	"an owner on the shelf of data": {"platform": "huggingface", "url": "https://huggingface.co/datasets/example", "want": "repo_no_path"},
	"an owner on the shelf of demonstrations": {
		"platform": "huggingface",
		"url": "https://huggingface.co/spaces/example",
		"want": "repo_no_path",
	},
	"an owner on the shelf of studios": {
		"platform": "modelscope",
		"url": "https://modelscope.cn/studios/example",
		"want": "repo_no_path",
	},
	"an owner of dots": {"platform": "github", "url": "https://github.com/../pest", "want": "repo_no_path"},
	"a search": {"platform": "github", "url": "https://github.com/search/repositories?q=pest", "want": "repo_no_path"},
	"the second step only in the query": {"platform": "github", "url": "https://github.com/example?x=/pest", "want": "repo_no_path"},
	"dots": {"platform": "github", "url": "https://github.com/../..", "want": "repo_no_path"},
}

test_fails[name] if {
	some name, tc in _bad
	_flaws(tc.platform, tc.url) == {tc.want}
}

test_says_what_disagrees if {
	got := repositories.misplaced(_path, {"platform": "gitee", "repo_url": "https://github.com/a/b"})
	got == {{
		"path": ["opensource", "artifacts", 0, "repo_url"],
		"related": [["opensource", "artifacts", 0, "platform"]],
		"args": {
			"url": "https://github.com/a/b",
			"platform": {"term": "platform_gitee"},
			"flaw": {"term": "repo_other_host"},
		},
	}}
}

test_nothing_without_address_or_platform[name] if {
	some name, artifact in {"address": {"platform": "gitee"}, "platform": {"repo_url": "https://github.com/a/b"}}
	got := repositories.misplaced(_path, artifact)
	got == set()
}

test_place[url] if {
	some url in [
		"https://gitee.com/Example/Pest",
		"http://www.gitee.com/example/pest.git",
		"https://gitee.com/example/pest/",
		"https://gitee.com/example/pest?tab=readme",
		"https://gitee.com/example/pest#readme",
	]
	repositories.place(url) == "gitee.com/example/pest"
}

test_places_of_different_things_differ if {
	places := {repositories.place(url) | some url in [
		"https://gitee.com/example/pest",
		"https://gitee.com/example/pest/tree/main/bench",
		"https://modelscope.cn/models/example/pest",
		"https://modelscope.cn/datasets/example/pest",
	]}
	count(places) == 4
}
