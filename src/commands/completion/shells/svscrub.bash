# Completes svscrub's commands, options, values and columns in bash, also the old one of macOS.
# While you type, svscrub is run: it says what may stand there. Nothing of what you type is evaluated.

_svscrub() {
  local IFS=$' \t\n' how='' begun='' skipped=0 rest='' pattern='' found=''
  COMPREPLY=()
  {
    IFS= read -r how && IFS= read -r begun && IFS= read -r skipped && IFS= read -r rest && IFS= read -r pattern
    while IFS= read -r found; do COMPREPLY+=("$found"); done
  } < <(command svscrub __complete LANGUAGE bash "$2" "${COMP_LINE:0:COMP_POINT}" </dev/null 2>/dev/null)
  if [[ $how == own ]]; then return 0; fi
  # The old bash has no compopt: it offers files where nothing is found.
  compopt +o default 2>/dev/null
  if [[ $how == open ]]; then compopt -o nospace 2>/dev/null; fi
  if [[ $how != files ]]; then return 0; fi
  compopt -o filenames 2>/dev/null
  while IFS= read -r found; do
    if [[ ! $found =~ $pattern ]]; then continue; fi
    found=$begun${found%/}
    COMPREPLY+=("${found:skipped}")
  done < <(compgen -S / -d -- "$rest"; compgen -f -- "$rest")
  return 0
}

complete -o default -F _svscrub svscrub
