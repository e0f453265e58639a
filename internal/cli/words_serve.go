package cli

// serveWords are the phrases of `hegui serve`; those of its configuration are in package config.
type serveWords struct {
	short, long, example  string
	flagConfig, flagPrint string
	badTraces, badKeyPair string
	cut, twice            string
}

var chineseServe = serveWords{
	short: "通过 HTTP 提供评估服务",
	long: `通过 HTTP 提供评估服务：评估一份或多份申报书，查询规则包和要求。接口说明见 /openapi.yaml。

配置取自默认值、配置文件（--config 或 HEGUI_CONFIG）、环境变量（配置项 limits.queue 对应
HEGUI_LIMITS_QUEUE）和选项，后者优先。docs/service.zh.md 列有全部配置项；--print-config
显示实际生效的值及其来源。

收到中断信号后，先做完手上的请求再退出；收到 SIGHUP 后重新加载规则包和证书，期间不中断服务。
新的规则包无效时，继续使用上一个有效的规则包，并在日志、/metrics 和 /readyz 中说明。

设置 OTEL_EXPORTER_OTLP_ENDPOINT 后，向该地址发送 OpenTelemetry 链路数据。`,
	example: `  hegui serve
  hegui serve --addr 127.0.0.1:9000 --pack ./my-pack
  hegui serve --config hegui.yaml --print-config
  curl --data-binary @申报书.yaml -H 'Content-Type: application/yaml' 127.0.0.1:8080/v1/assessments`,
	flagConfig: "配置文件（YAML）（默认取自 HEGUI_CONFIG）",
	flagPrint:  "显示实际生效的配置及每一项的来源，然后退出",
	badTraces:  "%s=%s：可用的值：%s",
	badKeyPair: "证书 %s 与私钥 %s 无法使用：%v",
	cut:        "未完成的请求超过 %s，已被切断",
	twice:      "有两个名为“%s”的规则包",
}

var englishServe = serveWords{
	short: "score proposals over HTTP",
	long: `Scores proposals over HTTP, one or many in a request, and tells about packs and requirements. What it
takes and answers is in /openapi.yaml.

The configuration comes from defaults, a file (--config or HEGUI_CONFIG), the environment (limits.queue
is HEGUI_LIMITS_QUEUE there) and flags; the last of them counts. docs/service.md lists all keys;
--print-config shows the values in effect and where each comes from.

Interrupted, it finishes the requests under way and ends. On SIGHUP it loads packs and certificate again
without dropping a request. When a new pack is invalid the last good one stays in use, and the log,
/metrics and /readyz say so.

With OTEL_EXPORTER_OTLP_ENDPOINT it sends traces of OpenTelemetry there.`,
	example: `  hegui serve
  hegui serve --addr 127.0.0.1:9000 --pack ./my-pack
  hegui serve --config hegui.yaml --print-config
  curl --data-binary @proposal.yaml -H 'Content-Type: application/yaml' 127.0.0.1:8080/v1/assessments`,
	flagConfig: "file of the configuration, YAML (default from HEGUI_CONFIG)",
	flagPrint:  "show the configuration in effect and where each value comes from, then end",
	badTraces:  "%s=%s: known are %s",
	badKeyPair: "certificate %s and key %s cannot be used: %v",
	cut:        "requests under way took longer than %s and were cut off",
	twice:      "there are two packs %q",
}
