// What a provider's webhook says, told by its fields: who wrote to which of our numbers, what, and when. Of Twilio, Infobip,
// Vonage, AWS, Telnyx and WhatsApp Cloud, as their documentation has them. What a text asks for is replies/'s work.

import { readNamed } from "../phone/named.js";
import { TELNYX_OPTED_OUT, TWILIO_OPTED_OUT, VONAGE_OPTED_OUT, WHATSAPP_OPTED_OUT } from "./receipt-codes.js";

/** A message that somebody sent us; texts are empty where the provider says nothing. */
export interface Inbound {
  from: string;
  to: string;
  text: string;
  /** What the provider did of its own accord: STOP, START, HELP. */
  done: string;
  /** "" where it is a text message; another medium's word bars on every channel. */
  channel: string;
  when: string;
  /** The provider's name for it. */
  id: string;
  /** What else it holds that somebody wrote: a card of contacts, a button, a place. It may name numbers. */
  beside: string;
  /** It has no text, and could hold one. */
  unseen?: string;
}

/** `no-message`: a receipt, an echo of our own. `unknown`: nobody can tell. */
export type WebhookItem = Inbound | "no-message" | "unknown";

type Fields = Readonly<Record<string, unknown>>;

/** Returns all that stands in one JSON value: an event, or an array of events. */
export function messagesIn(value: object): WebhookItem[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (isFields(one) ? messagesIn(one) : ["unknown"]));
  const event = value as Fields;
  for (const read of SHAPES) {
    const items = read(event);
    if (items !== undefined) return items;
  }
  return ["unknown"];
}

/** Each knows its own fields, and says undefined of others'. */
const SHAPES: readonly ((event: Fields) => WebhookItem[] | undefined)[] = [
  ofNotification,
  ofWhatsapp,
  ofTelnyx,
  ofTwilioEvent,
  ofInfobip,
  ofAws,
  ofVonage,
  ofVonageMessages,
  ofTwilio,
];

/** AWS SNS: the event is a text in its envelope, which has the time. Also as a Lambda is given it. */
function ofNotification(event: Fields): WebhookItem[] | undefined {
  const records = listOf(event.Records).map((record) => fieldsOf(record.Sns));
  if (records.length > 0 && records.every((record) => text(record.Message) !== "")) return records.flatMap(ofEnvelope);
  if (!("TopicArn" in event) || !("Message" in event)) return undefined;
  return event.Type === undefined || event.Type === "Notification" ? ofEnvelope(event) : ["no-message"];
}

function ofEnvelope({ Message, Timestamp }: Fields): WebhookItem[] {
  let inner: unknown;
  try {
    inner = typeof Message === "string" ? JSON.parse(Message) : Message;
  } catch {
    return ["unknown"];
  }
  if (!isFields(inner)) return ["unknown"];
  return messagesIn(inner).map((item) =>
    typeof item === "string" || item.when !== "" ? item : { ...item, when: text(Timestamp) },
  );
}

function ofAws(event: Fields): WebhookItem[] | undefined {
  const { originationNumber, destinationNumber, messageBody, messageKeyword, eventType } = event;
  if (text(originationNumber) !== "" && typeof messageBody === "string")
    return [
      {
        ...message(text(originationNumber), text(destinationNumber), messageBody || text(messageKeyword), ""),
        id: text(event.inboundMessageId),
      },
    ];
  return /^(?:TEXT|MEDIA|VOICE|RCS)_/.test(text(eventType)) ? ["no-message"] : undefined;
}

