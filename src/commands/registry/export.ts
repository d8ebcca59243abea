// svscrub registry export: writes the opt-outs in force now, for everyone who sends on the company's behalf.

import path from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { wantedEvidence } from "../../files/output.js";
import { isFile, modifiedAt } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import { bookOf } from "../../registry/book.js";
import { writeExport } from "../../registry/export.js";
import { columnReader, type LedgerFile, type LedgerLine, openRegistryFile } from "../../registry/ledger.js";
import type { LedgerEvent } from "../../registry/ledger-event.js";
import { hashingBy, isOddKey } from "../../suppression/hash-forms.js";
import { manifestOf, manifestText } from "../../suppression/manifest.js";
import { dateOfList } from "../../suppression/trust.js";
import { commandOf, type TypedOf, wasTyped } from "../arguments.js";
import type { Host } from "../command.js";
import { warn } from "../screen.js";
import { readHashKey } from "../scrub/plan.js";
import { otherFormat } from "../typed-values.js";
import { warnOfTorn } from "./shared.js";

export const exportCommand = commandOf("registry export", runExport, (typed, program) => {
  if (typed.hash !== undefined && typed.hashKeyFile !== undefined)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--hash", "--hash-key-file"]);
  const ending = otherFormat(typed.output);
  if (ending === undefined || typed.format === "json") return typed;
  if (ending !== ".json" || wasTyped("--format", program))
    throw new ScrubError(ExitCode.usage, "contradiction", [`-o ${ending}`, "--format csv"]);
  return { ...typed, format: "json" as const };
});

async function runExport(typed: TypedOf<"registry export">, host: Host): Promise<ExitCode> {
  const { registry, hashKeyFile, output: file } = typed;
  const { registry: words } = host.sentences;
  const inputs = [registry, hashKeyFile ?? []].flat();
  const wanted = { path: file, confidential: true };
  // A stream has no manifest: nobody could check it against one.
  const manifest = isFile(file) ? wantedEvidence(manifestOf(file)) : undefined;
  const outputs = [wanted, manifest ?? []].flat();
  host.watchOutputs(outputs, inputs);
  checkOutputs(outputs, inputs, typed.force);
  const key = hashKeyFile === undefined ? undefined : readHashKey(hashKeyFile, ExitCode.usage);
  const hash = key === undefined && typed.hash === undefined ? undefined : hashingBy(key);
  const modified = modifiedAt(registry);
  const ledger = openRegistryFile(registry);
  const publication = new Publication(typed.force);
  try {
    const { book, newest, tornLine, since } = bookSince(ledger, typed.since);
    const output = await publication.open(wanted);
    const starts = book.startsToShare(typed.channel, since);
    // A partner who has the earlier export must learn of opt-outs that were taken back.
    await writeExport(ledger, starts, { format: typed.format, hash, hasVoids: since !== undefined }, output);
    const sha256 = await output.finish();
    if (manifest !== undefined) {
      const facts = { file: path.basename(file), sha256, bytes: output.bytes, events: starts.length };
      const dated = { lastEvent: newest?.event ?? "", asOf: dateOf(registry, newest, modified), hash: hash?.method };
      const written = await publication.open(manifest);
      written.write(Buffer.from(manifestText({ ...facts, ...dated }, hash?.proof)));
      await written.finish();
    }
    await publication.publish();
    host.published();
    warnOfTorn(registry, tornLine, host);
    if (hash !== undefined && key === undefined) warn(words.hashWarning, host);
    if (key !== undefined && isOddKey(key)) warn(words.oddKey(hashKeyFile!), host);
    if (!typed.quiet) host.stderr(`${words.exported(starts.length)}\n`);
    return ExitCode.done;
  } catch (error) {
    publication.abandon();
    throw error;
  } finally {
    ledger.close();
  }
}

/** Reads the registry. `since`: the start of the typed event, if one was typed. An unknown event is exit 2. */
function bookSince(ledger: LedgerFile, event: string | undefined) {
  const isSince = columnReader("event", (id) => id === event);
  let since: number | undefined;
  const find = ({ cells, start }: LedgerLine) => {
    if (event !== undefined && isSince.of(cells)) since ??= start;
  };
  const read = bookOf(ledger, new Date(), find);
  if (event !== undefined && since === undefined) throw new ScrubError(ExitCode.usage, "unknownEvent", []);
  return { ...read, since };
}

/** Returns the registry's own date: an export is only as new as what was last recorded. */
function dateOf(registry: string, newest: LedgerEvent | undefined, modified: Date | undefined): Date {
  const recorded = new Date(newest?.recordedAt ?? "");
  const newestEvent = recorded.getTime() <= Date.now() ? recorded : undefined;
  return dateOfList(registry, { given: undefined, manifest: undefined, newestEvent, modified })?.at ?? new Date(0);
}
