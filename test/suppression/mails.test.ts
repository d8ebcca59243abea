// Mails as suppression lists: what their parts encode counts as if it stood there plainly, and what is attached and can't be read
// as lines stops the run.

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const OPTED_OUT = "70123456";
const FREE = "79990001";

async function scrub(mail: string | Uint8Array, numbers: readonly string[] = [OPTED_OUT, FREE], args: string[] = []) {
  const list = `telefono\n${numbers.map((number) => `${number}\n`).join("")}`;
  const outcome = await new ScrubFolder().scrub({ lists: [list], suppress: [mail], args });
  return { ...outcome, clean: outcome.clean.toString().match(/(?<=\+503)\d+/g) ?? [] };
}

const base64 = (content: string | Uint8Array, width = 76) =>
  Buffer.from(content)
    .toString("base64")
    .replace(new RegExp(`.{${width}}(?!$)`, "g"), "$&\n");

interface Part {
  /** The lines of its header. */
  header: string;
  body: string;
}

/** A mail of one part in plain text and others. */
function mailOf(...parts: readonly Part[]): string {
  const plain = { header: "Content-Type: text/plain", body: "hola 7123-4567" };
  const all = [plain, ...parts].map(({ header, body }) => `--borde\n${header}\n\n${body}\n`);
  return `From: ana@example.com\nSubject: baja\nMIME-Version: 1.0\nContent-Type: multipart/mixed;\n boundary="borde"\n\n${all.join("")}--borde--\n`;
}

const encoded = (type: string, content: string | Uint8Array): Part => ({
  header: `Content-Type: ${type}\nContent-Transfer-Encoding: base64`,
  body: base64(content),
});

const ASKED = "Por favor no llamen al 7012-3456";
const LONG = `${"Buenas tardes: les escribo otra vez. ".repeat(5)}${ASKED}. ${"Muchas gracias por todo. ".repeat(5)}`;

describe("a part in base64 is decoded", () => {
  test.each([
    "Content-Transfer-Encoding:\n base64",
    "Content-Transfer-Encoding:\n\tbase64",
    "Content-Transfer-Encoding: base64 (mime)",
    "Content-Transfer-Encoding: (x) base64",
    "Content-Transfer-Encoding: base64;",
    'Content-Transfer-Encoding: "BASE64"',
    "Content-Transfer-Encoding : base64",
    "content-transfer-encoding:base64",
    "Content-Transfer-Encoding: base64\nContent-Disposition: inline;\n filename*0=nota;\n filename*1=.txt",
  ])("however its header says so: %j", async (header) => {
    for (const end of ["\n", "\r\n"])
      for (const body of [ASKED, LONG]) {
        const mail = mailOf({ header: `Content-Type: text/plain\n${header}`, body: base64(body) });
        const { clean, stderr, code } = await scrub(mail.replaceAll("\n", end), [OPTED_OUT, "71234567", FREE]);
        expect(code, stderr).toBe(0);
        expect(clean).toEqual([FREE]);
      }
  });

  test.each([1, 3, 10, 77, 100_000])("with lines of %i characters", async (width) => {
    for (const text of [ASKED, LONG]) {
      const body = base64(text, width);
      const { clean, stderr, code } = await scrub(mailOf({ ...encoded("text/plain", ""), body }));
      expect(code, stderr).toBe(0);
      expect(clean).toEqual([FREE]);
    }
  });

  test.each([
    ["the end of a number", `${ASKED} y al que termina en 99`, ["70123499"]],
    ["a wildcard", "Quiten el 6033-0101 y los 7012-34** de la oficina", ["70123456"]],
    ["a range", "No llamen del 7012-3400 al 7012-3499", ["70123456"]],
    ["words", "siete cero doce treinta y cuatro cincuenta y seis", ["70123456"]],
    [
      "a number that its lines part",
      `${"Ya no quiero más llamadas de ustedes. ".repeat(6)}Es el 7012-\n3456`,
      ["70123456"],
    ],
    ["quotes", 'el "7012-3456 de casa', ["70123456"]],
  ])("and all that lines of texts may say counts in it: %s", async (_, said, barred) => {
    const { clean, stderr, code } = await scrub(mailOf(encoded("text/plain; charset=utf-8", said)), [...barred, FREE]);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual([FREE]);
  });

  test("in UTF-16, in Windows-1252, and of a type that says nothing", async () => {
    const wide = Buffer.from(ASKED, "utf16le");
    for (const part of [
      encoded("text/plain; charset=utf-16le", wide),
      encoded("text/plain", Buffer.concat([Buffer.from([0xff, 0xfe]), wide])),
      encoded("text/plain; charset=utf-16", Buffer.from(wide).swap16()),
      encoded("text/plain; charset=iso-8859-1", Buffer.from(`Sí. ${ASKED}`, "latin1")),
      encoded("application/octet-stream; name=lista.csv", `telefono\n7012-3456\n`),
      encoded("text/html", `<html><body><p>${ASKED}</p></body></html>`),
      encoded("message/rfc822", mailOf(encoded("text/plain", ASKED))),
      encoded("message/rfc822", `Subject: x\n\n${ASKED}`),
    ]) {
      const { clean, stderr, code } = await scrub(mailOf(part));
      expect(code, stderr).toBe(0);
      expect(clean, part.header).toEqual([FREE]);
    }
  });

  test("in a mail that is only this part, quoted by another one, and in a mailbox", async () => {
    const { header, body } = encoded("text/plain", LONG);
    const quoted = `${header}\n\n${body}`.replace(/^/gm, "> ");
    for (const mail of [
      `${header}\n\n${body}`,
      `From: ana@example.com\n${header}\n\n${body}\n`,
      `DKIM-Signature: v=1;\n a=rsa-sha256\n${header}\n\n${body}\n`,
      `Reenvío lo que escribió una clienta, para que la quiten de la lista:\n\n${quoted}\n`,
      `From ana@example.com Sat Nov 28 10:15:00 2026\n${header}\n\n${body}\n\nFrom eva@example.com Sat Nov 28 10:16:00 2026\nSubject: otro\n\nNo me llamen al 7123-4567\n`,
    ]) {
      const { clean, stderr, code } = await scrub(mail);
      expect(code, stderr).toBe(0);
      expect(clean).toEqual([FREE]);
    }
  });

  test("and words in plain text below it count, too", async () => {
    const { header } = encoded("text/plain", "");
    const { clean, stderr, code } = await scrub(
      mailOf({ header, body: `${base64("Buenas tardes")}\n\nPara quejas, y para la baja: 7012-3456 o escriba` }),
    );
    expect(code, stderr).toBe(0);
    expect(clean).toEqual([FREE]);
  });

  test("but not where it is damaged: then the mail is refused, and says the line", async () => {
    const [first, second, ...others] = base64(LONG).split("\n") as [string, string];
    for (const wrong of [
      `${second.slice(0, 20)}*${second.slice(21)}`,
      `${second.slice(0, 20)}@${second.slice(21)}`,
      `${second.slice(0, 20)} -${second.slice(21)}`,
    ]) {
      const body = [first, wrong, ...others].join("\n");
      const { code, stderr } = await scrub(mailOf({ ...encoded("text/plain", ""), body }));
      expect(code, stderr).toBe(4);
      expect(stderr).toContain("line 16: a part of the mail (text/plain) is damaged");
    }
    const cut = [first, second.slice(1), ...others].join("\n");
    const { code, stderr } = await scrub(mailOf({ ...encoded("text/plain", ""), body: cut }));
    expect(code, stderr).toBe(4);
  });
});