function ofTwilio(event: Fields): WebhookItem[] | undefined {
  const { From, To, Body, OptOutType, NumMedia } = event;
  if (text(From) === "") return undefined;
  const id = text(event.MessageSid) || text(event.SmsMessageSid) || text(event.SmsSid);
  if (TWILIO_OPTED_OUT.has(text(event.ErrorCode))) return [optedOut(text(To), text(From))];
  const isStatus = "MessageStatus" in event || ("SmsStatus" in event && event.SmsStatus !== "received");
  if (typeof Body === "string" || (Body === null && !isStatus && text(OptOutType) === "")) {
    const written = text(Body);
    const media = Number(text(NumMedia)) > 0;
    const beside = TWILIO_WORDS.map((field) => text(event[field])).filter((it) => it !== "" && it !== written);
    const said = { ...message(text(From), text(To), written, "", media), beside: beside.join("; ") };
    // Whom a card of contacts names stands in a file that nobody has read.
    const isCard = Object.entries(event).some(
      ([name, type]) => /^MediaContentType/.test(name) && /vcard/i.test(text(type)),
    );
    const isPlace = written === "" && text(event.Latitude) !== "";
    const unseen = isCard ? { unseen: `[vcard] ${written}` } : isPlace ? { unseen: "[location]" } : {};
    return [{ ...said, ...unseen, done: text(OptOutType), id }];
  }
  return text(OptOutType) !== ""
    ? [{ ...message(text(From), text(To), "", ""), done: text(OptOutType), id }]
    : isStatus
      ? ["no-message"]
      : undefined;
}

/** Fields beside the body of a WhatsApp message. */
const TWILIO_WORDS = [
  "ButtonText",
  "ButtonPayload",
  "ListTitle",
  "ListId",
  "Label",
  "Address",
  "ReferralHeadline",
  "ReferralBody",
];

/** A CloudEvent. */
function ofTwilioEvent(event: Fields): WebhookItem[] | undefined {
  const type = text(event.type) || text(event.eventtype);
  if (!type.startsWith("com.twilio.")) return undefined;
  if (!type.endsWith("inbound-message.received")) return ["no-message"];
  const { from, to, body, timestamp, numMedia, messageSid } = fieldsOf(event.data);
  if (text(from) === "" || typeof body !== "string") return ["unknown"];
  const said = message(text(from), text(to), body, text(timestamp) || text(event.time), Number(text(numMedia)) > 0);
  return [{ ...said, id: text(messageSid) }];
}

function ofInfobip(event: Fields): WebhookItem[] | undefined {
  if (!Array.isArray(event.results)) return undefined;
  return event.results.map((result: unknown): WebhookItem => {
    const {
      from,
      to,
      text: whole,
      cleanText,
      keyword,
      receivedAt,
      status,
      messageId,
      message: sent,
    } = fieldsOf(result);
    const said = text(whole) || [text(keyword), text(cleanText)].filter((part) => part !== "").join(" ");
    if (text(from) !== "" && (typeof whole === "string" || typeof cleanText === "string"))
      return { ...message(text(from), text(to), said, text(receivedAt)), id: text(messageId) };
    if (text(from) !== "" && isFields(sent)) {
      const when = text(receivedAt);
      return ofParts(sent, { from: text(from), to: text(to), when, id: text(messageId), channel: "whatsapp" });
    }
    return isFields(status) ? "no-message" : "unknown";
  });
}

/** A message of a messenger: what was written is a text, a button's or a picture's; all else of it stands beside. */
function ofParts(
  sent: Fields,
  { from, to, when, id, channel }: Pick<Inbound, "from" | "to" | "when" | "id" | "channel">,
): WebhookItem {
  const { text: whole, type, message_type: kind = type } = sent;
  const part = fieldsOf(sent[text(kind)]);
  const written = [whole, part.title, part.text, sent.title, sent.caption, part.caption, part.emoji, sent.emoji].find(
    (it) => typeof it === "string" && it.trim() !== "",
  );
  const beside = wordsIn(sent)
    .filter((it) => it !== written && it !== kind)
    .join("; ");
  const unseen = written === undefined ? { unseen: `[${text(kind) || "?"}]` } : {};
  return { ...message(from, to, text(written), when), channel, id, beside, ...unseen };
}

