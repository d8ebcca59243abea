// The English help texts of commands and options.

import type { CommandHelp } from "../command-help.js";

const registryHelp = {
  registry: {
    line: "the registry of opt-outs: add, import, export, look up, correct",
    description:
      "The registry of everyone who opted out: a CSV that only grows. Use it with -s as it is.\nEach opt-out is recorded once. A person decides what is unclear; until then it counts as an opt-out.",
    operands: "what to do with the registry",
    option: {},
    examples: [
      "svscrub registry import replies.csv --registry optouts.csv --kind sms --ack acks.csv --review review.csv",
      "svscrub clients.csv -s review.csv optouts.csv -o clean.csv",
      "svscrub registry history 7012-3456 --registry optouts.csv",
    ],
  },
  "registry add": {
    line: "record the opt-out or opt-in of a number",
    description: "Records the opt-out (or the opt-in) of one or more numbers, with the time of now.",
    operands: "phone numbers, in quotes if they have spaces",
    option: {
      registry: "the registry; created if it does not exist",
      channel: "{words} (default: any)",
      action: "{words} (default: opt-out)",
      reason: "the reason, in a few words",
      ack: "add the acknowledgements to send to this file",
      "ack-template": "your own templates for the acknowledgements (JSON)",
    },
    examples: [
      'svscrub registry add 7012-3456 --registry optouts.csv --reason "asked at the counter"',
      "svscrub registry add 7012-3456 --registry optouts.csv --channel sms --action opt-in",
    ],
  },
  "registry import": {
    line: "import replies, call results, forms or consents",
    description:
      "Records in the registry what people asked for. Rules understand the messages, in Spanish and\nEnglish. Without --review nothing is recorded if anything is unclear, names the number of somebody\nelse or asks about personal data.\nWith --follow each message is recorded as soon as it comes, and its acknowledgement is written to\nstdout, one line of CSV each. With --json each line that comes in gets an object with line, event,\naction, to, channel, language, message and error.",
    operands: "the file to import (CSV, .xlsx, or JSON of webhooks); - is stdin",
    option: {
      registry: "the registry; created if it does not exist",
      kind: "sms: replies; call: call results; form: web forms; consent: consents; reviewed: what a person decided",
      ack: "add the acknowledgements to send to this file",
      "ack-template": "your own templates for the acknowledgements (JSON)",
      follow: "record messages as they come, until the input ends; needs --review",
      create: "with --follow: begin the registry and the review at once if they do not exist",
      json: "with --follow: print an object for every line; print errors as JSON",
      review:
        "add to this file what a person must decide; with --kind reviewed: the file from which the decided ones are removed",
      channel: "how they came: {words} (default: as --kind says)",
      source: "name of the source in the registry (default: that of --kind)",
      column: "phone column, by header name or position from 1 (default: detected)",
      "text-column": "column of the messages",
      "action-column": "column of the call result, the status or the request",
      "channel-column": "column of the channel",
      "date-column": "column of the date",
      "sender-column": "column of our own number, which they answered",
      own: "one of our own numbers: no person's; repeatable",
      map: "what a word in --action-column means: opt-out, opt-in, other, review; repeatable",
      delimiter: "delimiter: one character, or tab (default: detected)",
      encoding: "{words} (default: detected)",
      sheet: "sheet of a workbook, by name or position (default: the only one)",
      "max-size": "size that a workbook may have when unpacked (default: 2GiB)",
      "header-row": "row of the header, counted from 1: what is above it is left out (default: detected)",
      "no-header": "the first record is data",
      tz: "offset from UTC of times without one, as in --tz=-05:00 (default: -06:00)",
    },
    examples: [
      "svscrub registry import replies.csv --registry optouts.csv --kind sms --review review.csv",
      'svscrub registry import calls.csv --registry optouts.csv --kind call --map "not interested=other"',
      "tail -n +1 -F webhooks.jsonl | svscrub registry import - --registry optouts.csv --kind sms --review review.csv --follow",
      "svscrub registry import review.csv --registry optouts.csv --kind reviewed",
    ],
  },
  "registry export": {
    line: "the opt-outs now in force, to share with those who send",
    description:
      "Writes what is in force in the registry: one record for each number and channel. Use it with -s. Whoever still waits in the file of --review is not in it: decide first.",
    option: {
      registry: "the registry",
      channel: "only what counts for this channel: {words} (default: all)",
      format: "{words} (default: as -o ends, else csv)",
      hash: "sha256: numbers as the hash of +503…; hides nothing without a key",
      "hash-key-file": "numbers as HMAC-SHA-256, with the key in this file",
      since: "only what changed after this event",
      output: "where to write (default: stdout); FILE.manifest.json, beside it, has its date and size",
      force: "replace an output that exists",
    },
    examples: [
      "svscrub registry export --registry optouts.csv --channel sms -o for-the-agency.csv",
      "svscrub registry export --registry optouts.csv --hash-key-file key.txt -o shared.csv",
    ],
  },
  "registry void": {
    line: "take back an event that was recorded by mistake",
    description:
      "Takes back events of the registry, by their ids: registry history NUMBER shows them. Nothing is\nremoved: an event void is added, whose evidence names the other one (event:ID). What it takes back\ncounts until that moment, and from then on as if it had never been recorded: what stood before it\nstands again. Whatever reads the registry knows it: -s, check, audit, history, status and export.\nA void counts only in the registry that holds the event. The same event, imported once more, stays\ntaken back. To undo a void, record the opt-out or opt-in again with registry add.\nThe decision of a review is not taken back: record what holds with registry add.\nWho got an export from you keeps the event until you send a new one: with --since, an export has a\nrow void for it.",
    operands: "ids of events",
    option: {
      registry: "the registry",
      reason: "why it was a mistake, in a few words",
    },
    examples: [
      'svscrub registry void 4f0c2b1e-6d7a-4c55-9a57-0d5e2f6b8c11 --registry optouts.csv --reason "wrong number"',
      "svscrub registry history 7012-3456 --registry optouts.csv",
    ],
  },
  "registry merge": {
    line: "take in the events of other registries",
    description:
      "Takes in the events of other registries as they are, each once, with its id, dates and evidence.\nAn event is known by its id, and where the ids differ, by number, action, channel, date and source;\na void then names the event by the id that it has here. What has no date is known by its id alone. A\nmerge that was interrupted is done again. The other registries are only read. Their review files are\nnot taken in: decide those first. What is erased in one of them is not brought back here, nor erased\nhere.",
    operands: "the other registries",
    option: {
      registry: "the registry that takes them in; created if it does not exist",
    },
    examples: [
      "svscrub registry merge santa-ana.csv san-miguel.csv --registry optouts.csv",
      "svscrub registry status --registry optouts.csv",
    ],
  },
  "registry erase": {
    line: "leave of a person only what suppresses them",
    description:
      "Leaves of a person in the registry only what suppresses them: number, action, channel, dates and\nthe ids of events. Source, sender, reason and evidence are emptied, also where the number stands as the\nsender of somebody else's event; the mark of a message stays (#…), also in the review file, so that\nthe same message does not count again: it is a hash, and tells no words. Other people's numbers that\nsomebody wrote into these cells by hand go with them. The registry is replaced at once, in its mode. Whoever follows it (check --follow, registry import\n--follow, an open library) reads it anew.\nWhat stays elsewhere: the review file has what the person wrote, unless --review names it (there\nthe rows go on suppressing until somebody decides); files that you imported, acknowledgements, removed\nlists, exports and backups keep what they had, and so do partners, who have the number, the channel\nand the dates of what you exported. Reports and pages hold no number and no message. Importing an\nold file again adds no event that is known, but its messages may go to review again.\nverify can't prove an earlier report by this registry any more: the first bytes differ. It says that\nan erasure may be why, and the run stays not verified. Keep a copy of the old registry for as long\nas you may, or verify the reports before. registry export --since goes on as before.",
    operands: "phone numbers, in quotes if they have spaces",
    option: {
      registry: "the registry",
      review: "remove the messages of these people from this review file, too",
    },
    examples: [
      "svscrub registry erase 7012-3456 --registry optouts.csv --review review.csv",
      "svscrub registry history 7012-3456 --registry optouts.csv",
    ],
  },
  "registry history": {
    line: "what a number asked for, and when",
    description: "Shows the events of a number, each with its id, and what is in force, now or at another time.",
    operands: "a phone number",
    option: {
      registry: "the registry",
      at: "as of this time, such as 2026-11-24T08:00",
      json: "print JSON instead of a table",
    },
    examples: [
      "svscrub registry history 7012-3456 --registry optouts.csv",
      "svscrub registry history 7012-3456 --registry optouts.csv --at 2026-11-24T08:00",
    ],
  },
  "registry status": {
    line: "counts, the newest event, what waits for an answer",
    description:
      "Counts the events of the registry. With --due it names what waits for an answer, by the\nworking days that are left, and exits 1 if something is overdue. Working days are Monday to Friday without holidays; the day of\nthe request does not count. Secondary sources name 20 working days for requests about personal\ndata, and 20 more as an extension; this is not legal advice.",
    option: {
      registry: "the registry",
      due: "working days to answer: 20d, or 40d with the extension",
      review: "with --due: the file that registry import --review wrote",
      holidays: "with --due: file of holidays, one date a line; sv: those of El Salvador, 2020 to 2040",
      json: "print JSON instead of a table",
    },
    examples: [
      "svscrub registry status --registry optouts.csv",
      "svscrub registry status --registry optouts.csv --due 20d --review review.csv --holidays sv",
    ],
  },
} satisfies Record<string, CommandHelp>;

