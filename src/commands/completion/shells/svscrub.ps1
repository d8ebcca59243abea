# Completes svscrub's commands, options, values and columns in PowerShell, from Windows PowerShell 5.1 on.
# While you type, svscrub is run: it says what may stand there. Nothing of what you type is evaluated.

Register-ArgumentCompleter -Native -CommandName svscrub -ScriptBlock {
  param($word, $line, $cursor)
  $result = [System.Management.Automation.CompletionResult]
  # The words before the cursor, without the program's name, and the one at it.
  $typed = @()
  foreach ($element in $line.CommandElements) {
    if ($element.Extent.EndOffset -ge $cursor) { break }
    if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $typed += $element.Value }
    else { $typed += $element.Extent.Text }
  }
  $typed = @($typed | Select-Object -Skip 1) + $word
  # In letters: npm's svscrub.cmd would evaluate words.
  $asked = [System.Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($typed -join [char]0))
  $found = @()
  try {
    $answer = svscrub __complete LANGUAGE powershell $asked 2>$null | ConvertFrom-Json
    foreach ($one in $answer.candidates) { $found += $result::new($one.text, $one.word, 'ParameterValue', $one.line) }
    $paths = @()
    if ($answer.pattern) { $paths = [System.Management.Automation.CompletionCompleters]::CompleteFilename($answer.rest) }
    foreach ($path in $paths) {
      if ($path.ResultType -eq 'ProviderContainer' -or $path.ListItemText -match $answer.pattern) {
        $found += $result::new($answer.begun + $path.CompletionText, $path.ListItemText, $path.ResultType, $path.ToolTip)
      }
    }
  }
  catch { $found = @() }
  # An empty word keeps PowerShell from offering files where none is meant.
  if ($found.Count -eq 0) { '' } else { $found }
}
