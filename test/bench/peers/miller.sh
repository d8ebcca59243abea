#!/bin/sh
# miller.sh LIST OPTOUTS OUTPUT: normalise both sides, an unpaired join, the first of each number.
set -eu
national='$number = gsub($telefono, "[^0-9]", ""); $number = sub($number, "^(00)?503([2567][0-9]{7})$", "\2");'
# -S: numbers stay as they are written. The left file of a join is held in memory.
mlr --icsv --ocsv -S put "$national" then filter '$number =~ "^[2567][0-9]{7}$"' then cut -f number "$2" >"$3.optouts"
mlr --icsv --ocsv -S put "$national" \
  then filter '$number =~ "^[2567][0-9]{7}$"' \
  then join -u --np --ur -j number -f "$3.optouts" \
  then head -n 1 -g number \
  then put '$telefono = "+503" . $number' then cut -x -f number "$1" >"$3"
rm "$3.optouts"
