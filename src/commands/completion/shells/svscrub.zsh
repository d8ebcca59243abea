#compdef svscrub
# Completes svscrub's commands, options, values and columns in zsh.
# While you type, svscrub is run: it says what may stand there. Nothing of what you type is evaluated.

_svscrub() {
  local ret=1
  local -a answer found ending
  answer=("${(@f)$(command svscrub __complete LANGUAGE zsh "${(@Q)words[2,CURRENT-1]}" "$PREFIX" </dev/null 2>/dev/null)}")
  found=("${(@)${(@)${(@)answer[5,-1]//\\/\\\\}//:/\\:}/$'\t'/:}")
  if [[ -n $answer[4] ]]; then ending=(-S ''); fi
  if (( $#found )); then _describe -t values value found "$ending[@]" && ret=0; fi
  if [[ -n $answer[3] ]]; then
    compset -p $(( $#PREFIX - $#answer[2] ))
    _files -g '*(+_svscrub_is_meant)' && ret=0
  fi
  return ret
}

_svscrub_is_meant() {
  [[ $REPLY =~ $answer[3] ]]
}

# Sourced, or loaded by name from a folder of $fpath.
if [[ $funcstack[1] == _svscrub ]]; then
  _svscrub "$@"
else
  if (( ! $+functions[compdef] )); then autoload -Uz compinit && compinit -i; fi
  compdef _svscrub svscrub
fi
