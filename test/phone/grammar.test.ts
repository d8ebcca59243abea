// The grammar of src/phone/README.md: what may be left over beside a number, and where a cell can be read in several ways.

import { describe, expect, test } from "vitest";
import { readCell } from "../../src/phone/read.js";

const certain = (cell: string) => readCell(cell).numbers.map(({ e164 }) => e164);
const all = (cell: string) => [...certain(cell), ...readCell(cell).doubtful];

describe("beside a certain number may stand", () => {
  test.each([
    ["1) 7130-1111", "a number of a list"],
    ["7130-1111 2pm", "an hour"],
    ["+503 7130-1111 25 años", "an age"],
    ["7130-1111 10:30", "a time"],
    ["Casa 7 7130-1111", "a label's number"],
    ["7130-1111 (2)", "a count"],
    ["7130-1111 2025", "a year"],
    ["7130-1111 $1,234.50", "an amount"],
    ["7130-1111 12/05/2024", "a date"],
    ["911 / 7130-1111", "a short code"],
    ["10:30 7130-1111", "a time before it"],
    ["ext 5, 7130-1111", "an extension before it"],
    ["7130-1111 40%", "a share"],
  ])("%s: %s", (cell) => expect(certain(cell)).toEqual(["+50371301111"]));

  test("a second number with its own", () =>
    expect(certain("1) +503 7130-4444 2) +503 7130-5555")).toEqual(["+50371304444", "+50371305555"]));
});

