# Sourced by the quick-start.sh of a program: lets it start with an archive of the classes that it needs, parsed and linked. The
# archive is made by one training run, on the JDK that is to use it: an AOT cache from 25 on, a class-data archive (AppCDS)
# before. It is bound to that JDK, to the jar and to the options, and is made anew when one of them changes. Whatever is wrong
# with it, the program starts without.
#
# The program says: jar_started, the jar that is started; training, its options in the training run; listening, which waits for
# a url in "$part.log"; rehearse, which asks it what people ask first.

if [ "$version" -ge 25 ]; then
  archive=$home/$program/target/s360-$program-$release.aot reads=-XX:AOTCache= writes=-XX:AOTCacheOutput=
else
  archive=$home/$program/target/s360-$program-$release.jsa reads=-XX:SharedArchiveFile= writes=-XX:ArchiveClassesAtExit=
fi
bound_to="${run[*]} $jar_started"

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
  trained=''
  trap 'kill -KILL ${trained:+"$trained"} 2>/dev/null || true; rm -f "$part" "$part".*' EXIT
  trap 'exit 130' INT TERM
  echo 's360: preparing quick starts on this JDK, once ...' >&2
  : >"$part.log"
  "${run[@]}" "$writes$part" -jar "$jar_started" "${training[@]}" >"$part.log" 2>&1 9>&- &
  trained=$!
  await listening && rehearse
  kill -TERM "$trained" 2>/dev/null || true
  await ended || kill -KILL "$trained"
  if ! [ -s "$part" ]; then
    echo "s360: that failed; the $program starts without, somewhat slower" >&2
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
  ! kill -0 "$trained" 2>/dev/null
}

ask() {
  local line
  {
    printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s' \
      "$1" "$2" "$3" "${#4}" "$4" >&8
    while IFS= read -r -t 10 line <&8; do :; done
  } 8<>"/dev/tcp/127.0.0.1/$port" || true
}

if untrained && [ -w "$home/$program/target" ]; then
  trap 'exit 130' INT TERM
  once untrained train || true
  trap - INT TERM
fi
if ! untrained && [ -s "$archive" ]; then
  run+=("$reads$archive")
fi
