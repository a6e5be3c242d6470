# Sourced by s360: how the server is started, and what it is asked in the training run of quick-start.sh.

# Unpacked, for an archive of classes is bound to jars on the class path and not to jars within a jar.
unpacked=$home/server/target/s360-server
jar_started=$unpacked/s360-server.jar
training=(--demo --port 0)
# What the JVM thinks of an archive is not the user's business.
run+=(-Xlog:disable)

not_unpacked() {
  [ -z "$(find "$jar_started" -newermc "$jar" 2>/dev/null)" ]
}

unpack() {
  rm -rf "$unpacked" "$unpacked.part"
  "$java_home/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$unpacked.part" >/dev/null
  mv "$unpacked.part" "$unpacked"
}

listening() {
  local line
  url=''
  while IFS= read -r line; do
    case $line in
      *' server on http://'*) url=${line#*http://} url=${url%%[ ,]*} ;;
    esac
  done <"$part.log"
  [ -n "$url" ]
}

# Each operation, refusals of each kind, and what is asked most often, for the AOT cache keeps the profile of it.
rehearse() {
  local path i json=$'Content-Type: application/json\r\n' token='"sessionToken":"demo-session-token"'
  local headers=$json$'X-IID-API-KEY: demo-tibco-key\r\nX-IID-CLIENT-ID: TIBCO_CONSUMER\r\n'
  local child="{$token,\"sessionId\":\"fa44b0c4-fb2d-43c3-bb65-345ad2a8be11\"}"
  local messages="${child%\}},\"messages\":[{\"level\":\"INFO\",\"en\":\"a\",\"ar\":\"a\"}]}"
  port=${url##*:}
  while IFS= read -r path; do
    case $path in
      '  /'*:) path=${path#  } path=${path%:} ;;
      *) continue ;;
    esac
    case $path in
      */context | */create) ask POST "$path" "$headers" "{$token}" ;;
      */messages/*) ask POST "$path" "$headers" "$messages" ;;
      */logout) : ;;
      *) for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do ask POST "$path" "$headers" "$child"; done ;;
    esac
    ask POST "$path" "$json" "$child"
    ask POST "$path" "$headers" '{'
    ask POST "$path" "$headers" '{}'
    ask GET "$path" "$headers" ''
  done <"$home/api/src/main/resources/openapi/s360-iid.yaml"
  ask POST /unknown "$headers" '{}'
}

! not_unpacked || once not_unpacked unpack
# shellcheck source=quick-start.sh
. "$home/quick-start.sh"
