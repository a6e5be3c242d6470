-- What wrk asks. Arguments: mix or fixed; stateful or stateless (whether sessions live and die); what the names of the
-- tenants of the mix begin with, one for each connection; how many requests a thread makes at most, 0 for no end; for fixed, the path below
-- the sessions. One connection per thread (-t N -c N), so that response() always belongs to the last request().

local sessions = "/middleware/api/external/sso/session/"
local token = "demo-session-token"
local demo_session = "fa44b0c4-fb2d-43c3-bb65-345ad2a8be11"
local validations = 8

local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

local function call(operation, body)
  return wrk.format("POST", sessions .. operation, nil, body)
end

local function child(operation, id)
  return call(operation, '{"sessionToken":"' .. token .. '","sessionId":"' .. id .. '"}')
end

-- One step after another; each knows its request and what is right as its answer.
local steps = {}
local step, answered, most = 1, 0, 0

local function steps_of(id, keeps_state)
  local validate, logout = child("validate", id), child("logout", id)
  local list = {}
  for _ = 1, validations do
    table.insert(list, {request = validate, status = 200, contains = '"valid":true'})
  end
  table.insert(list, {request = logout, status = 200, contains = '"success":true'})
  if keeps_state then
    table.insert(list, {request = logout, status = 401, contains = "ALREADY_LOGGED_OUT"})
  else
    table.insert(list, {request = logout, status = 200, contains = '"success":true'})
  end
  return list
end

local function is_right(status, body)
  local expected = steps[step]
  return status == expected.status and string.find(body, expected.contains, 1, true) ~= nil
end

function init(args)
  local kind, state, tenants = args[1], args[2], args[3]
  most = tonumber(args[4])
  wrong, wrong_sample = 0, ""
  wrk.headers["X-IID-API-KEY"] = "demo-tibco-key"
  wrk.headers["X-IID-CLIENT-ID"] = "TIBCO_CONSUMER"
  wrk.headers["Content-Type"] = "application/json"
  if kind == "mix" then
    wrk.headers["X-Mock-Tenant"] = tenants .. number
  end
  local create = {request = call("create", '{"sessionToken":"' .. token .. '"}'), status = 200, contains = '"sessionId":"'}
  if kind == "fixed" then
    steps = {{request = child(args[5], demo_session)}}
  else
    steps = {create}
  end

  function request()
    return steps[step].request
  end

  -- Left out where nothing is judged and counted, for wrk is the faster without.
  if kind == "fixed" and most == 0 then
    return
  end
  function response(status, _, body)
    answered = answered + 1
    if kind == "mix" then
      if not is_right(status, body) then
        wrong = wrong + 1
        wrong_sample = steps[step].status .. " expected, but " .. status .. " " .. string.sub(body, 1, 200)
      elseif steps[step] == create then
        steps = steps_of(string.match(body, '"sessionId":"([^"]+)"'), state == "stateful")
        table.insert(steps, create)
        step = 0
      end
      step = step % #steps + 1
    end
    if answered == most then
      wrk.thread:stop()
    end
  end
end

function done(summary, latency)
  local all, sample = 0, ""
  for _, thread in ipairs(threads) do
    all = all + thread:get("wrong")
    sample = thread:get("wrong") > 0 and thread:get("wrong_sample") or sample
  end
  local errors = summary.errors
  io.write(string.format(
    "LOAD requests=%d micros=%d p50=%d p99=%d refused=%d lost=%d wrong=%d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, all))
  io.write("SAMPLE " .. sample .. "\n")
end
