// Implements `openRegistry`: options become the command's arguments, and messages are recorded one after the other.

import { addCommand, typedEvent } from "../commands/registry/add.js";
import { importCommand, planOf } from "../commands/registry/import.js";
import { destinationOf, typedNumber } from "../commands/registry/shared.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { answersTo, type MessageAnswer, messageAnswer, type RecordedAnswer } from "../registry/follow.js";
import { refuseMissing } from "../registry/ledger.js";
import { messageReader } from "../registry/read-messages.js";
import { Recorder } from "../registry/record.js";
import type { Understood } from "../registry/understanding.js";
import { allSentencesIn } from "../text/language.js";
import { failing } from "./errors.js";
import { checkGiven, checkText, type Kinds, kindsOf, type MessageBody, messageText } from "./given.js";
import { ADD_KEYS, type AddOptions, IMPORT_KEYS, parsed, type RegistryOptions, refuseStreams } from "./options.js";

export interface Registry {
  /** Records a request made in person or by phone, as of now. Anything but one number is refused. */
  add(number: string, options?: AddOptions): Promise<RecordedAnswer>;
  /**
   * Records what a message asks for: a webhook's body as an object, a form, or JSON in a string or bytes. It is durable once the
   * promise settles. A repeated message is recorded once. A message that can't be read waits in the review, and `error` says why.
   */
  import(message: MessageBody): Promise<MessageAnswer>;
  /** Waits for pending messages and accepts no more. */
  close(): Promise<void>;
}

export async function open(given: RegistryOptions): Promise<Registry> {
  checkGiven("openRegistry", given, registryKinds(), ["path", "review"]);
  const { path, create = false, ...options } = given;
  refuseStreams([path, given.review, given.ack ?? []].flat());
  const asTyped = { ...options, registry: path, kind: "sms", follow: true };
  const typed = await parsed("registry import", importCommand, asTyped, "-");
  const destination = { ...destinationOf(typed, { refuseArgumentFiles() {} }), reviews: given.review };
  if (!create) for (const file of [path, given.review]) refuseMissing(file);
  const recorder = new Recorder(destination);
  await recorder.begin({ create });
  let last: Promise<unknown> = Promise.resolve();
  const record = (message: readonly Understood[], isTyped = false) => {
    const recorded = last.then(() => recorder.record(message, { isTyped }));
    last = recorded.catch(() => {});
    return recorded.then((one) => answersTo(message, one, "webhook", destination)[0]!);
  };
  const sentences = await allSentencesIn("en");
  const read = messageReader({ ...planOf(typed, "sms"), file: "webhook" });
  let isClosed = false;
  let count = 0;
  const refuseClosed = () => {
    if (isClosed) throw new Failure(ExitCode.usage, "registryClosed", [], { file: typed.registry });
  };
  return {
    add: (number, options = {}) =>
      failing(async () => {
        checkText("add", number);
        checkGiven("add", options, addKinds());
        refuseClosed();
        const asked = await parsed("registry add", addCommand, options, `--registry=${typed.registry}`, "--", number);
        const wanted = [typedEvent(typedNumber(number, 1), asked, new Date())];
        const { answers } = await record([{ line: 1, is: "asked", wanted }], true);
        return answers[0]!;
      }),
    import: (message) =>
      failing(async () => {
        const text = messageText(message);
        refuseClosed();
        return messageAnswer(await record(read(text, ++count)), sentences);
      }),
    async close() {
      isClosed = true;
      await last;
    },
  };
}

export function registryKinds(): Kinds {
  const options = kindsOf("registry import", (name) => ["review", "map", ...IMPORT_KEYS].includes(name));
  return { path: ["string"], ...options };
}

export function addKinds(): Kinds {
  return kindsOf("registry add", (name) => ADD_KEYS.some((it) => it === name));
}
