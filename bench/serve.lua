-- What wrk sends: one after the other the bodies of the files named in the list BODIES, each a whole request to the path of
-- the address, with the content type MEDIA. What came of it goes to the file FIGURES, in one line: requests, microseconds,
-- median and 99th percentile in microseconds, and the errors: of connections, reading, writing, status above 399, time.

local requests, turn = {}, 0

function init(_)
  local headers = { ["Content-Type"] = os.getenv("MEDIA") }
  for name in io.lines(os.getenv("BODIES")) do
    local file = assert(io.open(name, "rb"))
    requests[#requests + 1] = wrk.format("POST", nil, headers, file:read("*a"))
    file:close()
  end
  assert(#requests > 0, "no bodies")
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function done(summary, latency, _)
  local e = summary.errors
  local file = assert(io.open(os.getenv("FIGURES"), "w"))
  file:write(string.format("%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), e.connect, e.read, e.write, e.status, e.timeout))
  file:close()
end