/** The texts of the help. Every language must have the same keys. */
export const help = {
  /** The headings of groups of options. */
  group: {
    files: "Files:",
    kept: "Who is kept:",
    reading: "How lists are read:",
    trust: "When a suppression list is refused:",
    guards: "When nothing is written:",
    other: "Other options:",
  },
  /** Texts of options with one meaning in every command. */
  option: {
    quiet: "print nothing unless there is a warning or an error",
    lang: "language of messages: {words} (default: the system's)",
    color: "{words} (default: auto)",
    help: "show this help",
    version: "show the version",
  },
  suppression: {
    suppress: "suppression lists: files, folders or - for stdin; repeatable",
    "suppress-column": "phone column of a suppression list (default: detected)",
    "header-row": "row of the header, counted from 1: what is above it is left out (default: detected)",
    "no-header": "the first record is data",
    delimiter: "delimiter: one character, or tab (default: detected)",
    encoding: "{words} (default: detected)",
    sheet: "sheet of a workbook, by name or position; * is every sheet (default: the only one)",
    "max-size": "size that a workbook may have when unpacked (default: 2GiB)",
    own: "a number of yours, such as the switchboard: it is no opt-out in a text (chat, mail, PDF); repeatable",
    "max-age": "refuse a suppression list that is older, such as 24h or 30d",
    "as-of": "the date of a suppression list",
    "max-unreadable": "refuse a list if more of its entries are not understood (default: 1%)",
    "min-entries": "refuse a list with fewer entries",
    baseline: "an earlier audit report: refuse a list that has become shorter since",
    "max-shrink": "how much shorter a list may be (default: 5%)",
    "max-range": "how many numbers an entry such as 2222* may cover (default: 10000)",
    "allow-empty": "accept this list although it has no entries",
    "allow-unproven": "accept this hashed list although nothing proves that its hashes can be read",
    "opt-ins": "let the opt-ins of this list cancel opt-outs of other lists",
    canary: "a planted number that the lists must suppress; repeatable",
    "hash-key-file": "file with the key of lists hashed with HMAC-SHA-256",
    tz: "offset from UTC of times without one, as in --tz=-05:00 (default: -06:00)",
  },
  command: {
    scrub: {
      line: "remove everyone who opted out; the default command",
      description:
        "Removes everyone who opted out from phone lists of El Salvador (+503), and writes\na clean list and an audit report. A number that is in doubt is never clean.",
      operands: "phone lists (CSV or .xlsx), before -s; - is stdin",
      option: {
        output: "the clean list, as a workbook if FILE ends in .xlsx; - is stdout",
        removed: "every record that was not kept, and why; also as .xlsx",
        report:
          "the audit report: .json, or .html to read and print, with X.audit.json beside it; repeatable (default: X.audit.json beside the clean list)",
        "no-report": "write no audit report",
        column: "phone column, by header name or position from 1; repeatable (default: detected)",
        "opt-out-column":
          "column of the phone list in which a yes is an opt-out, or VALUE alone (COL= : an empty cell); repeatable (usual names are known)",
        "ignore-column": "column to ignore: neither its numbers nor its opt-outs count; repeatable",
        "phone-format": "how kept numbers are written: {words} (default: e164)",
        normalize: "write the clean list as strict CSV (RFC 4180, UTF-8, commas), for programs that read nothing else",
        flag: "keep every record as it is, and append its disposition and the number to contact",
        channel: "what the campaign uses: {words} (default: any)",
        types: "number types to keep, of {words} (default: mobile,fixed)",
        "keep-duplicates": "keep records whose number appeared before",
        "keep-foreign": "keep numbers of other countries",
        "no-suppression": "scrub without a suppression list: people who opted out are not removed",
        "max-removed": "write nothing if more is removed",
        "max-invalid": "write nothing if more is invalid",
        strict: "write nothing if there is a warning",
        "valid-for": "how long the clean list is valid (default: 24h)",
        label: "note for the report, such as campaign=summer; repeatable",
        log: "append this run to a run log, also if it fails (JSON Lines, chained by SHA-256)",
        "dry-run": "only show the summary; write no file",
        force: "replace output files that exist",
        progress: "progress bar at a terminal: {words} (default: auto)",
        json: "print the report and errors as JSON",
      },
      examples: [
        "svscrub clients.csv -s optouts.csv -o clean.csv --removed removed.csv",
        "svscrub clients.csv -s dnc=registry.csv -s sms/*.csv -o clean.csv",
        'psql -c "copy …" | svscrub -s optouts.csv > clean.csv',
      ],
    },
    check: {
      line: "may this number be contacted, and why",
      description:
        "Tells for each number whether it may be contacted, how it was read, and which list has it since when.\nExit code 0: all may be contacted; 1: at least one may not.",
      operands: "numbers, in any spelling, before -s; - is stdin, one a line",
      option: {
        channel: "channel of the contact: {words} (default: any)",
        types: "number types that may be contacted, of {words} (default: mobile,fixed)",
        "keep-foreign": "numbers of other countries may be contacted",
        at: "as of this time, such as 2026-03-14T10:00",
        follow: "with -: answer each line at once, until the input ends; lists that change are read again",
        json: "print JSON, and errors as JSON: with - an object a line, else one document",
      },
      examples: [
        "svscrub check 7012-3456 '+503 2222 1234' -s optouts.csv",
        "svscrub check --channel sms 70123456 -s dnc=registry.csv --at 2026-03-14T10:00",
        "cut -f 3 calls.tsv | svscrub check - -s optouts.csv --json",
      ],
    },
    inspect: {
      line: "what is in a file: format, columns, phones, what can't be read",
      description:
        "Shows what is in a file before you scrub it: its format, which columns are phones and why,\nwhat can't be read, and duplicates. No number is shown in full.",
      operands: "files (CSV or .xlsx); - is stdin",
      option: {
        column: "phone column, by header name or position from 1; repeatable (default: detected)",
        delimiter: "delimiter: one character, or tab (default: detected)",
        encoding: "{words} (default: detected)",
        sheet: "sheet of a workbook, by name or position (default: the only one)",
        "max-size": "size that a workbook may have when unpacked (default: 2GiB)",
        "header-row": "row of the header, counted from 1: what is above it is left out (default: detected)",
        "no-header": "the first record is data",
        json: "print JSON instead of tables, and errors as JSON",
      },
      examples: ["svscrub inspect clients.csv", "svscrub inspect --json *.csv > inspection.json"],
    },
    audit: {
      line: "which contacts of a log were made after an opt-out",
      description:
        "Compares every contact in a log (number, date, channel) with the opt-outs before it,\nand shows which contacts were made after an opt-out, how late, and by which list. With --hours and\n--max-contacts also those outside the contact hours or too often. Exits 1 if there is one.",
      operands: "the contact log (CSV or .xlsx), before -s; - is stdin",
      option: {
        output: "the offending contacts, each with its opt-out and the rule; - is stdout",
        column: "phone column of the log, by header name or position from 1; repeatable (default: detected)",
        "date-column": "column of the contact's date, by header name or position from 1 (default: detected)",
        channel: "channel of contacts without one in the log: {words} (default: every opt-out counts)",
        grace: "time allowed between an opt-out and the last contact, such as 24h or 10d (default: 0)",
        hours: 'also find contacts outside these hours, such as "mon-fri 08:00-18:00" (times of --tz); repeatable',
        holidays: "with --hours: file of holidays, one date a line; sv: those of El Salvador, 2020 to 2040",
        "max-contacts": "also find numbers contacted more often on all channels together: 3/7d is 3 in any 7 days",
        report: "the audit as a report: .json, or .html to read and print; repeatable",
        label: "with --report: note for it, such as campaign=summer; repeatable",
        force: "replace output files that exist",
        json: "print JSON instead of tables, and errors as JSON",
      },
      examples: [
        "svscrub audit contacts.csv -s registry.csv",
        "svscrub audit sms-sent.csv --channel sms --grace 24h -s registry.csv -s dnc=*.csv -o late.csv",
        'svscrub audit calls.csv --hours "mon-fri 08:00-18:00" --holidays sv --max-contacts 3/7d -s registry.csv',
        "svscrub audit calls.csv.gz --json -s registry.csv > audit.json",
      ],
    },
    verify: {
      line: "check a past run again, from its report and files",
      description:
        "Checks a past run again: the bytes of every file, and repeats the run with the same rules and lists.\nWith -s also who has opted out since. With --log it checks a run log. The report of an audit of\ncontacts is checked by its files, and the audit is repeated.",
      operands: "the report (.json) of a scrub or of an audit of contacts",
      option: {
        find: "a folder: files that are not where the report says are found below it by their SHA-256, also renamed; repeatable",
        fresh: "exit 1 if the clean list is no longer valid",
        log: "the run log: checks its chain and, with a report, that the report is in it",
        removed: "with -s: the clean records that have opted out since, and why",
        force: "replace the file of --removed if it exists",
        json: "print JSON instead of lines, and errors as JSON",
      },
      examples: [
        "svscrub verify clean.audit.json",
        "svscrub verify clean.audit.json --fresh -s dnc=registry.csv && send clean.csv",
        "svscrub verify --log runs.jsonl",
      ],
    },
    ...registryHelp,
    demo: {
      line: "sample files to try svscrub with, in a new folder",
      description:
        "Makes a new folder with a phone list of made-up customers and a list of opt-outs, and shows the first commands to type there. It never touches what already exists.",
      operands: "the folder to make (default: svscrub-demo)",
      option: {},
      examples: ["svscrub demo", "svscrub demo try-it"],
    },
    completion: {
      line: "a script that completes commands, options and values in bash, zsh, fish or PowerShell",
      description:
        "Prints the completion script of a shell. While you type, at each TAB, the script runs svscrub to ask what may stand there.\nSvscrub then writes nothing and opens no list. For PowerShell, add this line to the file $PROFILE:\nsvscrub completion powershell | Out-String | Invoke-Expression",
      operands: "bash, zsh, fish or powershell",
      option: {},
      examples: [
        "svscrub completion bash > ~/.svscrub.bash; grep -qs svscrub.bash ~/.bashrc || echo '. ~/.svscrub.bash' >> ~/.bashrc",
        "svscrub completion zsh > ~/.svscrub.zsh; grep -qs svscrub.zsh ~/.zshrc || echo '. ~/.svscrub.zsh' >> ~/.zshrc",
        "mkdir -p ~/.config/fish/completions; svscrub completion fish > ~/.config/fish/completions/svscrub.fish",
      ],
    },
  } satisfies Record<string, CommandHelp>,
};
