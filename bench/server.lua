-- What wrk asks of the server. Arguments: validate, get or mix; two that only the mock's script needs; how many requests a thread
-- makes at most, 0 for no end; how many parent sessions there are, each with three child sessions of the client.
-- One connection per thread (-t N -c N), so that response() always belongs to the last request(). Each thread has parents of its own.

local base = "/middleware/api/external/"
local children = 3
local threads = {}

function setup(thread)
  table.insert(threads, thread)
  thread:set("number", #threads)
end

local function call(path, body)
  return wrk.format("POST", base .. path, nil, body)
end

-- The same names as Stock.java gives.
local function token(parent)
  return string.format("bench-session-token-%d", parent)
end

local function child(parent, place)
  return string.format("00000000-0000-4000-9000-%012x", (parent - 1) * children + place)
end

local function body(parent, id)
  return '{"sessionToken":"' .. token(parent) .. '","sessionId":"' .. id .. '"'
end

local answered, most = 0, 0
local contains = nil
local opened, first, parents, create_in = {}, 1, 1, 1
local created_in = nil

local function some_child()
  local parent = first + math.random(0, parents - 1)
  return parent, child(parent, math.random(0, children - 1))
end

local function create()
  create_in = create_in % parents + 1
  created_in = first + create_in - 1
  return call("sso/session/create", '{"sessionToken":"' .. token(created_in) .. '"}'), '"sessionId":"'
end

local asks = {
  validate = function()
    return call("sso/session/validate", body(some_child()) .. "}"), '"valid":true'
  end,
  get = function()
    return call("sso/session/get", body(some_child()) .. "}"), '"maxExpiresAt"'
  end,
  refresh = function()
    return call("sso/session/refresh", body(some_child()) .. "}"), '"expiresAt"'
  end,
  create = create,
  logout = function()
    local oldest = table.remove(opened, 1)
    if not oldest then
      return create()
    end
    return call("sso/session/logout", body(oldest.parent, oldest.id) .. "}"), '"success":true'
  end,
  messages = function()
    return call("messages/add", body(some_child()) .. ',"messages":[{"level":"INFO","en":"Done","ar":"تم"}]}'), '"accepted"'
  end
}

-- Of a hundred requests, in an order of their own for each thread.
local shares = {validate = 70, get = 10, refresh = 12, create = 4, logout = 3, messages = 1}
local order, step = {}, 0

local function shuffle()
  for _, operation in ipairs({"validate", "get", "refresh", "create", "logout", "messages"}) do
    for _ = 1, shares[operation] do
      table.insert(order, operation)
    end
  end
  for place = #order, 2, -1 do
    local other = math.random(place)
    order[place], order[other] = order[other], order[place]
  end
end

function init(args)
  local kind, all = args[1], tonumber(args[5])
  most = tonumber(args[4])
  wrong, wrong_sample = 0, "" -- global, for thread:get()
  wrk.headers["X-IID-API-KEY"] = "demo-tibco-key"
  wrk.headers["X-IID-CLIENT-ID"] = "TIBCO_CONSUMER"
  wrk.headers["Content-Type"] = "application/json"
  math.randomseed(number * 7919)
  parents = math.floor(all / 32)
  first = (number - 1) * parents + 1
  create_in = math.random(parents)
  shuffle()
  if kind == "mix" then
    function request()
      step = step % #order + 1
      local asked
      created_in = nil
      asked, contains = asks[order[step]]()
      return asked
    end
  else
    -- Made beforehand: what wrk does meanwhile is taken from the server.
    local ready, at = {}, 0
    for place = 1, 2000 do
      ready[place] = asks[kind]()
    end
    function request()
      at = at % #ready + 1
      return ready[at]
    end
  end
  -- Left out where nothing is judged and counted, for wrk is the faster without.
  if kind ~= "mix" and most == 0 then
    return
  end
  function response(status, _, text)
    answered = answered + 1
    if kind == "mix" then
      if status ~= 200 or not string.find(text, contains, 1, true) then
        wrong = wrong + 1
        wrong_sample = order[step] .. ": " .. status .. " " .. string.sub(text, 1, 200)
      elseif created_in then
        table.insert(opened, {parent = created_in, id = string.match(text, '"sessionId":"([^"]+)"')})
      end
    end
    if answered == most then
      wrk.thread:stop()
    end
  end
end

function done(summary, latency)
  local all, sample = 0, ""
  for _, thread in ipairs(threads) do
    local one = thread:get("wrong") or 0
    all = all + one
    sample = one > 0 and thread:get("wrong_sample") or sample
  end
  local errors = summary.errors
  io.write(string.format(
    "LOAD requests=%d micros=%d p50=%d p99=%d refused=%d lost=%d wrong=%d\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, all))
  io.write("SAMPLE " .. sample .. "\n")
end
