# Completes svscrub's commands, options and values in PowerShell, from Windows PowerShell 5.1 on.
# It is read once: while you type, svscrub is not run, and nothing of what you type is evaluated.

Register-ArgumentCompleter -Native -CommandName svscrub -ScriptBlock {
  param($word, $line, $cursor)

# <commands>

  # What stands before the word at the cursor, without the name of the program.
  $typed = @()
  foreach ($element in $line.CommandElements) {
    if ($element.Extent.EndOffset -ge $cursor) { break }
    if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $typed += $element.Value }
    else { $typed += $element.Extent.Text }
  }
  $typed = @($typed | Select-Object -Skip 1)

  # The command that is named, and whether nothing stands behind its name but options of every command.
  $name = ''
  $isFirst = $true
  $skips = $false
  foreach ($one in $typed) {
    if ($skips) { $skips = $false; continue }
    $longer = ($name + ' ' + $one).Trim()
    if ($common -ccontains $one) { $skips = $commonWithValue -ccontains $one }
    elseif ($one -clike '--lang=*' -or $one -clike '--color=*') { }
    elseif ($commands.ContainsKey($longer)) { $name = $longer }
    else { $isFirst = $false; break }
  }
  $key = $name
  if ($key -eq '') { $key = 'scrub' }
  $command = $commands[$key]
  $isBehindDashes = $typed -ccontains '--'
  $isBehindSuppress = @($typed | Where-Object { $_ -cmatch '^(--suppress(=|$)|-[a-zA-Z]*s)' }).Count -gt 0

  # What may stand at the cursor, and what stands before it in the same word.
  $value = $command.operand
  $prefix = ''
  $before = ''
  if ($typed.Count -gt 0) { $before = $typed[-1] }
  $isAsked = $false
  if (-not $isBehindDashes) {
    $taking = $command.options | Where-Object { $_.value -ne $null -and $_.names -ccontains $before } | Select-Object -First 1
    if ($taking) { $value = $taking.value; $isAsked = $true }
    elseif ($word -clike '--*=*') {
      $prefix = $word.Substring(0, $word.IndexOf('=') + 1)
      $long = $word.Substring(0, $word.IndexOf('='))
      $word = $word.Substring($word.IndexOf('=') + 1)
      $taking = $command.options | Where-Object { $_.value -ne $null -and $_.names -ccontains $long } | Select-Object -First 1
      $isAsked = $true
      if ($taking) { $value = $taking.value } else { $value = @{ kind = 'text'; words = @(); endings = @() } }
    }
    elseif ($word -clike '-*') {
      foreach ($option in $command.options) {
        foreach ($one in $option.names) {
          if ($one.StartsWith($word, [System.StringComparison]::Ordinal)) {
            [System.Management.Automation.CompletionResult]::new($one, $one, 'ParameterName', $option.line)
          }
        }
      }
      return
    }
    elseif ($isBehindSuppress) { $value = @{ kind = 'lists'; words = @(); endings = @() } }
  }

  $found = @()
  if (-not $isAsked -and $isFirst -and ($name -eq '' -or $value.kind -eq 'commands')) {
    foreach ($one in $commands.Keys) {
      $last = $one
      if ($name -ne '') {
        if (-not $one.StartsWith($name + ' ')) { continue }
        $last = $one.Substring($name.Length + 1)
      }
      if (-not $last.Contains(' ') -and $last.StartsWith($word)) {
        $found += [System.Management.Automation.CompletionResult]::new($last, $last, 'ParameterValue', $commands[$one].line)
      }
    }
    if ($name -ne '' -or $found.Count -gt 0) { return $found | Sort-Object -Property ListItemText }
  }
  if (('words', 'word-list', 'named-word') -ccontains $value.kind) {
    $mark = @{ 'words' = ''; 'word-list' = ','; 'named-word' = '=' }[$value.kind]
    $at = -1
    if ($mark -ne '') { $at = $word.LastIndexOf($mark) }
    $prefix += $word.Substring(0, $at + 1)
    $rest = $word.Substring($at + 1)
    foreach ($one in $value.words) {
      if ($one.StartsWith($rest)) {
        $found += [System.Management.Automation.CompletionResult]::new($prefix + $one, $one, 'ParameterValue', $one)
      }
    }
  }
  elseif (('files', 'lists', 'folders') -ccontains $value.kind) {
    if ($value.kind -eq 'lists' -and $word.Contains('=')) {
      $prefix += $word.Substring(0, $word.IndexOf('=') + 1)
      $word = $word.Substring($word.IndexOf('=') + 1)
    }
    foreach ($path in [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)) {
      $isFolder = $path.ResultType -eq 'ProviderContainer'
      $ending = [System.IO.Path]::GetExtension($path.ListItemText)
      $isMeant = $isFolder -or ($value.kind -ne 'folders' -and ($value.endings.Count -eq 0 -or $value.endings -contains $ending))
      if ($isMeant) {
        $found += [System.Management.Automation.CompletionResult]::new(
          $prefix + $path.CompletionText, $path.ListItemText, $path.ResultType, $path.ToolTip)
      }
    }
  }
  # An empty word keeps PowerShell from offering files where none is meant.
  if ($found.Count -eq 0) { '' } else { $found }
}
