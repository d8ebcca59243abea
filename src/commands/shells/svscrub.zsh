#compdef svscrub
# Completes svscrub's commands, options and values in zsh.
# It is read once: while you type, svscrub is not run, and nothing of what you type is evaluated.

# <commands>

_svscrub() {
  local curcontext=$curcontext context state state_descr line
  local -A opt_args
  local command= first=1 flags= operand= word=
  local -a options
  local -i i

  # The words that name the command are taken away: _arguments knows options and operands only.
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    if _svscrub_is_common $word; then
      if _svscrub_is_common_with_value $word; then ((i++)); fi
    elif _svscrub_takes "${command:+$command }$word"; then
      command=${command:+$command }$word
      words[i]=()
      ((i--, CURRENT--))
    else
      first=
      break
    fi
  done
  _svscrub_takes "${command:-scrub}"

  if [[ -n $first && -z $command ]]; then operand='*:command or phone list:_svscrub_first'; fi
  # From the first -s on, operands are suppression lists.
  for ((i = 2; i < CURRENT; i++)); do
    if [[ $words[i] == -- ]]; then break; fi
    if [[ $words[i] == (--suppress|--suppress=*|-[$flags]#s*) ]]; then operand='*:NAME=FILE:_svscrub_lists'; fi
  done

  # A file of arguments.
  if [[ $PREFIX == @* && ${words[(i)--]} -ge $CURRENT ]]; then
    compset -P 1 @
    _svscrub_files
    return
  fi
  _arguments -s -S : $options $operand
}

_svscrub_first() {
  local ret=1
  _svscrub_commands && ret=0
  _svscrub_files && ret=0
  return ret
}

# A path as it stands, or behind the name of the list.
_svscrub_lists() {
  _svscrub_files && return
  compset -P 1 '*=' && _svscrub_files
}

# Zsh's own _files runs the commands in a path such as a$(command)/: there is nothing in one of these.
_svscrub_files() {
  if [[ $PREFIX == *(\`|\$[^A-Za-z_])* ]]; then return 1; fi
  _files "$@"
}

_svscrub_named_word() {
  compset -P 1 '*='
  compadd "$@"
}

# Sourced, or loaded by name from a folder of $fpath.
if [[ $funcstack[1] == _svscrub ]]; then
  _svscrub "$@"
else
  if (( ! $+functions[compdef] )); then autoload -Uz compinit && compinit -i; fi
  compdef _svscrub svscrub
fi
