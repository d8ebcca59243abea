# Completes svscrub's commands, options and values in bash, also the old one of macOS.
# It is read once: while you type, svscrub is not run, and nothing of what you type is evaluated.

# <commands>

_svscrub() {
  local IFS=$' \t\n'
  local command='' first=1 expects='' behind_suppress='' behind_dashes='' redirects=''
  local kind='' flags='' taking='' cur='' prefix='' part='' trimmed='' word='' pattern='' i
  local rest=${COMP_LINE:0:COMP_POINT}
  local -a typed=() options=() words=() endings=()
  COMPREPLY=()

  # Bash parts words at = and : too: what was typed as one word is put together again, up to the cursor.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    part=${COMP_WORDS[i]}
    if ((i == COMP_CWORD)); then part=$trimmed; fi
    if ((i > 0)) && [[ $trimmed == "$rest" ]]; then
      typed[${#typed[@]}-1]+=$part
    else
      typed+=("$part")
    fi
    rest=${trimmed#"$part"}
  done

  _svscrub_takes scrub
  for ((i = 1; i < ${#typed[@]} - 1; i++)); do
    word=${typed[i]}
    if [[ -n $expects$redirects ]]; then
      expects='' redirects=''
      continue
    fi
    if [[ -n $behind_dashes ]]; then continue; fi
    case $word in
      '>' | '>>' | '<' | [0-9]'>' | [0-9]'>>' | '&>') redirects=1 ;;
      '>'* | '<'* | [0-9]'>'* | '&>'*) ;;
      --)
        behind_dashes=1 first=
        ;;
      --*=*)
        _svscrub_is_common "${word%%=*}" || first=
        if [[ $word == --suppress=* ]]; then behind_suppress=1; fi
        ;;
      --*)
        _svscrub_is_common "$word" || first=
        if _svscrub_value "${command:-scrub}" "$word"; then expects=$word; fi
        if [[ $word == --suppress ]]; then behind_suppress=1; fi
        ;;
      -?*)
        _svscrub_is_common "$word" || first=
        pattern="^-[$flags]*([$taking])(.*)\$"
        if [[ -n $taking && $word =~ $pattern ]]; then
          if [[ -z ${BASH_REMATCH[2]} ]]; then expects=-${BASH_REMATCH[1]}; fi
          if [[ ${BASH_REMATCH[1]} == s ]]; then behind_suppress=1; fi
        fi
        ;;
      *)
        if [[ -n $first ]] && _svscrub_takes "${command:+$command }$word"; then
          command=${command:+$command }$word
        else
          first=
        fi
        ;;
    esac
  done

  cur=${typed[${#typed[@]}-1]}
  _svscrub_takes "${command:-scrub}"
  if [[ -n $redirects || $cur == '>'* || $cur == '<'* ]]; then
    kind=files endings=()
  elif [[ -z $behind_dashes && $cur == @* ]]; then
    # A file of arguments. Bash parts words at @, too, but replaces it with what stands behind it.
    kind=files endings=() cur=${cur#@} prefix=@
  elif [[ -n $expects ]]; then
    _svscrub_value "${command:-scrub}" "$expects"
  elif [[ -z $behind_dashes && $cur == --*=* ]]; then
    _svscrub_value "${command:-scrub}" "${cur%%=*}" || kind=text
    prefix=${cur%%=*}= cur=${cur#*=}
  elif [[ -z $behind_dashes && $cur == -* ]]; then
    kind=words words=("${options[@]}")
  elif [[ -n $behind_suppress && -z $behind_dashes ]]; then
    kind=lists
  elif [[ -n $first && -z $command ]]; then
    kind=commands_and_files
  elif [[ -z $first && $kind == words ]]; then
    # A command or a shell: one, and it is there.
    kind=text
  fi

  case $kind in
    words | word-list | named-word | commands_and_files) cur=${cur#[\"\']} ;;
  esac
  case $kind in
    lists | named-word)
      if [[ $cur == *=* ]]; then
        prefix+=${cur%%=*}= cur=${cur#*=}
      fi
      ;;
    word-list)
      prefix+=${cur%"${cur##*,}"} cur=${cur##*,}
      compopt -o nospace 2>/dev/null
      ;;
  esac
  # Where bash parts words at =, it replaces only what stands behind it.
  if [[ $COMP_WORDBREAKS == *=* ]]; then prefix=${prefix##*=}; fi

  case $kind in
    words | named-word) _svscrub_offer ;;
    word-list)
      pattern=,$prefix,
      for i in "${!words[@]}"; do
        if [[ $pattern == *",${words[i]},"* ]]; then unset "words[i]"; fi
      done
      _svscrub_offer
      ;;
    commands_and_files)
      _svscrub_commands
      _svscrub_offer
      # Where no command begins so, readline's own files are offered, which know of quotes.
      if ((${#COMPREPLY[@]} > 0)) && compopt -o filenames 2>/dev/null; then
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
      elif ((${#COMPREPLY[@]} == 0)); then
        compopt -o default 2>/dev/null
      fi
      return 0
      ;;
    folders) _svscrub_offer_files -d ;;
    files | lists)
      # Readline's own files, if it looks for the same ones.
      if ((${#endings[@]} > 0)) || [[ -n $prefix ]]; then
        _svscrub_offer_files -f
      else
        return 0
      fi
      ;;
  esac
  # Nothing is better than files where none is meant.
  compopt +o default 2>/dev/null
  # The old bash has no compopt, and would take its failure for a function that is not there.
  return 0
}

# The words that begin as the one at the cursor does.
_svscrub_offer() {
  local word
  for word in "${words[@]}"; do
    if [[ $word == "$cur"* ]]; then COMPREPLY+=("$prefix$word"); fi
  done
}

# Folders, and with -f the files with one of the endings, or all.
_svscrub_offer_files() {
  local path ending
  cur=${cur#[\"\']}
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$prefix$path"); done < <(
    compgen -d -- "$cur"
    if [[ $1 == -f && ${#endings[@]} == 0 ]]; then compgen -f -- "$cur"; fi
    if [[ $1 == -f ]]; then
      for ending in "${endings[@]}"; do compgen -f -X "!*$ending" -- "$cur"; done
    fi
  )
}

complete -o default -F _svscrub svscrub
