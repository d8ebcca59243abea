#!/bin/sh
# mawk.sh LIST OPTOUTS OUTPUT
exec mawk -f "$(dirname "$0")/scrub.awk" "$2" "$1" >"$3"