describe("a part in quoted-printable is decoded", () => {
  const header = "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable";
  test.each([
    "=37=30=31=32=33=34=35=36",
    "7012=2D3456",
    "7012=2=\nD3456",
    "7012=\n-3=\n456",
    "7012=20=\n3456",
    "tel=70123456",
    "tel=7012-3456",
    "siete cero doce trein=\nta y cuatro cincuenta y seis",
  ])("%j", async (said) => {
    for (const end of ["\n", "\r\n"]) {
      const mail = mailOf({ header, body: `No llamen:\n-- \n${said}\ngracias` }).replaceAll("\n", end);
      const { clean, stderr, code } = await scrub(mail);
      expect(code, stderr).toBe(0);
      expect(clean).toEqual([FREE]);
    }
  });
});

describe("an attachment that is no text", () => {
  const XLSX = Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(200, 7)]);
  const PDF = Buffer.from("%PDF-1.4\n(7012-3456) Tj\n");
  const noise = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 73) & 0xff));

  test.each([
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name=bajas.xlsx", XLSX],
    ["application/gzip; name=bajas.csv.gz", gzipSync("telefono\n70123456\n")],
    ["application/zip", XLSX],
    ["application/pdf", PDF],
    ["application/octet-stream", noise],
    ["application/pkcs7-mime; smime-type=enveloped-data", noise],
    ["image/png; name=bajas.png", XLSX],
    ["audio/amr", noise],
    ["text/plain", noise],
  ])("refuses the mail, by its type: %s", async (type, content) => {
    for (const [how, body] of [
      ["base64", base64(content)],
      ["quoted-printable", content.toString("latin1").replace(/[^ -<>-~]/g, (c) => `=${hex(c)}`)],
    ] as const) {
      const { header } = { header: `Content-Type: ${type}\nContent-Transfer-Encoding: ${how}` };
      const { code, stderr } = await scrub(mailOf({ header, body }));
      expect(code, stderr).toBe(4);
      expect(stderr).toContain(`an attachment of the mail (${type.replace(/;.*/, "")}) is not text`);
      expect(stderr).not.toContain("bajas.csv.gz");
    }
  });

  const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");

  test.each([
    "begin 644 bajas.xls\nM5&5L969O;F\\*-S$R,S0U-C<*-S$R,S0U-C@*-S$R,S0U-CD*-S$R,S0U-S`*\n`\nend",
    "begin-base64 644 bajas.xls\nVGVsZWZvbm8KNzAxMjM0NTYK\n====",
    "-----BEGIN PGP MESSAGE-----\n\nhQEMA7012345670123456\n-----END PGP MESSAGE-----",
    "=ybegin line=128 size=20 name=bajas.zip\nabc",
    "%PDF-1.4\n(7012-3456) Tj",
  ])("refuses the mail also where it stands between its lines: %j", async (body) => {
    const { code, stderr } = await scrub(mailOf({ header: "Content-Type: text/plain", body }));
    expect(code, stderr).toBe(4);
    expect(stderr).toContain("is not text");
  });

  test("is said in Spanish, too", async () => {
    const { stderr } = await scrub(mailOf(encoded("application/pdf", PDF)), [FREE], ["--lang", "es"]);
    expect(stderr).toContain("un adjunto del correo (application/pdf) no es texto");
  });

  test("is named by a type of the usual form alone", async () => {
    const { stderr } = await scrub(mailOf(encoded("application/70123456", noise)));
    expect(stderr).not.toContain("70123456");
  });

  test.each([
    "image/png; name=logo.png",
    "image/svg+xml",
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
  ])("is left out where it is no list: %s", async (type) => {
    const content = type.startsWith("image/svg") ? '<svg><path d="70123456"/></svg>' : noise;
    // Of its base64 a line is a number by itself.
    const { clean, stderr, code } = await scrub(mailOf(encoded(type, content)), [OPTED_OUT, "71234567", FREE]);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual([OPTED_OUT, FREE]);
    expect(stderr).toContain("read as text: 1 number");
    expect(stderr).not.toContain("warning");
  });

  test("is left out where it is a signature in text", async () => {
    const armour = "-----BEGIN PGP SIGNATURE-----\n\niQEz/70123456/BCAAdFiEE\n-----END PGP SIGNATURE-----\n";
    const { clean, code } = await scrub(mailOf(encoded("application/pgp-signature", armour)));
    expect([code, clean]).toEqual([0, [OPTED_OUT, FREE]]);
  });

  test.each(["desde,hasta\n71234500,71234599\n", `telefono;hash\n;${"0f".repeat(32)}\n`])(
    "is refused also where its columns say more than its lines: %j",
    async (table) => {
      for (const part of [
        encoded("text/csv", table),
        encoded("application/octet-stream; name=a.csv", table),
        { header: "Content-Type: text/csv", body: table },
        { header: "Content-Type: text/csv\nContent-Transfer-Encoding: quoted-printable", body: table },
      ]) {
        const { code, stderr } = await scrub(mailOf(part));
        expect(code, stderr).toBe(4);
        expect(stderr).toContain("is a table of ranges or hashes");
      }
    },
  );
});

