# Completes svscrub's commands, options, values and columns in fish.
# While you type, svscrub is run: it says what may stand there. Nothing of what you type is evaluated.

function __svscrub_complete
    set -l answer (command svscrub __complete LANGUAGE fish (commandline -opc)[2..-1] (commandline -ct) </dev/null 2>/dev/null)
    string join \n -- $answer[5..-1]
    test -n "$answer[3]"; or return
    set -l paths (complete -C "__svscrub_no_command $answer[2]" | string replace -r '\t.*' '' | string match -re -- $answer[3])
    string join \n -- $answer[1]$paths
end

complete -c svscrub -f -a '(__svscrub_complete)'
