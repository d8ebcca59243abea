// Opt-outs in texts whose number is in words, as people dictate it and as notaries write it: whatever the words could mean is barred,
// and words that give no number are named.

import { describe, expect, test } from "vitest";
import { readWords, restOfLine } from "../../src/suppression/free-text.js";
import { ScrubFolder } from "../support/in-process.js";
import { Workdir } from "../support/workdir.js";

const STAMP = "12/3/2026, 14:05 - Ana: ";
const OTHERS = `${STAMP}quiten el 7000-2222\n12/3/2026, 14:06 - Beto: gracias por todo\n`;
const STRANGERS = ["22990003", "79990001"];
const UNREADABLE = "this entry can't be read and blocks nobody";

async function scrub(text: string, numbers: readonly string[], args: readonly string[] = []) {
  const list = `telefono\n${[...numbers, ...STRANGERS].map((number) => `${number}\n`).join("")}`;
  const { clean, stderr, code } = await new ScrubFolder().scrub({ lists: [list], suppress: [text], args });
  expect(code, stderr).toBe(0);
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g), stderr };
}

describe("a number in words is barred, and its line is read", () => {
  test.each([
    ["siete dos uno uno cuarenta y cuatro diez", "72114410"],
    ["mi número es siete dos uno uno, cuarenta y cuatro diez, gracias", "72114410"],
    ["SETENTA Y DOS ONCE, CUARENTA Y CUATRO DIEZ", "72114410"],
    ["siete mil quinientos cuarenta y dos - tres mil trescientos once", "75423311"],
    ["siete mil quinientos cuarenta y dos guion tres mil trescientos once (7542-3311)", "75423311"],
    ["siete mil dos, mil cien", "70021100"],
    ["veintidós cuarenta y cuatro mil doscientos", "22441200"],
    ["setecientos veintiuno ciento cuarenta y cuatro diez", "72114410"],
    ["seven nine three three, eleven twenty eight", "79331128"],
    ["seven oh one two double three four five", "70123345"],
    ["seven nine o three five five one eight", "79035518"],
    ["seventy-five forty-two thirty-three eleven", "75423311"],
    ["seven thousand five hundred and forty two, three thousand three hundred eleven", "75423311"],
    ["siete-siete-cero-uno 2298", "77012298"],
    ["dos dos cuatro cero 4 4 7 1", "22404471"],
    ["siete nueve tres cero 55 1 8", "79305518"],
    ["setenta y nueve treinta 5581", "79305581"],
    ["7542 tres mil trescientos once", "75423311"],
    ["siete doble dos uno doble cuatro uno cero", "72214410"],
    ["siete triple siete veinticinco diez", "77772510"],
    ["setenta dos cuatro ceros diez", "72000010"],
    ["siete dos uno uno dos ceros diez", "72110010"],
    ["siete dos beinte sinco quarenta y quatro dies", "72254410"],
    ["setentaidos veinticinco treintaicinco diesiséis", "72253516"],
    ["veinte y dos cuarenta y cinco treinta y siete diez y nueve", "22453719"],
    ["veintid=C3=B3s cuarenta y cinco treinta y siete diecinueve", "22453719"],
    ["setenta dos once cuarenta cuatro diez", "72114410"],
    ["+503 siete dos uno uno cuarenta y cuatro diez", "72114410"],
    ["cinco cero tres siete dos uno uno cuarenta y cuatro diez", "72114410"],
    ["2. siete dos uno uno cuatro cuatro uno cero", "72114410"],
    ["<b>siete dos uno uno</b> cuarenta y cuatro diez", "72114410"],
    ["DUI siete dos uno uno cuatro cuatro uno cero guion siete", "72114410"],
    ["siete. ciento setenta nueve. cero tres. cuarenta y dos", "71790342"],
    ["siete ciento setenta y nueve cero tres cuarenta y dos", "71790342"],
    ["sesenta y tres. cero seis. mil novecientos veinticinco", "63061925"],
    ["siete dos uno uno cuarenta y\ncuatro diez, por favor", "72114410"],
    ["> siete dos uno uno cuatro cuatro uno\n> cero", "72114410"],
    ["siete uno ventitrés cuarenta y cinco sesenta y siete", "71234567"],
    ["siete uno veintitrés cuarenticinco sesentisiete", "71234567"],
    ["siete uno trentidós cuarenta i cinco sesenta i siete", "71324567"],
    ["sieteunodostrescuatrocincoseissiete", "71234567"],
    ["setentayuno veintitrescuarentaycinco sesenta ysiete", "71234567"],
    ["sevenonetwothreefourfivesixseven", "71234567"],
    ["kuatro no, siete uno dos tres kuatro sinko seis ciete", "71234567"],
    ["setenta y un millones doscientos treinta y cuatro mil quinientos sesenta y siete", "71234567"],
    ["siete uno veintitrés cuarenta y cinco, cesenta y ciete", "71234567"],
  ])("%s", async (said, number) => {
    const { clean, stderr } = await scrub(`${STAMP}${said}\n${OTHERS}`, [number]);
    expect(clean).toEqual(STRANGERS);
    expect(stderr).toContain("read as text: 2 numbers in ");
    expect(stderr).not.toContain("can't be read");
  });

  test("each of two, also beside one in digits", async () => {
    const said =
      "7111-2222, siete dos uno uno cuatro cuatro uno cero y siete mil quinientos cuarenta y dos tres mil once";
    const { clean } = await scrub(`${STAMP}${said}\n${OTHERS}`, ["71112222", "72114410", "75423011"]);
    expect(clean).toEqual(STRANGERS);
  });

  test("each of two lines, the second of which is misspelled", async () => {
    const said =
      "mi otro es siete cero doce treinta y cuatro cincuenta y seis\ny siete uno ventitrés cuarenta y cinco sesenta y siete no llamen";
    expect((await scrub(`${STAMP}${said}\n${OTHERS}`, ["70123456", "71234567"])).clean).toEqual(STRANGERS);
  });

  test("in a text that has nothing else", async () => {
    const { clean } = await scrub(
      "siete dos uno uno cuarenta y cuatro diez\nsetenta y cinco cuarenta y dos treinta y tres once\n",
      ["72114410", "75423311"],
    );
    expect(clean).toEqual(STRANGERS);
  });
});

