"""What the server does with an interview's checkpoints, in Lua.

KEYS[1] is the hash with all of them, KEYS[2] the fence of the interview's last holder. A checkpoint is the field
`namespace␟id␟`, and what was written after it are the fields `namespace␟id␟task␟index`. Ids sort by time.
"""

# A unit separator: LangGraph's namespaces and ids hold none.
SEPARATOR = "\x1f"

# Redis' memory is for interviews that are under way, and those write more often: nudges and limits see to that. Whoever
# comes back later waits some milliseconds more, as the graph is rebuilt from the event log, which never expires.
IDLE_S = 60 * 60

# Without a fence nobody asks who is the holder: so it is in a process that is alone.
_FENCED = """
local fence = ARGV[1]
if fence ~= '' and redis.call('GET', KEYS[2]) ~= fence then return 0 end
"""
_IDLE = f"redis.call('EXPIRE', KEYS[1], {IDLE_S})\n"
# The fields of each checkpoint in a namespace, by its id; and the ids, the oldest first.
_BY_ID = """
local function by_id(namespace)
  local fields, ids = {}, {}
  for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
    if string.sub(field, 1, #namespace) == namespace then
      local id = string.match(field, '^[^\\31]*', #namespace + 1)
      if not fields[id] then
        fields[id] = {}
        ids[#ids + 1] = id
      end
      table.insert(fields[id], field)
    end
  end
  table.sort(ids)
  return fields, ids
end
"""

PUT = f"""{_FENCED}{_BY_ID}
local namespace, id, checkpoint, keep = ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
redis.call('HSET', KEYS[1], namespace .. id .. '\\31', checkpoint)
if keep > 0 then
  local fields, ids = by_id(namespace)
  for at = 1, #ids - keep do redis.call('HDEL', KEYS[1], unpack(fields[ids[at]])) end
end
{_IDLE}return 1
"""
PUT_WRITES = f"""{_FENCED}
for at = 2, #ARGV, 3 do redis.call(ARGV[at], KEYS[1], ARGV[at + 1], ARGV[at + 2]) end
{_IDLE}return 1
"""
GET = f"""{_BY_ID}
local namespace, wanted = ARGV[1], ARGV[2]
local fields, ids = by_id(namespace)
for at = #ids, 1, -1 do
  local id = ids[at]
  local checkpoint = (wanted == '' or wanted == id) and redis.call('HGET', KEYS[1], namespace .. id .. '\\31')
  if checkpoint then
    local found = {{id, checkpoint}}
    for _, field in ipairs(fields[id]) do
      if field ~= namespace .. id .. '\\31' then
        found[#found + 1] = redis.call('HGET', KEYS[1], field)
      end
    end
    return found
  end
end
return false
"""
IDS = """
local found = {}
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
  local place = string.match(field, '^([^\\31]*\\31[^\\31]*)\\31$')
  if place then found[#found + 1] = place end
end
return found
"""
