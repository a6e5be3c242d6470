# Sourced by s360: lets the mock start with an archive of the classes that it needs, parsed and linked. The archive is made by
# one training run, on the JDK that is to use it: an AOT cache from 25 on, a class-data archive (AppCDS) before.
# It is bound to that JDK, to the jar and to the options, and is made anew when one of them changes. Whatever is wrong with it,
# the mock starts without.

# Memory: the simplest collector, and a young generation whose survivors hold the journal until it is forgotten, so that the
# old one hardly grows; what the compilers have used is given back. Not all JDKs 17 know the last option, hence the first one.
# Log: what the JVM thinks of an archive is not the user's business.
run+=(
  -XX:+IgnoreUnrecognizedVMOptions
  -XX:+UseSerialGC -Xms50m -Xmn34m -XX:SurvivorRatio=3 -XX:TargetSurvivorRatio=95 -XX:TrimNativeHeapInterval=1000
  -Xlog:disable
)
if [ "$version" -ge 25 ]; then
  archive=$home/mock/target/s360-mock-$release.aot reads=-XX:AOTCache= writes=-XX:AOTCacheOutput=
else
  archive=$home/mock/target/s360-mock-$release.jsa reads=-XX:SharedArchiveFile= writes=-XX:ArchiveClassesAtExit=
fi
bound_to="${run[*]} $jar"

# An archive that another jar was read for would bring its classes back; one that was cut off can crash a JVM, so its size is kept.
untrained() {
  local bound size
  [ -r "$archive" ] && [ -r "$archive.of" ] || return 0
  { IFS= read -r size && IFS= read -r bound; } <"$archive.of" || return 0
  [ "$bound" = "$bound_to" ] && [ -n "$(find "$archive" -size "${size}c" -newermc "$jar")" ] || return 0
  return 1
}

# Leaves an empty archive if it fails, so that it is not tried at each start.
train() (
  LC_ALL=C
  rm -f "$archive".[0-9]* # of a training that was cut off
  part=$archive.$$
  mock=''
  trap 'kill -KILL ${mock:+"$mock"} 2>/dev/null || true; rm -f "$part" "$part".*' EXIT
  trap 'exit 130' INT TERM
  echo 's360: preparing quick starts on this JDK, once ...' >&2
  : >"$part.log"
  "${run[@]}" "$writes$part" -jar "$jar" --port 0 --bind 127.0.0.1 >"$part.log" 2>&1 9>&- &
  mock=$!
  await listening && rehearse
  kill -TERM "$mock" 2>/dev/null || true
  await ended || kill -KILL "$mock"
  if ! [ -s "$part" ]; then
    echo "s360: that failed; the mock starts without, somewhat slower" >&2
    : >"$part"
  fi
  size=$(wc -c <"$part")
  printf '%s\n%s\n' "$((size))" "$bound_to" >"$part.of"
  mv -f "$part" "$archive"
  mv -f "$part.of" "$archive.of"
)

# Two minutes at most, for a machine that is busy.
await() {
  local tries=0
  until "$1"; do
    [ "$((tries += 1))" -lt 1200 ] && { [ "$1" = ended ] || ! ended; } || return 1
    sleep 0.1
  done
}

ended() {
  ! kill -0 "$mock" 2>/dev/null
}

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

ask() {
  local line
  {
    printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s' \
      "$1" "$2" "$3" "${#4}" "$4" >&8
    while IFS= read -r -t 10 line <&8; do :; done
  } 8<>"/dev/tcp/127.0.0.1/$port" || true
}

if untrained && [ -w "$home/mock/target" ]; then
  trap 'exit 130' INT TERM
  once untrained train || true
  trap - INT TERM
fi
if ! untrained && [ -s "$archive" ]; then
  run+=("$reads$archive")
fi
