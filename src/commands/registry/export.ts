// svscrub registry export: what stands now, for everyone who sends on the company's behalf.

import path from "node:path";
import { ExitCode, ScrubError } from "../../errors.js";
import { wantedEvidence } from "../../files/output.js";
import { isFile, modifiedAt } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import { LEDGER_COLUMNS } from "../../headers/registry-columns.js";
import { CellMemo } from "../../lists/cell-memo.js";
import { hashingBy, writeExport } from "../../registry/export.js";
import { type LedgerLine, openRegistryFile } from "../../registry/ledger.js";
import type { LedgerEvent } from "../../registry/ledger-event.js";
import { type Booked, bookOf } from "../../registry/status.js";
import { isOddKey } from "../../suppression/hash-forms.js";
import { manifestOf, manifestText } from "../../suppression/manifest.js";
import { dateOfList } from "../../suppression/trust.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { warn, watched } from "../screen.js";
import { readHashKey } from "../scrub/plan.js";
import { otherFormat } from "../typed-values.js";
import { warnOfTorn } from "./shared.js";

type ExportArguments = TypedOf<"registry export">;

export const exportCommand = commandOf("registry export", runExport, (typed) => {
  if (typed.hash !== undefined && typed.hashKeyFile !== undefined)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--hash", "--hash-key-file"]);
  const ending = otherFormat(typed.output);
  if (typed.format === "csv" && ending !== undefined)
    throw new ScrubError(ExitCode.usage, "contradiction", [`-o ${ending}`, "--format csv"]);
  return typed;
});

async function runExport(typed: ExportArguments, host: Host): Promise<ExitCode> {
  const { registry, hashKeyFile } = typed;
  const { registry: words } = host.sentences;
  const wanted = { path: typed.output, confidential: true };
  const inputs = [registry, hashKeyFile ?? []].flat();
  // What is no file nobody can hold to its manifest.
  const manifest = isFile(typed.output) ? wantedEvidence(manifestOf(typed.output)) : undefined;
  const outputs = manifest === undefined ? [wanted] : [wanted, manifest];
  host.watchOutputs(outputs, inputs);
  checkOutputs(outputs, inputs, typed.force);
  const key = hashKeyFile === undefined ? undefined : readHashKey(hashKeyFile, ExitCode.usage);
  const modified = modifiedAt(registry);
  const hash = key === undefined && typed.hash === undefined ? undefined : hashingBy(key);
  const ledger = openRegistryFile(registry);
  const publication = new Publication(typed.force);
  let booked: Booked;
  let places: Float64Array;
  try {
    let since: number | undefined;
    const isSince = new CellMemo(LEDGER_COLUMNS.indexOf("event"), (id) => id === typed.since);
    const find = ({ cells, start }: LedgerLine) => {
      if (typed.since !== undefined && isSince.of(cells)) since ??= start;
    };
    booked = await watched(typed.quiet, host, async (show) => bookOf(ledger, new Date(), find, show));
    if (typed.since !== undefined && since === undefined) throw new ScrubError(ExitCode.usage, "unknownEvent", []);
    const output = await publication.open(wanted);
    places = booked.book.placesToShare(typed.channel, since);
    // Who has what was said before must learn that it is gone.
    await writeExport(ledger, places, { format: typed.format, hash, takesBack: since !== undefined }, output);
    const sha256 = await output.finish();
    if (manifest !== undefined) {
      const beside = await publication.open(manifest);
      const lastEvent = booked.newest?.event ?? "";
      const facts = {
        file: path.basename(typed.output),
        sha256,
        bytes: output.bytes,
        events: places.length,
        lastEvent,
      };
      const asOf = dateOf(registry, booked.newest, modified);
      beside.write(Buffer.from(manifestText({ ...facts, asOf, hash: hash?.method }, hash?.proof)));
      await beside.finish();
    }
    await publication.publish();
    host.published();
  } catch (error) {
    publication.abandon();
    throw error;
  } finally {
    ledger.close();
  }
  warnOfTorn(registry, booked.tornLine, host);
  if (hash !== undefined && key === undefined) warn(words.hashWarning, host);
  if (key !== undefined && isOddKey(key)) warn(words.oddKey(hashKeyFile!), host);
  if (!typed.quiet) host.stderr(`${words.exported(places.length)}\n`);
  return ExitCode.done;
}

/** The registry's own: an export of a registry into which nobody has recorded anything for long is as old as that. */
function dateOf(registry: string, newest: LedgerEvent | undefined, modified: Date | undefined): Date {
  const recorded = new Date(newest?.recordedAt ?? "");
  const isPast = recorded.getTime() <= Date.now();
  const facts = { said: undefined, manifest: undefined, newestEvent: isPast ? recorded : undefined, modified };
  return dateOfList(registry, facts)?.at ?? new Date(0);
}
