// What --help says, in English.

import type { CommandHelp } from "./help.js";

const registryHelp = {
  registry: {
    line: "the opt-out registry: add, import, share, look up",
    description:
      "The registry of everyone who opted out: a CSV that only grows, and serves with -s as it is.\nAn opt-out is recorded once; what is unclear a person decides, and until then it counts as an opt-out.",
    operands: "what to do",
    option: {},
    examples: [
      "svscrub registry import replies.csv --registry optouts.csv --kind sms --ack acks.csv --review review.csv",
      "svscrub clients.csv -s optouts.csv review.csv --allow-empty review.csv -o clean.csv",
      "svscrub registry history 7012-3456 --registry optouts.csv",
    ],
  },
  "registry add": {
    line: "record the opt-out or opt-in of a number",
    description: "Records the opt-out (or the opt-in) of one or more numbers, as of now.",
    operands: "phone numbers, each as one word",
    option: {
      registry: "the registry; made where there is none",
      channel: "{words} (default: any)",
      action: "{words} (default: opt-out)",
      reason: "why, in few words",
      ack: "add the acknowledgements to send to this file",
      "ack-template": "templates of your own for the acknowledgements (JSON)",
    },
    examples: [
      'svscrub registry add 7012-3456 --registry optouts.csv --reason "asked at the counter"',
      "svscrub registry add 7012-3456 --registry optouts.csv --channel sms --action opt-in",
    ],
  },
  "registry import": {
    line: "take in replies, dispositions, forms or consents",
    description:
      "Takes into the registry what people asked for. Messages are understood by rules, in Spanish and\nEnglish. Without --review nothing is recorded where anything is unclear, or asks about data.\nWith --follow each message is recorded as soon as it comes, and its acknowledgement written to\nstdout, a line of CSV for each that is owed; with --json an object for every line that came in:\nline, event, action, to, channel, language, message, error.",
    operands: "the file to import (CSV, .xlsx, or JSON of webhooks); - is stdin",
    option: {
      registry: "the registry; made where there is none",
      kind: "sms: replies; call: dispositions; form: web forms; consent: consents; reviewed: what was reviewed",
      ack: "add the acknowledgements to send to this file",
      "ack-template": "templates of your own for the acknowledgements (JSON)",
      follow: "record messages as they come, as long as they come; needs --review",
      json: "with --follow: answer every line with an object; errors as JSON",
      review:
        "add what a person must decide to this file, with the messages; of what was reviewed: where it is taken out",
      channel: "what they came by: {words} (default: by the kind)",
      source: "the source's name in the registry (default: the kind)",
      column: "phone column, by header name or position from 1 (default: detected)",
      "text-column": "column of the messages",
      "action-column": "column of the disposition, the status or the request",
      "channel-column": "column of the channel",
      "date-column": "column of the date",
      "sender-column": "column of our own number that they answered to",
      own: "our own number, no person's; repeatable",
      map: "what a word of that column means: opt-out, opt-in, other, review; repeatable",
      delimiter: "delimiter: one character, or tab (default: detected)",
      encoding: "{words} (default: detected)",
      sheet: "sheet of a workbook, by name or position (default: the only one)",
      "max-size": "what a workbook may unpack to (default: 2GiB)",
      "no-header": "the first record is data",
      tz: "time zone of times that name none (default: America/El_Salvador)",
    },
    examples: [
      "svscrub registry import replies.csv --registry optouts.csv --kind sms --review review.csv",
      'svscrub registry import calls.csv --registry optouts.csv --kind call --map "not interested=other"',
      "tail -n +1 -F webhooks.jsonl | svscrub registry import - --registry optouts.csv --kind sms --review review.csv --follow",
      "svscrub registry import review.csv --registry optouts.csv --kind reviewed",
    ],
  },
  "registry export": {
    line: "what stands now, to share with everyone who sends",
    description: "Writes what stands in the registry: a row for each number and channel. It serves with -s.",
    option: {
      registry: "the registry",
      channel: "only what counts for this channel: {words} (default: all)",
      format: "{words} (default: csv)",
      hash: "sha256: numbers as the hash of +503…; without a key that hides nothing",
      "hash-key-file": "numbers as HMAC-SHA-256 with the key in this file",
      since: "only what changed after this event",
      output: "where to write (default: stdout); FILE.manifest.json beside it says how old and how long it is",
      force: "replace an output that exists",
    },
    examples: [
      "svscrub registry export --registry optouts.csv --channel sms -o for-the-agency.csv",
      "svscrub registry export --registry optouts.csv --hash-key-file key.txt -o shared.csv",
    ],
  },
  "registry history": {
    line: "what a number asked for, and when",
    description: "Shows the events of a number and what stands, now or at a time.",
    operands: "a phone number",
    option: {
      registry: "the registry",
      at: "as it stood then, such as 2026-11-24T08:00",
      json: "print JSON instead of a table",
    },
    examples: [
      "svscrub registry history 7012-3456 --registry optouts.csv",
      "svscrub registry history 7012-3456 --registry optouts.csv --at 2026-11-24T08:00",
    ],
  },
  "registry status": {
    line: "how much there is, the newest, the slowest handling",
    description:
      "Counts the events of the registry. With --reports it names those that no scrub has seen\nafter --within, by what each report says it read of the registry. With --due it names what waits\nfor an answer, by working days left (Monday to Friday without holidays; the day asked is not\ncounted), and exits 1 when something is overdue. Secondary sources name 20 working days for\nrequests about one's data, and 20 more as an extension; this is no legal advice.",
    option: {
      registry: "the registry",
      within: "how soon a scrub must see an event (default: 24h)",
      reports: "report of a scrub (.audit.json); repeatable",
      due: "how many working days there are for an answer: 20d, with an extension 40d",
      review: "with --due: the file of what a person must decide",
      holidays: "with --due: days on which nobody works, one date a line; sv: El Salvador's, 2020 to 2040",
      json: "print JSON instead of a table",
    },
    examples: [
      "svscrub registry status --registry optouts.csv",
      "svscrub registry status --registry optouts.csv --reports monday.audit.json --reports tuesday.audit.json",
      "svscrub registry status --registry optouts.csv --due 20d --review review.csv --holidays sv",
    ],
  },
} satisfies Record<string, CommandHelp>;

