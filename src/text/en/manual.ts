// The English texts of help and man pages that no option has.

/** The texts. Every language must have the same keys. */
export const manual = {
  usage: "Usage:",
  arguments: "Arguments:",
  options: "Options:",
  commands: "Commands:",
  examples: "Examples:",
  exitCodes: "Exit codes:",
  environment: "Environment variables:",
  /** Titles of a man page's other sections. */
  man: {
    name: "Name",
    synopsis: "Synopsis",
    description: "Description",
    seeAlso: "See also",
    /** The title of the whole manual, at the top of each page. */
    title: "svscrub manual",
  },
  /** The last line of a short help. */
  rest: (command: string) => `${command} --help shows all options and exit codes.`,
  topics: "Topics:",
  /** The text below the lists of commands and topics. */
  more: "svscrub help COMMAND explains a command, svscrub help TOPIC a topic; svscrub demo makes sample files. Without a command, svscrub scrubs.",
  /** Placeholders by their names in the table of options; others stay as they are. */
  metavar: {} as Readonly<Record<string, string>>,
  /** Explains @FILE. */
  argumentFile:
    "read more arguments from FILE, one a line; blank lines and lines that begin with # are skipped. After --, or as ./@NAME, it is a file with that name",
  exit: {
    done: "done",
    no: "check, verify, audit, registry status --due: the answer is no",
    usage: "wrong usage, or an unknown column",
    phoneList: "the phone list can't be used",
    suppressionList: "a suppression list can't be trusted",
    io: "reading or writing failed: disk full, no permission, the output exists, the registry is busy",
    guard: "a limit stopped the run; nothing was written or recorded",
    bug: "a bug in svscrub: please report it",
    interrupted: "stopped with Ctrl-C",
    closedPipe: "the program that reads the output closed it",
    terminated: "stopped by SIGTERM or SIGHUP",
  },
  variable: {
    SVSCRUB_LANG: "language of messages: es or en",
    "LC_ALL, LC_MESSAGES, LANG": "language if SVSCRUB_LANG is not set: Spanish for es…, else English",
    NO_COLOR: "if set: no colors",
    COLUMNS: "width of help and tables (default: the terminal's; 80 in a pipe)",
    SVSCRUB_DEBUG: "if set: after a bug, show where in the program it happened",
  },
};
