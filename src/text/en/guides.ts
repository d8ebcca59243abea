// What `svscrub help TOPIC` says, in English: what belongs to no single option.

import type { Guide } from "../guide.js";

/** The topics. Every language must have the same keys. */
export const guides = {
  columns: {
    line: "how phone lists are read: columns, and opt-outs in the list itself",
    parts: [
      {
        title: "Phone columns",
        text: "Phone columns are found by their names (teléfono, celular, Phone Number, TEL. CASA …) and by their cells. All of them are used. If a cell has several numbers, all are looked up, and the cell keeps the first one that may be contacted. --column chooses the columns instead.",
      },
      {
        title: "Other columns",
        text: "Every other column is searched for certain numbers, and for eight digits, or four and four, that touch no other digit or letter (70123456 casa, su número es 7012-3456). A column that is named as an id, a date or an amount, or given to --ignore-column, is not searched. If a number opted out, the record is suppressed, and --removed names the column: dnc.csv:12#nota.",
      },
      {
        title: "Opt-outs in the phone list",
        text: "What the list says itself suppresses the record (says-no), and its numbers in the whole run, earlier records too:",
        entries: [
          ["a yes, or a date", "in DoNotCall, DNC, no_contactar, no llamar, opt_out, unsubscribed, baja …"],
          ["a no", "in acepta_llamadas, acepta publicidad, consentimiento, consent, subscribed, opt_in …"],
          ["words", "in any other cell: NO LLAMAR, Unsubscribed, cliente pidió no llamar, 7012-3456 no molestar"],
        ],
      },
      {
        text: "What may say so, and nobody can tell, is suppressed as well (may-say-no), with a warning that names the column and the lines. What plainly speaks of something else (no llamar antes de las 10, canceló su deuda) says nothing. A column or phrase about one channel acts on that channel; e-mail alone does not count. --opt-out-column names another column, or one value of it (estado=BAJA; COL= is an empty cell), and --ignore-column one that does not count at all.",
      },
      {
        title: "Formats",
        text: "CSV with , ; tab or |, in UTF-8, UTF-16 or Windows-1252, plain or gzip. All of this is found out from the content, and --delimiter, --encoding, --header-row and --no-header override it. The clean list has the same format as the phone list. Several phone lists with the same columns make one clean list. What differs between them is said by name, of a list's file or as its path was typed: --header-row book.xlsx=4, --sheet book.xlsx=2, --no-header=book.csv. With --column crm.csv=Celular --column book.xlsx=Tel the phone column may be called otherwise in each; the clean list has the header of the first. Without a name these options mean all phone lists.",
      },
      {
        title: "What is refused",
        text: "The header is the row among the first twenty that names a phone column and fits the records below it. Rows above it are titles: they go into no list, the summary and the report say so, and a number in the titles of a suppression list suppresses, too. Where two rows may be the header, or a record seems to stand above it, the list is refused, and the message says what to add: --header-row N, or --header-row NAME=N for one of several lists. A quote that is never closed, or a record over 16 MiB, is refused with the line where it begins. A list in which most records have another number of cells than the header is refused with both counts, and so is one that is read as a single column though its lines hold more than numbers: the message says what would separate the columns. --phone-format original keeps such lines whole.",
      },
    ],
  },
  dispositions: {
    line: "what can happen to a record: dispositions, reasons and what to do",
    parts: [
      {
        text: "Every reading of every number in the phone cells of a record is looked up. The record gets the first disposition that fits:",
        entries: [
          ["invalid", "the record is broken: ragged, malformed"],
          ["suppressed", "a number opted out, or the record says so itself: opted-out, says-no, may-say-no"],
          ["clean", "a number may be contacted"],
          ["duplicate", "a number may be contacted, but appeared before: duplicate"],
          ["excluded", "a number, but not for this campaign: type-not-allowed, not-reachable"],
          ["foreign", "only numbers of other countries: foreign"],
          [
            "invalid",
            "no usable number: empty, not-a-number, too-short, too-long, not-in-plan, legacy-7-digit, spreadsheet-damage, looks-like-id, placeholder, leftover",
          ],
        ],
      },
      {
        title: "Reasons",
        entries: [
          ["ragged", "too few or too many cells: fix the delimiters or quotes"],
          ["malformed", "text after a closing quote: fix the quotes"],
          ["opted-out", "svscrub_source says in which list and in which record"],
          ["says-no", "a cell of the record says not to contact: a column such as no_llamar, a status, a note"],
          ["may-say-no", "a cell may say so, and nobody can tell: look at it, then --ignore-column or leave it"],
          ["duplicate", "the number appeared before in this run; --keep-duplicates keeps it"],
          ["type-not-allowed", "not one of --types"],
          ["not-reachable", "a fixed line in a campaign by SMS"],
          ["foreign", "--keep-foreign keeps it"],
          ["empty", "there is no number"],
          ["not-a-number", "the cell has something else"],
          ["too-short, too-long", "digits are missing, or there are too many"],
          ["not-in-plan", "there is no such number in El Salvador"],
          ["legacy-7-digit", "7 digits, as before 2005: ask for the number of 8 digits"],
          ["spreadsheet-damage", "5.037E+10 and the like: export the column as text"],
          ["looks-like-id", "a DUI or NIT: check that the phone column is the right one"],
          ["placeholder", "an invented number, such as 22222222"],
          ["leftover", "the cell has digits that belong to no number: 7012-3456-78"],
        ],
      },
      {
        title: "Cells of kept records",
        text: "Each phone cell of a kept record ends up with one number that may be contacted, or empty; a cell without a digit stays as it is. With --phone-format original the cells stay as they are, and a warning counts the numbers in them that may not be contacted. Numbers of a suppressed record are left in no record after it, so that nobody who opted out through one number is reached through another.",
      },
    ],
  },
  suppression: {
    line: "how suppression lists are read: columns, ranges, dates, hashes",
    parts: [
      {
        title: "Columns",
        text: "A suppression list is a plain list of numbers, or a CSV. Its columns are found by their names, in Spanish or English, also those of Twilio, AWS, Vonage, Klaviyo, Brevo, Salesforce and OneSignal:",
        entries: [
          [
            "channel, canal, medio",
            "for which channel: any, call, sms, whatsapp. In doubt, or if any other cell of the record may bar another channel (an action such as no llamar, a yes under no_llamar or dnc, a note such as STOP SMS): any",
          ],
          ["action, status, estado, resultado", "opt-out or opt-in. In doubt: an opt-out"],
          [
            "date, fecha, hora, requested_at",
            "when. An opt-out without a date stays in force; such an opt-in cancels nothing",
          ],
          [
            "expires, expira, vigente hasta, vence_baja",
            "the last day of the opt-out. Without a readable one it does not expire; write years with four digits",
          ],
          [
            "reason, motivo, source, fuente",
            "why, and where it came from. They decide only where they ask for another channel or for all, or say no beside an opt-in",
          ],
        ],
      },
      {
        title: "Events",
        text: "For each number and channel the latest event of a list counts; a tie is an opt-out. An opt-in cancels only opt-outs of its own list for its own channel, unless --opt-ins NAME lets that list cancel those of others. What a registry takes back with an event void counts until then, and not any more. A day without a time counts at its end for an opt-out and at its start for an opt-in; of several dates the latest counts for an opt-out and the earliest for an opt-in. An opt-in cancels something only if its record is understood whole: one certain number, nothing beside it, and no other cell that says no or may say so. One whose record also has the day of an opt-out is an opt-out.",
      },
      {
        title: "Dates",
        text: "ISO, dd/mm/yyyy (mm/dd/yyyy only if the file proves it), months by name in Spanish or English, 2:05 p. m., and epoch. If nothing proves the order of day and month, both readings count, and the one that suppresses wins. The years 1, 1900 and 1970 are no date.",
      },
      {
        title: "Ranges",
        text: "2222*, +5032222%, 2222-XXXX, 2222-0000 a 2222-9999, 2222-0000 al 9999, or columns desde and hasta. A range suppresses all its numbers, up to 10,000 (--max-range). A range in any other spelling is not understood.",
      },
      {
        title: "Chats, mails, PDFs",
        text: "A file without a table is read as text: a WhatsApp export, a mail, contact cards (.vcf), the text of a PDF (pdftotext). Every number in every line counts. Days, times and amounts do not count. A warning names the lines with other digits that could be part of a number; they do not refuse the list. Your own numbers count, too, unless --own names them; --own acts only on texts. A mail as it was sent, a web page or a drawn box is refused: save its text, or export it.",
      },
      {
        title: "Hashed lists",
        text: "MD5, SHA-1, SHA-256, SHA-512, or HMAC-SHA-256 with --hash-key-file, of +503…, 503…, 8 digits and NNNN-NNNN, each with and without a line feed. A hashed list has to be proven, or it is refused: by the hash of +50300000000, a number that nobody has, which registry export writes first, with the action proof; by a planted number (--canary); or by a match in the run, unless the result goes to a pipe. --allow-unproven NAME accepts a list that nothing proves, but none with another key than its export's, and without --hash-key-file none with a column that is named as HMAC.",
      },
      {
        title: "Age",
        text: "The date of a list is, in this order: --as-of; the newest event of a registry; the manifest of an export; a date in the file name; the time of the file. Without --max-age, a list older than 30 days is a warning.",
      },
      {
        title: "In doubt, suppressed",
        text: "An entry is the phone cell. Each of its digits belongs to a number, an extension, a day or a time, or is left over. An entry with digits left over, or without a number, is not understood: it suppresses every number that it could mean, and a warning names the lines. A list is refused if more than two of its entries, and more than 1% of them, are not understood (--max-unreadable). A damaged record is read in the same way, cell by cell. Other columns are searched as in a phone list (svscrub help columns). Neighbouring cells of digits that make a number together (7012;3456) are one entry. A list is also refused if it is missing, empty, cut off, a log of calls or messages, or changed while it is read; then nothing is written.",
      },
    ],
  },
  workbooks: {
    line: "how Excel workbooks are read and written: sheets, hidden rows, formulas",
    parts: [
      {
        text: ".xlsx and .xlsm are read wherever a list is; the content decides, not the name. The clean list is a workbook where its name ends in .xlsx, else CSV: UTF-8 with a byte order mark and commas, which Excel opens as it is. Lines in messages are the rows of the sheet.",
      },
      {
        title: "Sheets",
        entries: [
          ["one visible sheet with data", "it is read"],
          [
            "several sheets with data",
            "refused: choose one with --sheet SHEET, or --sheet NAME=SHEET for one of several lists",
          ],
          [
            "all sheets with data",
            "--sheet '*': of a phone list the visible ones, with the same columns; a source is crm.xlsx!Enero#nota:12",
          ],
          ["hidden sheets with data", "a warning; in a suppression list they are read if they may have numbers"],
          ["hidden rows or columns, a filter", "refused in a phone list; read in a suppression list"],
          ["a phone, a name or a record struck through", "suppressed in a phone list, as if it said NO LLAMAR"],
          ["comments", "read in a phone list: what says not to contact suppresses the record"],
          ["cells merged over several records", "refused in a phone list: only the first holds what they say"],
          [
            "formulas without a calculated value",
            "refused in a phone list; entries that are not understood in a suppression list",
          ],
        ],
      },
      {
        title: "Cells",
        text: "A number is read without exponent (50370001234), a date or time in ISO 8601 (2026-03-14T08:30:00), a truth as TRUE or FALSE, a formula as its last result.",
      },
      {
        title: "Written workbooks",
        text: "-o clean.xlsx and --removed removed.xlsx, also with --flag and from a CSV, write one sheet with the list's name: the header frozen and filtered, phones and all that was text as text, and numbers and dates where the workbook that was read had them. No cell is a formula. A sheet holds 1,048,576 rows: longer lists, and cells of more than 32,767 characters, are refused (exit 3).",
      },
      {
        title: "What is refused",
        text: "A workbook with a password, .xls, .xlsb, .ods, Apple Numbers, and a file that is cut off, damaged, or larger than --max-size when unpacked. svscrub inspect FILE shows the sheets and what is hidden in them.",
      },
    ],
  },
  report: {
    line: "the audit report: its fields, the run log, and how long to keep what",
    parts: [
      {
        title: "Fields",
        entries: [
          ["tool, run", "versions; id, times, labels, options after defaults, exit code"],
          ["inputs, outputs", "path, SHA-256, bytes, records and format of each file"],
          [
            "suppressions",
            "each list: its date, entries, records that are not understood, where its digits went, matches, matches only there",
          ],
          ["counts, reasons, types", "records by disposition and by reason; the numbers in the clean list by type"],
          ["conservation", "read, and the sum of the dispositions: they must be equal"],
          ["self_check", "planted numbers, and a sample of the lists' own numbers in other spellings"],
          ["clean_until", "until when the clean list is valid"],
          ["warnings", "their codes, which stay the same between versions"],
        ],
      },
      {
        text: "schema_version is 1. The JSON Schema ships with the package: src/evidence/report.schema.json. Numbers are masked (+503 70••••56), and no cell is shown.",
      },
      {
        title: "Run log",
        text: "--log runs.jsonl adds a line for every run, also for those that fail. Each line has the SHA-256 of the line before it. svscrub verify --log runs.jsonl checks the chain.",
      },
      {
        title: "How long to keep what",
        text: "This is what works, and no legal advice. Whoever made svscrub read what others write about the law, not its official text: ask a lawyer.",
        entries: [
          [
            "registry, lists of opt-outs",
            "as long as anybody may contact people for you. Delete the person's record, and keep the opt-out",
          ],
          ["reports, run log", "as long as somebody may ask what was done"],
          ["--removed, audit -o, reviews, acknowledgements", "until their work is done: they have full numbers"],
          ["clean lists", "until clean_until. After that they are wrong"],
        ],
      },
      {
        text: "What is deleted so is named by svscrub verify REPORT.json --find DIR as gone, and is no mismatch: where the phone list and the lists of opt-outs are still there, also moved or renamed, the run is repeated and compared.",
      },
      {
        text: "To keep an opt-out of somebody who asked for deletion, the number is enough: registry export --hash-key-file KEY writes it as a hash with a key, which suppresses with -s.",
      },
    ],
  },
  proof: {
    line: "check a clean list without svscrub: a program in Python",
    parts: [
      {
        text: "You need not believe svscrub. This program shares no code with it, and needs Python 3 and nothing else. It takes the last eight digits of every number in the suppression lists, whatever the column, and names each line of the clean list in which one of them stands:",
      },
      { program: "proof.py" },
      {
        title: "How to run it",
        entries: [
          [
            "svscrub help proof | sed -n '/^#/,/^sys/p' > proof.py",
            "takes the program out of this page, where there is sed; else copy it",
          ],
          ["python3 proof.py clean.csv dnc.csv sms.csv", "the clean list first, then the lists"],
          ["exit code 0", "no number of the lists stands in the clean list"],
          [
            "exit code 1",
            "the lines with one (clean.csv:12); or why nothing is proven: a file can't be read, a list has no numbers",
          ],
        ],
      },
      {
        title: "What it reads",
        text: "UTF-8, UTF-16 with a byte order mark, Windows-1252, plain or gzip. Numbers of eight digits and more, with any spaces, dashes, dots, slashes and brackets in them, behind any calling code, several in a cell, in any column.",
      },
      {
        title: "What it does not read",
        text: "svscrub reads this, and the program does not: where a list holds it, the program proves less.",
        entries: [
          ["hashed lists", "the numbers are not in them"],
          ["ranges and wildcards", "of 2222-0000 a 2222-9999 the two ends, of 2222* nothing"],
          ["workbooks", "save them as CSV"],
          ["numbers in parts", "over two cells (7;2223456), with a comma or a letter in them (7012,3456; 7O12-3456)"],
          ["short numbers", "of seven digits, such as 800-1234 or those of before 2005, and extensions"],
          ["dates", "25-12-2024 is never a number"],
          ["the phone list", "its own columns of opt-outs, such as no_contactar"],
        ],
      },
      {
        title: "Where it names more than svscrub",
        text: "It asks only whether a number stands in a list, and not what the list says of it. So it also names people whom svscrub kept with good reason; svscrub check NUMBER -s LIST says which.",
        entries: [
          [
            "opt-ins",
            "a number that opted in again, whose event a registry took back, or that a list names for another reason",
          ],
          ["dates", "an opt-out that has expired"],
          ["channels", "an opt-out for another channel than --channel"],
          ["ids and amounts", "an account, an id or an amount, in either list, that ends in the same eight digits"],
        ],
      },
    ],
  },
  messages: {
    line: "how replies are understood, and what is acknowledged",
    parts: [
      {
        title: "What a message means",
        text: "Rules understand Spanish and English. STOP, BAJA and the like block the channel by which they came. A message about calls, about every contact or about another channel, and a request about the deletion or use of personal data, blocks all channels. A remark beside a call's result or a form's request that asks to stop is unclear, too. Beside an opt-out, a remark counts for the channels and the data that it names. What is unclear goes to the file of --review and suppresses until a person decides.",
      },
      {
        title: "Numbers that a message names",
        text: "“Stop for me and for 7111-2244”, a signature, a note of a call, a card of contacts: each number that is neither the sender's nor ours gets its own row in the file of --review, whatever the message asks for. Its sender column says who wrote. It suppresses on every channel until a person decides about that number; a decision about the sender does not count for it. Say with --own which numbers are ours. A range (“7111-22XX”, “7111-2200 to 7111-2299”) has a single row, which suppresses all its numbers; to record it as an opt-out, add each number with registry add, and write other in its row. Dates, amounts and times are no numbers.",
      },
      {
        title: "What a person writes in the action column of the review file",
        entries: [
          ["opt-out", "the person does not want to be contacted"],
          ["opt-in", "the person wants to be contacted again"],
          ["other", "the person asked for nothing"],
          [
            "answered",
            "a request or complaint, once it is answered; whoever asked to delete their data or opposed its use stays opted out",
          ],
        ],
      },
      {
        text: "A spreadsheet may save the file. Then import it with --kind reviewed.",
      },
      {
        title: "Where messages come from",
        text: "CSV and Excel files, and JSON as the webhooks of Twilio, Infobip, Vonage, AWS, Telnyx and WhatsApp Cloud send it. Receipts, reactions and our own messages are skipped and counted, but for a receipt of Twilio, Vonage, Telnyx or WhatsApp that says that the person had opted out. A voice message, a picture without words or a card of contacts goes to a person.",
      },
      {
        title: "Acknowledgements",
        text: "--ack adds to a file what to send: to, channel, language, message, event. Only a person who wrote by SMS or WhatsApp is told to answer with a word. A call for help (AYUDA, INFO) gets the instructions, once. --ack-template takes your own texts, with {event}, {sender} and {phone}.",
      },
      {
        title: "--follow",
        text: "A message is on the disk before its acknowledgement is printed. After a kill, send again what got no answer: it is recorded once and acknowledged again. A message without a date counts from the moment when it is read. A line that can't be read goes to --review.",
      },
    ],
  },
  contacts: {
    line: "the rules of an audit: opt-outs, contact hours, holidays, frequency",
    parts: [
      {
        text: "svscrub audit compares each contact with the events before it. A contact between STOP and START counts, even if nothing blocks the person today. Contacts that nobody can judge (an opt-out without a date, the same day without a time, an unreadable record) are counted as uncertain.",
      },
      {
        title: "More rules",
        entries: [
          ["--grace 24h", "contacts within this time after an opt-out are allowed"],
          [
            '--hours "mon-fri 08:00-18:00"',
            "contacts outside these hours; 18:00 is outside. Days in Spanish too: lun-vie",
          ],
          [
            "--holidays FILE",
            "with --hours: on these days every contact is outside. One date a line; sv is El Salvador",
          ],
          ["--max-contacts 3/7d", "numbers contacted more than 3 times within any 7 days"],
        ],
      },
      {
        title: "Holidays of El Salvador",
        text: "--holidays sv has the asuetos of the Labour Code from 2020 to 2040, with Holy Week and the two days of the city of San Salvador: src/time/holidays-sv.txt. If yours are others, copy that file. Secondary sources name Monday to Friday, 08:00 to 18:00, for commercial calls and messages; ask a lawyer.",
      },
      {
        title: "The log",
        text: "A header with the number, the date, and the time and channel if they are known: telefono,fecha,hora,canal. Without a header, or where no name says when, the only column of dates is taken. If a log has columns of who called and who was called, only the latter was contacted. Every record is one contact.",
      },
    ],
  },
  "exit-codes": {
    line: "what each exit code means for a script",
    parts: [
      {
        entries: [
          ["0", "done"],
          ["1", "check, verify, audit, registry status --due: the answer is no"],
          ["2", "wrong usage, or an unknown column"],
          ["3", "the phone list can't be used"],
          ["4", "a suppression list can't be trusted"],
          ["5", "reading or writing failed: disk full, no permission, the output exists, the registry is busy"],
          ["6", "a limit stopped the run: --max-removed, --max-invalid, --strict"],
          ["70", "a bug: please report it"],
          ["130, 141, 143", "interrupted, closed pipe, terminated"],
        ],
      },
      {
        text: "After any code but 0 and 1 no new file stands under the name of an output. An old file that was there stays, and the message says that it is old. So a script may send the clean list after code 0 only; svscrub verify REPORT.json --fresh is the last check before sending.",
      },
    ],
  },
} satisfies Readonly<Record<string, Guide>>;
