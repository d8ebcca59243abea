# mawk -f scrub.awk OPTOUTS LIST > OUTPUT. No CSV parser: a quoted comma moves every cell after it.
function national(cell) {
  gsub(/[^0-9]/, "", cell)
  sub(/^00503/, "", cell)
  if (length(cell) == 11) sub(/^503/, "", cell)
  return length(cell) == 8 && cell ~ /^[2567]/ ? cell : ""
}
BEGIN { FS = OFS = "," }
FNR == 1 { file++; if (file == 2) print; next }
file == 1 { number = national($1); if (number != "") suppressed[number]; next }
{
  number = national($3)
  if (number == "" || number in suppressed || number in seen) next
  seen[number]
  $3 = "+503" number
  print
}