describe("words that make as many digits as a number and give none are named", () => {
  test.each([
    "uno dos tres cuatro cinco seis siete ocho",
    "nueve dos uno uno cuarenta y cuatro diez",
    "siete dos uno uno cuarenta y cuatro uno",
    "uno nueve tres cero 55 1 8",
    "one nine three three, eleven twenty eight",
  ])("%s", async (said) => {
    const { clean, stderr } = await scrub(`${STAMP}${said}\n${OTHERS}`, ["72114410"]);
    expect(clean).toEqual(["72114410", ...STRANGERS]);
    expect(stderr).toContain(`line 1: ${UNREADABLE}`);
  });
});

describe("other words of numbers are no number and no entry", () => {
  test.each([
    "uno de los dos",
    "a las siete, o a las ocho y media",
    "mil gracias, y cien dólares",
    "el doce de marzo de dos mil veintiséis, a las ocho horas treinta minutos",
    "nacido en mil novecientos ochenta y cinco, de cuarenta y un años",
    "once mil quinientos cuarenta y dos dólares con veinte centavos",
    "setenta cinco mil doscientos treinta dos dólares",
    "$ siete mil quinientos",
    "setenta y un millones doscientos treinta y cuatro mil quinientos sesenta y siete dólares",
    "US$ setenta y un millones doscientos treinta y cuatro mil quinientos sesenta y siete",
    "calle quince oriente, casa cuarenta y dos, dos mil libras",
    "lo siento, siete dos uno uno",
    "Documento Único de Identidad número cero uno dos tres cuatro cinco seis siete guion ocho",
  ])("%s", (said) => {
    expect([readWords(said), restOfLine(said, [], true)?.reading.reason]).toEqual([[], "empty"]);
  });
});

test("a number of our own is left out in words, too, and named nowhere", async () => {
  const text = `${STAMP}el PBX es veintidós cero cero once cero cero\n${OTHERS}`;
  expect((await scrub(text, ["22001100"])).clean).toEqual(STRANGERS);
  const { clean, stderr } = await scrub(text, ["22001100"], ["--own", "2200-1100"]);
  expect(clean).toEqual(["22001100", ...STRANGERS]);
  expect(stderr).not.toContain(UNREADABLE);
});

test("words are numbers in lists of opt-outs alone, not in phone lists", async () => {
  const { clean, stderr } = await scrub(`${STAMP}baja 7211-4410\n`, ["siete dos uno uno cuarenta y cuatro diez"]);
  expect(clean).toEqual(STRANGERS);
  expect(stderr).toContain("1 not a number");
});

test("inspect shows the number of such a line, masked", async () => {
  const dir = new Workdir();
  dir.write("chat.txt", `${STAMP}siete dos uno uno cuarenta y cuatro diez\n${OTHERS}`);
  const { stdout } = await dir.run(["inspect", "chat.txt"]);
  expect(stdout.toString()).toContain("72••••10");
});