function ofVonage(event: Fields): WebhookItem[] | undefined {
  const { msisdn, to } = event;
  if (text(msisdn) === "") return undefined;
  const at = text(event["message-timestamp"]).replace("+", " ");
  // UTC, without saying so.
  const when = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(at) ? `${at.replace(" ", "T")}Z` : at;
  const id = text(event.messageId);
  if (typeof event.text === "string") return [{ ...message(text(msisdn), text(to), event.text, when), id }];
  if ("err-code" in event || "status" in event)
    return text(event["err-code"]) === VONAGE_OPTED_OUT ? [optedOut(text(msisdn), text(to), when)] : ["no-message"];
  return "type" in event
    ? [{ ...message(text(msisdn), text(to), "", when), id, unseen: `[${text(event.type)}]` }]
    : undefined;
}

/** Vonage's Messages API: text messages and messengers. */
function ofVonageMessages(event: Fields): WebhookItem[] | undefined {
  const { message_uuid: id, message_type: type, channel, from, to, timestamp, ...sent } = event;
  if (text(id) === "" || text(channel) === "") return undefined;
  if (text(type) === "") return "status" in event ? ["no-message"] : undefined;
  if (text(from) === "") return ["unknown"];
  const medium = channel === "sms" || channel === "mms" ? "" : text(channel);
  const when = text(timestamp);
  const item = ofParts(
    { ...sent, message_type: type },
    { from: text(from), to: text(to), when, id: text(id), channel: medium },
  );
  return [item];
}

function ofTelnyx(event: Fields): WebhookItem[] | undefined {
  const { event_type: type, payload, occurred_at: when } = fieldsOf(event.data);
  if (typeof type !== "string" || !isFields(payload)) return undefined;
  const to = text(listOf(payload.to)[0]?.phone_number);
  const from = text(fieldsOf(payload.from).phone_number);
  if (type !== "message.received" || payload.direction === "outbound")
    return hasError(payload, TELNYX_OPTED_OUT) && to !== "" ? [optedOut(to, from, text(when))] : ["no-message"];
  if (from === "" || typeof payload.text !== "string") return ["unknown"];
  return [{ ...message(from, to, payload.text, text(when), listOf(payload.media).length > 0), id: text(payload.id) }];
}

function ofWhatsapp(event: Fields): WebhookItem[] | undefined {
  if (!Array.isArray(event.entry)) return undefined;
  const changes = listOf(event.entry).flatMap((entry) => listOf(entry.changes));
  if (changes.length === 0) return undefined;
  return changes.flatMap(({ value }): WebhookItem[] => {
    const { metadata, statuses, user_preferences: preferences } = fieldsOf(value);
    const to = text(fieldsOf(metadata).display_phone_number);
    const items = [
      ...whatsappMessages(value).map((one) => ofWhatsappMessage(one, to)),
      ...listOf(preferences).map((one) => ofPreference(one, to)),
      ...listOf(statuses).flatMap((one) => ofStatus(one, to)),
    ];
    return items.length === 0 ? ["no-message"] : items;
  });
}

/** Messages at any depth: those of before stand in threads of a history. */
function whatsappMessages(value: unknown): Fields[] {
  if (Array.isArray(value)) return value.flatMap(whatsappMessages);
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "messages" ? listOf(inner) : whatsappMessages(inner),
  );
}

/** Messages in which nobody writes anything to us, or anything that a person could judge. */
const WORDLESS: ReadonlySet<string> = new Set(["reaction", "order", "system", "request_welcome"]);

