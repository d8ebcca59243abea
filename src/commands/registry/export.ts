// svscrub registry export: what stands now, for everyone who sends on the company's behalf.

import path from "node:path";
import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../../errors.js";
import { wantedEvidence } from "../../files/output.js";
import { isFile, modifiedAt } from "../../files/paths.js";
import { checkOutputs, Publication } from "../../files/publication.js";
import { methodOf, proofOf, standsFor, writeExport } from "../../registry/export.js";
import { type Ledger, readLedger } from "../../registry/ledger.js";
import type { LedgerEvent } from "../../registry/ledger-event.js";
import { RegistryState, type StandingEvent } from "../../registry/state.js";
import { CHANNELS, type Channel } from "../../suppression/event.js";
import { isOddKey } from "../../suppression/hash-forms.js";
import { manifestOf, manifestText } from "../../suppression/manifest.js";
import { VOID } from "../../suppression/taken-back.js";
import { dateOfList } from "../../suppression/trust.js";
import { createProgram, parseOperands } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import { warn } from "../screen.js";
import { readHashKey } from "../scrub/plan.js";
import { oneOf, outputFile } from "../typed-values.js";
import { required } from "./shared.js";

interface ExportArguments {
  registry: string;
  channel: Channel | undefined;
  format: "csv" | "json";
  hash: "sha256" | undefined;
  hashKeyFile: string | undefined;
  since: string | undefined;
  output: string;
  force: boolean;
  quiet: boolean;
}

export const exportCommand: Command<ExportArguments> = { program: programOf, parse, run: sayingAll(runExport) };

function parse(words: readonly string[], setting: HelpSetting): ExportArguments | Shown {
  const program = programOf(setting);
  const shown = parseOperands(program, words, 0);
  if (shown !== undefined) return shown;
  const typed = program.opts() as ExportArguments;
  if (typed.hash !== undefined && typed.hashKeyFile !== undefined)
    throw new ScrubError(ExitCode.usage, "contradiction", ["--hash", "--hash-key-file"]);
  return { ...typed, registry: required(typed.registry, "--registry", program) };
}

function programOf(setting: HelpSetting): Program {
  return createProgram("registry export", "--registry FILE", "", setting, (add) => {
    add("--registry <FILE>", "registry");
    add("-o, --output <FILE>", "output", outputFile, "-");
    add("--channel <CH>", "channel", oneOf(CHANNELS));
    add("--format <FMT>", "format", oneOf(["csv", "json"]), "csv");
    add("--hash <ALG>", "hash", oneOf(["sha256"]));
    add("--hash-key-file <FILE>", "hash-key-file");
    add("--since <EVENT>", "since");
    add("-f, --force", "force", undefined, false);
  });
}

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
  const ledger = readLedger(registry);
  const state = new RegistryState(ledger.events, Date.now() / 1000);
  const touched = typed.since === undefined ? undefined : touchedSince(ledger, typed.since);
  const stands = standsFor(state.stands, typed.channel).filter((stand) => touched?.has(keyOf(stand)) ?? true);
  // Who has what was said before must learn that it is gone.
  const voids = standsFor(typed.since === undefined ? [] : voidsSince(ledger, typed.since), typed.channel);
  const hash = key === undefined && typed.hash === undefined ? undefined : { key };
  const publication = new Publication(typed.force);
  try {
    const output = await publication.open(wanted);
    output.write(
      Buffer.from(
        writeExport(inOrder([...stands, ...voids], ledger), { channel: typed.channel, format: typed.format, hash }),
      ),
    );
    const sha256 = await output.finish();
    if (manifest !== undefined) {
      const beside = await publication.open(manifest);
      const lastEvent = ledger.events.at(-1)?.event ?? "";
      const facts = {
        file: path.basename(typed.output),
        sha256,
        bytes: output.bytes,
        events: stands.length + voids.length,
        lastEvent,
      };
      const asOf = dateOf(registry, ledger, modified);
      beside.write(Buffer.from(manifestText({ ...facts, asOf, hash: hash && methodOf(hash) }, hash && proofOf(hash))));
      await beside.finish();
    }
    await publication.publish();
    host.published();
  } catch (error) {
    publication.abandon();
    throw error;
  }
  if (ledger.tornLine !== undefined) warn(words.torn(registry, ledger.tornLine), host);
  if (hash !== undefined && key === undefined) warn(words.hashWarning, host);
  if (key !== undefined && isOddKey(key)) warn(words.oddKey(hashKeyFile!), host);
  if (!typed.quiet) host.stderr(`${words.exported(stands.length + voids.length)}\n`);
  return ExitCode.done;
}

/** The registry's own: an export of a registry into which nobody has recorded anything for long is as old as that. */
function dateOf(registry: string, { events }: Ledger, modified: Date | undefined): Date {
  const recorded = new Date(events.at(-1)?.recordedAt ?? "");
  const isPast = recorded.getTime() <= Date.now();
  const facts = { said: undefined, manifest: undefined, newestEvent: isPast ? recorded : undefined, modified };
  return dateOfList(registry, facts)?.at ?? new Date(0);
}

/** Numbers and channels of which something was recorded behind an event. */
function touchedSince({ events }: Ledger, id: string): ReadonlySet<string> {
  const at = events.findIndex(({ event }) => event === id);
  if (at < 0) throw new ScrubError(ExitCode.usage, "unknownEvent", []);
  return new Set(events.slice(at + 1).map(keyOf));
}

/** Events that were taken back behind an event. */
function voidsSince({ events }: Ledger, id: string): { channel: Channel; event: LedgerEvent }[] {
  const at = events.findIndex(({ event }) => event === id);
  return events.slice(at + 1).flatMap((event) => (event.action === VOID ? [{ channel: event.channel, event }] : []));
}

function keyOf({ phone, channel }: Pick<StandingEvent, "phone" | "channel">): string {
  return `${phone} ${channel}`;
}

function inOrder(stands: readonly Pick<StandingEvent, "event">[], { events }: Ledger): LedgerEvent[] {
  const places = new Map(events.map((event, i) => [event, i]));
  return stands.map(({ event }) => event).sort((a, b) => places.get(a)! - places.get(b)!);
}
