# Sourced by s360: how the mock is started, and what it is asked in the training run of quick-start.sh.

# Memory: the simplest collector, and a young generation whose survivors hold the journal until it is forgotten, so that the
# old one hardly grows; what the compilers have used is given back. Not all JDKs 17 know the last option, hence the first one.
# Log: what the JVM thinks of an archive is not the user's business.
run+=(
  -XX:+IgnoreUnrecognizedVMOptions
  -XX:+UseSerialGC -Xms50m -Xmn34m -XX:SurvivorRatio=3 -XX:TargetSurvivorRatio=95 -XX:TrimNativeHeapInterval=1000
  -Xlog:disable
)
jar_started=$jar
training=(--port 0 --bind 127.0.0.1)

# Reads the call that the mock itself offers: a curl command over several lines, its body last.
listening() {
  local line
  url='' headers='' body=''
  while IFS= read -r line; do
    line=${line% \\}
    case $line in
      'curl -X POST http://'*) url=${line#*http://} ;;
      "  -H '"*) line=${line#*\'} headers+=${line%\'}$'\r\n' ;;
      "  -d '"*) line=${line#*\'} body=${line%\'} ;;
    esac
  done <"$part.log"
  [ -n "$url" ] && [ -n "$body" ]
}

# What people do first: the good call, refusals of each kind, a look at the admin API; and the good call often, for the AOT
# cache keeps the profile of it.
rehearse() {
  local path=/${url#*/} json=$'Content-Type: application/json\r\n' i
  port=${url%%/*} port=${port##*:}
  ask POST "$path" "$headers" "$body"
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
    ask POST "$path" "$headers" "$body"
    ask POST "${path%/*}/validate" "$headers" "$body"
    ask POST "${path%/*}/create" "$headers" "${body%%,*}}"
  done
  ask POST "$path" "$headers"$'Prefer: code=429\r\n' "$body"
  ask POST "$path" "$json" "$body"
  ask POST "$path" "$headers" '{'
  ask POST "$path" "$headers" '{}'
  ask POST "$path/unknown" "$headers" "$body"
  ask GET "$path" "$headers" ''
  ask OPTIONS "$path" $'Origin: http://localhost\r\nAccess-Control-Request-Method: POST\r\n' ''
  ask GET /__admin/mappings '' ''
  ask GET /__admin/requests '' ''
  ask POST /__admin/reset '' ''
}

# shellcheck source=quick-start.sh
. "$home/quick-start.sh"
