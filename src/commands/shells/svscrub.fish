# Completes svscrub's commands, options and values in fish.
# It is read once: while you type, svscrub is not run, and nothing of what you type is evaluated.

# Whether the words before the cursor name this command; --first: and nothing stands behind its name but options of
# every command. Scrub is the command where none is named.
function __svscrub_is
    argparse first -- $argv
    set -l tokens (commandline -opc)
    set -e tokens[1]
    set -l command
    set -l skips 0
    set -l first 1
    for token in $tokens
        if test $skips = 1
            set skips 0
            continue
        end
        switch $token
            case $__svscrub_common_flags
            case $__svscrub_common_values
                set skips 1
            case '*'
                set -l named (string join ' ' -- $command $token)
                if not contains -- $named $__svscrub_commands
                    set first 0
                    break
                end
                set command $named
        end
    end
    if test -z "$command"; and not set -q _flag_first
        set command scrub
    end
    test "$command" = "$argv"; and test $first = 1 -o -z "$_flag_first"
end

# Whether an operand at the cursor is a suppression list.
function __svscrub_behind_suppress
    set -l tokens (commandline -opc)
    set -l is_behind 1
    for token in $tokens
        switch $token
            case --
                return 1
            case --suppress '--suppress=*'
                set is_behind 0
            case '--*'
            case '-*'
                string match -qr -- "^-[$__svscrub_flags]*s" $token; and set is_behind 0
        end
    end
    return $is_behind
end

# The value at the cursor, without its option where both are one word.
function __svscrub_value
    string replace -r -- '^--[^=]*=' '' (commandline -ct)
end

# Folders, and the files with one of these endings.
function __svscrub_files
    set -l endings (string join '|' -- / (string escape --style=regex -- $argv))
    set -l value (__svscrub_value)
    complete -C "__svscrub_no_command $value" | string match -ri -- "^.*(?:$endings)(?:\t.*)?\$"
end

# One more of these words behind those that stand there, parted by commas.
function __svscrub_word_list
    set -l before (string match -r -- '^.*,' (__svscrub_value))
    for word in $argv
        contains -- $word (string split -- , "$before"); or echo "$before$word"
    end
end

# One of these words, behind the name of a list where one stands there.
function __svscrub_named_words
    set -l before (string match -r -- '^[^=]*=' (__svscrub_value))
    for word in $argv
        echo "$before$word"
    end
end

# A file of arguments, behind the @.
function __svscrub_argument_files
    set -l value (string sub -s 2 -- (commandline -ct))
    complete -C "__svscrub_no_command $value" | string replace -r '^' @
end
complete -c svscrub -n "string match -q -- '@*' (commandline -ct)" -f -a '(__svscrub_argument_files)'

# <commands>
