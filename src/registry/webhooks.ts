// Reads a provider's webhook: who wrote to which of our numbers, what, and when. webhooks.txt has a row for each shape.

import { parsedObject } from "../files/json.js";
import { packagedText } from "../files/packaged-text.js";
import { remembered } from "../lexicon/remembered.js";
import { readNamed } from "../phone/named.js";

/** A message that somebody sent us. What the provider does not say is empty. */
export interface Inbound {
  from: string;
  to: string;
  text: string;
  /** What the provider itself did: STOP, START, HELP. */
  done: string;
  /** Empty of a text message. An unknown word means every channel. */
  channel: string;
  when: string;
  id: string;
  /** What else somebody wrote in it: a card of contacts, a button, a place. It may name numbers. */
  beside: string;
  /** Stands for what may hold words that nobody has read: `[audio]`. */
  unseen?: string;
}

/** `no-message`: a receipt, an echo of our own. `unknown`: its shape is unknown. */
export type WebhookItem = Inbound | "no-message" | "unknown";

type Fields = Readonly<Record<string, unknown>>;

interface Shape {
  has: readonly { path: string; is: RegExp }[];
  parts: Readonly<Partial<Record<string, string>>>;
}

const LINES = packagedText("registry/webhooks.txt").matchAll(/^(?!#)(.+?) ->((?: .+|\n {2}.+)*)/gm);
const SHAPES = [...LINES].map(
  ([, has, parts]): Shape => ({
    has: has!.split(" ").map(condition),
    // The word of `name:word` keeps its colon.
    parts: Object.fromEntries([...parts!.matchAll(/(\w+)=?(\S*)/g)].map(([, name, path]) => [name, path])),
  }),
);

function condition(text: string): Shape["has"][number] {
  const [path, wanted = "*"] = text.split("=");
  const words = wanted.replace(/[.]/g, "\\.").replaceAll("*", ".*").replaceAll("/", "|");
  return { path: path!, is: new RegExp(`^(?:${words})$`, "s") };
}

/** The paths of what somebody wrote in a messenger; `$` is the message's kind. */
const WRITTEN =
  "text|text.body|$.title|$.text|title|caption|$.caption|$.emoji|emoji|$.button_reply.title|$.list_reply.title";

/** Kinds of messages without anything that a person could judge. */
const WORDLESS: ReadonlySet<string> = new Set(["reaction", "order", "system", "request_welcome"]);

/** Fields of a message in which nobody writes anything. */
const WORDLESS_FIELD =
  /^(?:from|to|timestamp|(?:message_)?type|channel|context|sha256|mime_type|url|emoji|message_uuid|(?!(?:\w*_)?wa_id$)\w+_id)$/;

/** Returns the messages of one JSON value: an event, or an array of events. */
export function messagesIn(value: object): WebhookItem[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (isFields(one) ? messagesIn(one) : ["unknown"]));
  const event = value as Fields;
  const notes = [...valuesAt(event, "Records.Sns"), ...("TopicArn" in event ? [event] : [])].filter(isFields);
  return notes.length > 0 ? notes.flatMap(notified) : membersOf(event).map(itemOf);
}

/** Reads an envelope of AWS SNS, which has the event as a text, and the time. */
function notified({ Type = "Notification", Message, Timestamp }: Fields): WebhookItem[] {
  if (Type !== "Notification") return ["no-message"];
  const inner = typeof Message === "string" ? parsedObject(Message) : Message;
  const items = isFields(inner) ? messagesIn(inner) : (["unknown"] as const);
  return items.map((item) =>
    typeof item === "string" || item.when !== "" ? item : { ...item, when: text(Timestamp) },
  );
}

/** Lists of messages and receipts in an event. */
const LISTS = ["messages", "history.threads.messages", "statuses", "user_preferences", "results"];

/** Returns the event once for each member of its lists, with the member in the list's place. */
function membersOf(event: Fields): Fields[] {
  const changes = valuesAt(event, "entry.changes.value").filter(isFields);
  return (changes.length > 0 ? changes : [event]).flatMap((one) => {
    const lists = LISTS.filter((path) => Object.hasOwn(one, path.split(".", 1)[0]!));
    const members = lists.flatMap((path) =>
      valuesAt(one, path).map((member) => ({ metadata: one.metadata, [path.split(".").at(-1)!]: member })),
    );
    return changes.length + lists.length > 0 ? members : [one];
  });
}

function itemOf(event: Fields): WebhookItem {
  const parts = SHAPES.find(({ has }) =>
    has.every(({ path, is }) => valuesAt(event, path).some((it) => is.test(text(it)))),
  )?.parts;
  if (parts === undefined) return "unknown";
  const said = (name: string) => textAt(event, parts[name]);
  const [from, to, written, medium] = [withPlus(said("from")), withPlus(said("to")), said("text"), said("channel")];
  if (parts.from === undefined) return "no-message";
  if (from === "") return "unknown";
  const channel = medium === "sms" || medium === "mms" ? "" : medium;
  const item = { from, to, text: written, done: said("done"), channel, when: withZone(said("when")), id: said("id") };
  const { content } = parts;
  if (content !== undefined) return ofMessenger(item, content === "" ? event : valuesAt(event, content)[0]);
  const hasMedia = /[^0; ]/.test(said("media"));
  const beside = said("beside")
    .split(PART)
    .filter((it) => it !== written);
  // Nobody has read the file of a card of contacts.
  const isCard = hasMedia && Object.values(event).some((it) => /\bvcard\b/i.test(text(it)));
  return { ...item, beside: beside.join(PART), ...(isCard ? { unseen: `[vcard] ${written}` } : {}) };
}

/** Reads a messenger's message: a text, or that of a button or a picture. All other words are `beside`. */
function ofMessenger(item: Omit<Inbound, "beside">, content: unknown): WebhookItem {
  // A history holds both sides.
  const [from, to] = [item.from, item.to].map((number) => number.replace(/\D/g, ""));
  if (from !== "" && from === to) return "no-message";
  const kind = textAt(content, "message_type|type");
  const paths = WRITTEN.replaceAll("$", () => kind || "?");
  const written = textAt(content, paths);
  const words = wordsIn(content).filter((it) => it !== written);
  // `changed from 503… to 503…` is no range of numbers.
  const beside = (kind === "system" ? words.flatMap((it) => it.match(/\d{5,}/g) ?? []) : words).join(PART);
  const isWordless = written === "" && WORDLESS.has(kind);
  if (isWordless && readNamed(beside).length === 0) return "no-message";
  const unseen = written === "" && !isWordless ? { unseen: `[${kind || "?"}]` } : {};
  return { ...item, text: written, beside, ...unseen };
}

function wordsIn(value: unknown, name = ""): string[] {
  if (WORDLESS_FIELD.test(name)) return [];
  if (typeof value === "string") return [name === "id" ? wordsOfId(value) : value.trim()].filter((it) => it !== "");
  if (Array.isArray(value)) return value.flatMap((one: unknown) => wordsIn(one));
  return isFields(value) ? Object.entries(value).flatMap(([field, one]) => wordsIn(one, field)) : [];
}

/** Returns the words of a button's id, which we have chosen: `BAJA_SI`. Digits in it are no phone. */
function wordsOfId(id: string): string {
  const isMade = /^wamid\b|^[\da-f]{8}(?:-[\da-f]{4}){3}-/i.test(id);
  const words = id.replace(/\d{4,}/g, "").trim();
  return isMade || !/\p{L}/u.test(words) ? "" : words;
}

const PART = "; ";

/** Parses a path: its alternatives, and of each the paths that it joins, as names. */
const pathsIn = remembered((path) => path.split("|").map((one) => one.split("+").map((it) => it.split("."))));

/** Collects the values at a path, through every member of a list on the way. */
function collect(value: unknown, path: readonly string[], at = 0, found: unknown[] = []): unknown[] {
  if (Array.isArray(value)) for (const one of value) collect(one, path, at, found);
  else if (at === path.length) found.push(...(value === null || value === undefined ? [] : [value]));
  else if (isFields(value) && Object.hasOwn(value, path[at]!)) collect(value[path[at]!], path, at + 1, found);
  return found;
}

function valuesAt(value: unknown, path: string): unknown[] {
  return pathsIn(path).flatMap((any) => any.flatMap((one) => collect(value, one)));
}

function textAt(value: unknown, path = ""): string {
  if (path === "" || path.startsWith(":")) return path.slice(1);
  const textsOf = (one: readonly string[]) => collect(value, one).map(text);
  const said = pathsIn(path).map((joined) => joined.flatMap((one) => textsOf(one).find((it) => it !== "") ?? []));
  return (said.find((texts) => texts.length > 0) ?? []).join(PART);
}

function withPlus(number: string): string {
  return /^[1-9]\d{9,14}$/.test(number) ? `+${number}` : number;
}

/** A moment without a zone is UTC. */
function withZone(when: string): string {
  return /^\d{4}-\d\d-\d\d[ +]\d\d:\d\d:\d\d$/.test(when) ? `${when.replace(/[ +]/, "T")}Z` : when;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