/** Its keys are those that every language must have. */
export const help = {
  /** Headings, where a command has many options. */
  group: {
    files: "Files:",
    kept: "Who is kept:",
    reading: "How lists are read:",
    trust: "Which suppression lists are trusted:",
    guards: "When nothing is published:",
    other: "Other options:",
  },
  /** Of options that mean the same in every command. */
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
    "no-header": "the first record is data",
    delimiter: "delimiter: one character, or tab (default: detected)",
    encoding: "{words} (default: detected)",
    sheet: "sheet of a workbook, by name or position; * is every sheet of a suppression list (default: the only one)",
    "max-size": "what a workbook may unpack to (default: 2GiB)",
    "max-age": "refuse a suppression list older than this, such as 24h or 30d",
    "as-of": "the date that a suppression list speaks for",
    "max-unreadable": "refuse a list when more of its entries can't be read (default: 1%)",
    "min-entries": "refuse a list with fewer entries",
    baseline: "an earlier audit report: refuse a list that has shrunk since",
    "max-shrink": "by how much a list may have shrunk (default: 5%)",
    "max-range": "how many numbers an entry such as 2222* may cover (default: 10000)",
    "allow-empty": "trust this list though it has a header and no entries",
    "opt-ins": "let the opt-ins of this list lift other lists' opt-outs",
    canary: "a planted number that the lists must suppress; repeatable",
    "hash-key-file": "key of lists that are hashed with HMAC-SHA-256",
    tz: "time zone of times that name none (default: America/El_Salvador)",
  },
  command: {
    scrub: {
      line: "remove everyone who opted out; the default command",
      description:
        "Removes from phone lists (CSV, El Salvador +503) everyone who opted out,\nand writes a clean list and an audit report. Nobody is contacted in doubt.",
      operands: "phone lists (CSV or .xlsx), before any -s; - is stdin, also when piped",
      option: {
        output: "the clean list; - is stdout",
        removed: "every record that was not kept, and why",
        report:
          "the audit report: .json, or .html to read and print, which has X.audit.json beside it; repeatable (default: X.audit.json beside the clean list)",
        "no-report": "write no audit report",
        column: "phone column, by header name or position from 1; repeatable (default: detected)",
        "opt-out-column":
          "column of the phone lists in which a yes is an opt-out; repeatable (others are known by name)",
        "ignore-column": "column that is not looked at, neither for numbers nor for opt-outs; repeatable",
        "phone-format": "how kept numbers are written: {words} (default: e164)",
        flag: "keep every record, cells untouched, and append its disposition and the number to contact",
        channel: "what the campaign uses: {words} (default: any)",
        types: "number types to keep, of {words} (default: mobile,fixed)",
        "keep-duplicates": "keep records whose number was seen before",
        "keep-foreign": "keep numbers of other countries",
        "no-suppression": "scrub without a suppression list: removes nobody who opted out",
        "max-removed": "publish nothing when more was removed",
        "max-invalid": "publish nothing when more is invalid",
        strict: "publish nothing when there is any warning",
        "valid-for": "how long the result may be used (default: 24h)",
        label: "campaign, operator, ticket: copied into the report; repeatable",
        log: "append this run to a run log (JSON Lines, chained by SHA-256), also where it fails",
        "dry-run": "write nothing but the summary",
        force: "replace outputs that exist",
        progress: "a bar on stderr at a terminal: {words} (default: auto)",
        json: "print the report on stdout, and errors as JSON",
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
        "Says of each number whether it may be contacted, how it was read, and which list holds it since when.\nExit code 0: all may be contacted; 1: at least one may not.",
      operands: "numbers, however they are written, before any -s; - is stdin, one a line",
      option: {
        channel: "what would be used: {words} (default: any)",
        types: "number types that may be contacted, of {words} (default: mobile,fixed)",
        "keep-foreign": "numbers of other countries may be contacted",
        at: "as it stood at that time, such as 2026-03-14T10:00",
        follow:
          "with -, an answer a line, at once, for as long as lines come; before each the lists are looked at again",
        json: "print JSON, and errors as JSON",
      },
      examples: [
        "svscrub check 7012-3456 '+503 2222 1234' -s optouts.csv",
        "svscrub check --channel sms 70123456 -s dnc=registry.csv --at 2026-03-14T10:00",
        "cut -f 3 calls.tsv | svscrub check - -s optouts.csv --json",
      ],
    },
    inspect: {
      line: "what is in a file: dialect, columns, phones, what can't be read",
      description:
        "Shows what is in a file before it is scrubbed: its dialect, which columns hold phones and why,\nwhat can't be read, and duplicates. No number is ever shown whole.",
      operands: "files (CSV or .xlsx) to inspect; - is stdin, also when piped",
      option: {
        column: "phone column, by header name or position from 1; repeatable (default: detected)",
        delimiter: "delimiter: one character, or tab (default: detected)",
        encoding: "{words} (default: detected)",
        sheet: "sheet of a workbook, by name or position (default: the only one)",
        "max-size": "what a workbook may unpack to (default: 2GiB)",
        "no-header": "the first record is data",
        sample: "read only the first N records (default: 100,000; without the option: all)",
        json: "print JSON instead of tables, and errors as JSON",
      },
      examples: [
        "svscrub inspect clients.csv",
        "svscrub inspect --sample 5000 huge.csv",
        "svscrub inspect --json *.csv > inspection.json",
      ],
    },
    audit: {
      line: "which contacts of a log were made after an opt-out",
      description:
        "Judges every contact in a log (number, date, channel) by the opt-outs before it,\nand tells which came too late, how late, on which channel and by which list. With --hours and\n--max-contacts also which came outside the hours or too often. Exit 1 when there is one.",
      operands: "the contact log (CSV or .xlsx), before any -s; - is stdin, also when piped",
      option: {
        output: "the offending contacts, each with its opt-out and what it offends against; - is stdout",
        column: "phone column of the log, by header name or position from 1; repeatable (default: detected)",
        channel: "channel of contacts of which the log names none: {words} (default: every opt-out counts)",
        grace: "how long a request may take to be honoured, such as 24h or 10d (default: 0)",
        hours: 'also find contacts outside these hours, such as "mon-fri 08:00-18:00"; repeatable, in the zone of --tz',
        holidays: "with --hours: days on which nobody is contacted, one date a line; sv: El Salvador's, 2020 to 2040",
        "max-contacts": "also find numbers contacted more often, on all channels together: 3/7d is 3 within any 7 days",
        report: "the audit as evidence to file (.json, or .html to read and print); repeatable",
        label: "with --report: campaign, operator, ticket: copied into it; repeatable",
        force: "replace outputs that exist",
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
      line: "prove a past run again from its report and files",
      description:
        "Proves a past run again: the bytes of every file, the counts, every record of the clean list\nby the same rules and lists, and the run as a whole. With -s also who has opted out since.\nOr proves a run log.",
      operands: "the audit report (.json) of a scrub",
      option: {
        base: "the folder to which the files of the run were moved",
        fresh: "answer no where the clean list is no longer valid",
        hours: 'with --fresh: answer no outside these hours, such as "mon-fri 08:00-18:00"; repeatable',
        holidays: "with --hours: days on which nobody is contacted, one date a line; sv: El Salvador's, 2020 to 2040",
        log: "the run log: proves its chain and, with a report, that the report is the one in it",
        removed: "with -s: the clean records of who has opted out since, and why",
        force: "replace the file of --removed where it exists",
        json: "print JSON instead of lines, and errors as JSON",
      },
      examples: [
        "svscrub verify clean.audit.json",
        "svscrub verify clean.audit.json --fresh -s dnc=registry.csv && send clean.csv",
        'svscrub verify clean.audit.json --fresh --hours "mon-fri 08:00-18:00" --holidays sv && send clean.csv',
        "svscrub verify --log runs.jsonl",
      ],
    },
    ...registryHelp,
    completion: {
      line: "a script that completes commands, options and values in bash, zsh, fish or PowerShell",
      description:
        "Prints the completion script of a shell. It is read once, when the shell starts;\nwhile you type, svscrub is not run and no list is read. For PowerShell, add this line to the file $PROFILE:\nsvscrub completion powershell | Out-String | Invoke-Expression",
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