describe("a number of which the cell could be made in another way is looked up", () => {
  const inList = ["/", ",", ":", ";", "|", "&", "°", " y "].map((mark) => `503 6208${mark}7731 2025`);
  test.each([...inList, "62/08/7731 2025", "6,208,7731 2024"])("%s: 6208-7731, and no other is certain", (cell) => {
    expect(all(cell)).toContain("+50362087731");
    expect(certain(cell).filter((e164) => e164 !== "+50362087731")).toEqual([]);
  });

  test.each([
    "2222-1111 / #7012,3456",
    "2222-1111 ext 2 / 7012,3456",
    "503+7012+3456",
    "7012#3456",
    "7012x3456 / 2222-1111",
    "2222-1111 / 07012;3456",
    "0050307012 3456 / 2222-1111",
    "7012 <b>3456</b>",
    "7012_x000D_3456",
    "7110-6479 / 7012 guion 3456",
  ])("%s: 7012-3456", (cell) => expect(all(cell)).toContain("+50370123456"));

  test.each([
    "Tel 2 (503) 7152 6197 5012",
    "24/7 6541 6698 5012",
    "cel2 5037313 7132 1234",
    "lote 23 7384 26 71 12",
    "76 01 72 64 123456",
    "x 729 73 486 100%",
    "24/7 12345",
    "62 62/12/05/2024",
    "502/55123456",
    "tarjeta 5412 7534 7012 3456",
    "Tel. 2 7012 34 56 123456",
  ])("%s: none is certain", (cell) => expect(certain(cell)).toEqual([]));

  test.each([
    ["7110 guion 6479 / 7270 guion 4249", ["+50371106479", "+50372704249"]],
    ["NIC 22345678 tel 7012-3457", ["+50370123457"]],
  ])("%s: no other", (cell, numbers) => expect(certain(cell)).toEqual(numbers));

  test.each([
    ["2- 504 2234-5678", "+50422345678"],
    ["1.- 504 2234-5678", "+50422345678"],
    ["1) 504 2234-5678", "+50422345678"],
    ["2025 - 504 2234-5678", "+50422345678"],
    ["Tel. 2: 506 7012 3456", "+50670123456"],
    ["casa 5, 506 7012 3456", "+50670123456"],
    ["24/7, 506 7012 3456", "+50670123456"],
    ["#2: 506 7012 3456", "+50670123456"],
    ["2. 506 7012-3456", "+50670123456"],
    ["2. (507) 6612-3456", "+50766123456"],
    ["2- 504, 2234-5678", "+50422345678"],
    ["2. 50422345678, 7130-1111", "+50422345678"],
    ["2. 50422345678 7130-1111", "+50422345678"],
    ["2. 5042234-5678", "+50422345678"],
    ["12 - 505 7712 3456", "+50577123456"],
    ["1. 591 70123456", "+59170123456"],
    ["1. 502 5512 3456, 7130-1111", "+50255123456"],
    ["1. 506 2212 3452\n2. 7130-1111", "+50622123452"],
    ["1. 7130-1111\n2. 506 7012 3450", "+50670123450"],
    ["1- 7130-1111\n2- 507 6612-3451", "+50766123451"],
    ["7130-1111 45 7012-3456", "+4570123456"],
    ["7012 504 2234-5678", "+50422345678"],
    ["1. 44 (0)20 7946 0958", "+442079460958"],
    ["Ana 55 11 61234567", "+551161234567"],
    ["55 11 61234567", "+551161234567"],
    ["54 9 11 2345-6789", "+5491123456789"],
    ["54 11 2345-6789 7130-1111", "+541123456789"],
    ["53 52123456 7130-1111", "+5352123456"],
    ["56 9 6123 4567 7130-1111", "+56961234567"],
  ])("%s: behind another country's calling code, that country's number %s", (cell, number) => {
    expect(certain(cell).filter((e164) => e164 !== "+50371301111")).toEqual([]);
    expect(all(cell)).toContain(number);
  });

  test.each([
    "1. 7130-1111",
    "24/7 7130-1111",
    "apto 52 7130-1111",
    "Casa 45, 7130-1111",
    "52 años 7130-1111",
    "10:45 7130-1111",
    "12/05/45 7130-1111",
    "1. 503 7130-1111",
  ])("%s: no other country's calling code stands before it", (cell) => {
    expect(certain(cell)).toEqual(["+50371301111"]);
    expect(all(cell)).toEqual(["+50371301111"]);
  });

  test("nor behind the name of a place", () =>
    expect(certain("apto 53 7012-3456 7130-1111")).toEqual(["+50370123456", "+50371301111"]));

  test("a time dials no other country", () => expect(certain("08:00/53-78-61-86 5")).toEqual([]));

  test("a year beside a number is none of its halves", () => {
    expect(certain("503 6208/7731 2025")).toEqual(["+50362087731"]);
    expect(all("503 6208/7731 2025")).toContain("+50377312025");
  });

  test.each([
    "Grado 7 223-4567",
    "6) 223-4567",
    "Apto 5 223-4567",
    "ext 5 2234567",
    "Tel. 6 223-4567",
    "7- 223-4567",
    "7. 223-4567",
    "7. 2234567",
    "7.- 2234567",
    "7 - 2234567",
    "7.-223-4567",
    "7/ 223-4567",
    "7/223-4567",
    "7. 223-4567, 7012-3456",
  ])("%s: seven digits, or eight", (cell) => {
    expect(certain(cell).filter((e164) => e164 !== "+50370123456")).toEqual([]);
    expect(all(cell)).toContain("+50322234567");
  });

  test.each(["7) 012-3456", "7. 0123456"])("%s: behind a list's mark, eight digits are not certain", (cell) => {
    expect(certain(cell)).toEqual([]);
    expect(all(cell)).toContain("+50370123456");
  });

  test.each(["7 223-4567", "7-223-4567", "7.223.4567", "503 7-223-4567"])(
    "%s: where nothing is left over, seven digits are looked up",
    (cell) => {
      expect(certain(cell)).toEqual(["+50372234567"]);
      expect(all(cell)).toContain("+50322234567");
    },
  );

  test.each([
    ["503 6945/7931-7731 4547", "+50369457931", "a dash binds its end to what follows"],
    ["+79826799 503-7900-6396", "+50379826799", "a plus before it, and more behind"],
  ])("%s: %s is looked up, though %s", (cell, number) => expect(all(cell)).toContain(number));

  test("a national number behind a plus", () => expect(all("7177-1134 o +7890,1234")).toContain("+50378901234"));
});

describe("no number is certain where", () => {
  test.each([
    ["7012-3456-7", "a digit may be one more of it"],
    ["70 12 34 56 78", "what is left over is written as the number is"],
    ["00 7012 3456", "zeros before it may dial another country"],
    ["44 (0)20 7946 0958", "it is another country's number without its plus"],
    ["5 503 6030/7304 1999", "a calling code stands inside it"],
    ["62 1999 08", "its groups are a year and small numbers"],
    ["7012-3456-7013-4567", "one dash parts and joins"],
    ["503(71-618 353 03", "the calling code may be another's, and the number begin a group further on"],
    ["37 73 574 257 - 87", "a small number may stand on either side"],
    ["27 654 263 18:25", "its last digits may be a time"],
    ["7 / 1969 - 911", "each of its groups may stand by itself"],
    ["$598*5 - 7177", "it would begin with an amount"],
    ["6 / 00503 - 12", "a calling code stands inside it"],
    ["503 26/10/2023", "it is a date"],
    ["25-10-12 52 años", "its last digits count something"],
    ["12+2019 5555 12", "its plus is a sum's"],
    ["ext. 6696. 2014", "it is an extension and a year"],
  ])("%s: %s", (cell) => expect(certain(cell)).toEqual([]));
});
