// Messages without words in the exports of providers: a voice note may ask for an end, so a person hears it.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

test.each([
  ["NumMedia", "1"],
  ["MediaUrl0", "https://example.com/1"],
  ["MediaContentType0", "audio/ogg"],
  ["Num Media", "2"],
  ["MessageType", "audio"],
  ["type", "voice"],
  ["tipo de mensaje", "Imagen"],
  ["adjuntos", "nota.ogg"],
])("a message without words goes to a person where %s is %s", async (name, cell) => {
  const dir = new Workdir();
  dir.write(
    "replies.csv",
    `From,To,Body,${name},DateSent\n+50370000001,+50322220000,,${cell},2026-11-01 10:00\n+50370000002,+50322220000,,,2026-11-01 10:00\n`,
  );
  const args = ["registry", "import", "replies.csv", "--kind", "sms", "--registry", "r.csv", "--review", "review.csv"];
  (await dir.run(args)).mustExit(0);
  const [, ...rows] = dir.read("review.csv").toString().trim().split("\n");
  expect(rows.map((row) => row.split(",")[1])).toEqual(["+50370000001"]);
});