function ofWhatsappMessage(one: Fields, to: string): WebhookItem {
  const { from, type, timestamp, button, interactive } = one;
  const { button_reply: pressed, list_reply: chosen } = fieldsOf(interactive);
  const media = fieldsOf(one[text(type)]);
  const written = [
    fieldsOf(one.text).body,
    fieldsOf(button).text,
    fieldsOf(pressed).title,
    fieldsOf(chosen).title,
    media.caption,
    // What is written beside an order.
    media.text,
    // A reaction may forbid, and replies/ knows which.
    media.emoji,
  ].find((it) => typeof it === "string" && it.trim() !== "");
  if (text(from) === "") return "unknown";
  // A history holds both sides.
  if (digitsOf(from) !== "" && digitsOf(from) === digitsOf(to)) return "no-message";
  const words = wordsIn(one).filter((it) => it !== written);
  // `changed from 503… to 503…` is no range of numbers.
  const beside = (type === "system" ? words.flatMap((it) => it.match(/\d{5,}/g) ?? []) : words).join("; ");
  const isWordless = written === undefined && WORDLESS.has(text(type));
  if (isWordless && readNamed(beside).length === 0) return "no-message";
  const said = message(text(from), withPlus(to), text(written), text(timestamp));
  const unseen = written === undefined && !isWordless ? { unseen: `[${text(type) || "?"}]` } : {};
  return { ...said, channel: "whatsapp", id: text(one.id), beside, ...unseen };
}

/** Fields of a message in which nobody writes anything: who sent it, what it answers, and the names of things. */
const WORDLESS_FIELD = /^(?:from|to|timestamp|type|context|sha256|mime_type|url|emoji|(?!(?:\w*_)?wa_id$)\w+_id)$/;

/** Every text in a message, at any depth. */
function wordsIn(value: unknown, name = ""): string[] {
  if (WORDLESS_FIELD.test(name)) return [];
  if (typeof value === "string") return [name === "id" ? wordsOfId(value) : value].filter((it) => it.trim() !== "");
  if (Array.isArray(value)) return value.flatMap((one: unknown) => wordsIn(one));
  return isFields(value) ? Object.entries(value).flatMap(([field, one]) => wordsIn(one, field)) : [];
}

/** The id of a button or a row is ours to choose, and says what it stands for: `BAJA_SI`. Digits in it are no phone. */
function wordsOfId(id: string): string {
  const isMade = /^wamid\b|^[\da-f]{8}(?:-[\da-f]{4}){3}-/i.test(id);
  const words = id.replace(/\d{4,}/g, "");
  return isMade || !/\p{L}/u.test(words) ? "" : words;
}

const PREFERENCES: ReadonlyMap<string, string> = new Map([
  ["stop", "STOP"],
  ["resume", "START"],
]);

/** Somebody told WhatsApp itself to stop our marketing, or to let it through again. */
function ofPreference({ wa_id: from, value, timestamp }: Fields, to: string): WebhookItem {
  const done = PREFERENCES.get(text(value));
  if (text(from) === "" || done === undefined) return "unknown";
  return { ...message(text(from), withPlus(to), "", text(timestamp)), channel: "whatsapp", done };
}

/** A receipt of a message that we sent: of anything but an opt-out it says nothing. */
function ofStatus(status: Fields, to: string): WebhookItem[] {
  const person = text(status.recipient_id);
  if (person === "" || !hasError(status, WHATSAPP_OPTED_OUT)) return [];
  return [{ ...optedOut(person, withPlus(to), text(status.timestamp)), channel: "whatsapp" }];
}

function hasError({ errors }: Fields, code: string): boolean {
  return listOf(errors).some((error) => text(error.code) === code);
}

/** What a receipt says of whom our message did not reach, because they had opted out. */
function optedOut(person: string, to: string, when = ""): Inbound {
  return { ...message(person, to, "", when), done: "STOP" };
}

function message(from: string, to: string, said: string, when: string, hasMedia = false): Inbound {
  const unseen = hasMedia && said.trim() === "" ? { unseen: "[media]" } : {};
  return { from: withPlus(from), to, text: said, done: "", channel: "", when, id: "", beside: "", ...unseen };
}

function digitsOf(number: unknown): string {
  return text(number).replace(/\D/g, "");
}

/** Providers leave out the plus of an international number. */
function withPlus(number: string): string {
  return /^[1-9]\d{9,14}$/.test(number) ? `+${number}` : number;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}