test("lines are those of the file", async () => {
  const said = `Buenas tardes\n${"No me llamen nunca más, por favor. ".repeat(4)}\n70123\n\nQuiten el 6033-0101 y 7255-31\n`;
  const mail = `${mailOf(encoded("text/plain", said))}Otra: 6033-0102 y 7255-31\n`;
  const { stderr } = await scrub(mail);
  const lines = mail.split("\n");
  const at = (text: string) => 1 + lines.findIndex((line) => line.includes(text));
  const first = at(base64(said).split("\n")[0]!);
  const lineOf = (text: string) => first + Math.floor((said.indexOf(text) * 4) / 3 / 76);
  expect(stderr).toContain(`line ${lineOf("70123")}: this entry can't be read`);
  expect(stderr).toMatch(new RegExp(`lines ${lineOf("Quiten")}(?:,| and) ${at("Otra:")}`));
});

test("a mail is known by the header of a part, too, whatever its body would be without it", async () => {
  const { code, stderr } = await scrub(
    "From: ana@example.com\nContent-Type: text/csv\n\ndesde,cantidad\n70123400,100\n",
  );
  expect(code).toBe(4);
  expect(stderr).toContain("is a table of ranges or hashes");
});

test("digits of borders are no entries", async () => {
  const mail = mailOf(encoded("text/plain", ASKED)).replaceAll("borde", "=_Part_79990001_1279990002501==");
  const { clean, stderr, code } = await scrub(mail);
  expect(code, stderr).toBe(0);
  expect(clean).toEqual([FREE]);
  expect(stderr).not.toContain("warning");
});

test("the same mail is read the same byte by byte, packed and with a byte order mark", async () => {
  const mail = mailOf(encoded("text/plain", LONG), encoded("image/png", Buffer.from([0, 1, 2])));
  for (const content of [
    gzipSync(mail),
    `\ufeff${mail}`,
    Buffer.from(`\ufeff${mail}`, "utf16le"),
    mail.replaceAll("\n", "\r"),
  ]) {
    const { clean, stderr, code } = await scrub(content, [OPTED_OUT, "71234567", FREE]);
    expect(code, stderr).toBe(0);
    expect(clean).toEqual([FREE]);
  }
});
