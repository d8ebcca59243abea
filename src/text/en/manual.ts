// What help pages and man pages say beside the options, in English: loaded by those who ask for help.

/** The texts beside the options. Every language must have the same keys. */
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
    files: "Files",
    seeAlso: "See also",
    /** What svscrub does. */
    line: "scrub phone lists of El Salvador against opt-out lists",
    /** The title of the whole manual, at the top of each page. */
    title: "svscrub manual",
  },
  /** The line below a short help that says where the rest is. */
  rest: (command: string) => `${command} --help shows all options and exit codes.`,
  topics: "Topics:",
  /** The text below the lists of commands and topics. */
  more: "svscrub help COMMAND explains a command, svscrub help TOPIC a topic; svscrub demo makes sample files. Without a command, svscrub scrubs.",
  /** What stands for a value, by its name in the table of options; a name that is not here stays as it is. */
  metavar: {} as Readonly<Record<string, string>>,
  /** What @FILE means, which every command takes. */
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
  /** What an exit code means for one command only. */
  ownExit: {
    "scrub guard": "--max-removed, --max-invalid or --strict stopped the run; nothing was written",
    "check no": "at least one number may not be contacted",
    "check phoneList": "the numbers on stdin can't be read",
    "inspect phoneList": "a file can't be read",
    "verify no": "a mismatch, a missing file, or the clean list is no longer valid",
    "audit no": "at least one contact should not have been made",
    "audit phoneList": "the contact log can't be used",
    "registry import phoneList": "the file to import can't be used",
    "registry import guard": "messages are unclear, and without --review nothing was recorded",
    "registry import suppressionList": "the registry can't be trusted",
    "registry add suppressionList": "the registry can't be trusted",
    "registry export suppressionList": "the registry can't be trusted",
    "registry void suppressionList": "the registry can't be trusted",
    "registry merge suppressionList": "the registry, or another one, can't be trusted",
    "registry erase suppressionList": "the registry can't be trusted",
    "registry history suppressionList": "the registry can't be trusted",
    "registry status no": "with --due: at least one request is overdue",
    "registry status suppressionList": "the registry can't be trusted",
  },
  variable: {
    SVSCRUB_LANG: "language of messages: es or en",
    "LC_ALL, LC_MESSAGES, LANG": "language if SVSCRUB_LANG is not set: Spanish for es…, else English",
    NO_COLOR: "if set: no colors",
    COLUMNS: "width of help and tables (default: the terminal's; 80 in a pipe)",
    SVSCRUB_DEBUG: "if set: after a bug, show where in the program it happened",
  },
  file: {
    "CLEAN.audit.json": "the audit report of the clean list CLEAN.csv",
    "FILE.manifest.json": "the date and size of an export; -s FILE reads it",
    "FILE.lock": "is beside a registry or a run log while a process writes to it",
    "dist/man": 'in the package: these pages. In Spanish: man -M "$(npm root -g)/svscrub/dist/man/es" svscrub',
  },
};
