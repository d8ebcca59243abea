// What a person decided of the unclear messages: the reviews come back with another word in their action column.

import { recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { actionOf, channelOf, foldWords } from "../headers/event-words.js";
import { batchesOf } from "../lists/batches.js";
import { type ListOverrides, openList } from "../lists/open.js";
import { readCell } from "../phone/read.js";
import { CHANNELS } from "../suppression/event.js";
import { LEDGER_COLUMNS, REVIEWED } from "./ledger-event.js";
import { plain, type WantedEvent } from "./read-import.js";

export interface Decisions {
  events: readonly WantedEvent[];
  /** Ids of the reviews that are decided. */
  decided: ReadonlySet<string>;
  undecided: number;
}

/** The message asked for nothing. */
const NOTHING: ReadonlySet<string> = new Set(
  "other,otro,otra,none,nada,ninguno,ninguna,nothing,ignore,ignorar,settled,help,ayuda,ok".split(","),
);

/** Any dialect and encoding, for a spreadsheet may have been in between. A decision about nobody is exit 3. */
export async function readDecisions(file: string, overrides: ListOverrides): Promise<Decisions> {
  const phonesOf = (header: readonly string[]) => {
    const phone = header.findIndex((name) => foldWords(name) === "phone");
    return phone < 0 ? undefined : [phone];
  };
  const list = await openList(file, "phone-list", ExitCode.phoneList, { ...overrides, phonesOf, mayLackPhones: true });
  try {
    const header = (list.header ?? []).map(foldWords);
    const at = Object.fromEntries(LEDGER_COLUMNS.map((name) => [name, header.indexOf(foldWords(name))]));
    if (["event", "phone", "action", "channel"].some((name) => at[name]! < 0))
      throw new ScrubError(ExitCode.phoneList, "notReviews", [], { file });
    const events: WantedEvent[] = [];
    const decided = new Set<string>();
    let undecided = 0;
    for await (const batch of batchesOf(list, ExitCode.phoneList)) {
      for (let i = 0; i < batch.count; i++) {
        batch.select(i);
        const cells = recordCells(batch.bytes, batch.start, batch.end, list.dialect);
        const cell = (name: (typeof LEDGER_COLUMNS)[number]) => plain(cells[at[name]!] ?? "");
        const action = batch.malformed ? undefined : decisionOf(cell("action"));
        if (action === undefined || cell("event") === "") {
          undecided++;
          continue;
        }
        const [number, ...others] = readCell(cell("phone")).numbers;
        const nobody = number === undefined || others.length > 0;
        if (nobody && (action !== "settled" || cell("phone") !== ""))
          throw new ScrubError(ExitCode.phoneList, "decisionWithoutNumber", [], { file, line: batch.line });
        decided.add(cell("event"));
        events.push({
          phone: number?.e164 ?? "",
          action,
          channel: channelOf(cell("channel")) ?? CHANNELS[0],
          requestedAt: cell("requested_at"),
          source: cell("source"),
          sender: cell("sender"),
          reason: `${REVIEWED}: ${cell("reason")}`,
          evidence: cell("evidence"),
          language: "es",
        });
      }
    }
    return { events, decided, undecided };
  } finally {
    list.file.close();
  }
}

/** Undefined: still to be decided, or no word that we know. */
function decisionOf(cell: string): "opt-out" | "opt-in" | "settled" | undefined {
  const folded = foldWords(cell);
  if (folded === "" || folded === "review") return undefined;
  return NOTHING.has(folded) ? "settled" : actionOf(cell, true);
}
