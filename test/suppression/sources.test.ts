import { mkdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ExitCode, ScrubError } from "../../src/errors.js";
import { splitName } from "../../src/files/list-names.js";
import { resolveSources } from "../../src/suppression/sources.js";
import { Workdir } from "../support/workdir.js";

function folder(...files: string[]): Workdir {
  const dir = new Workdir();
  for (const file of files) dir.write(file, "70123456\n");
  return dir;
}

/** Names of the lists, in order, for paths in the folder. */
function names(dir: Workdir, ...typed: string[]): string[] {
  return resolveSources(typed.map((word) => word.replace("@", `${dir.path}/`))).sources.map(({ name }) =>
    name.replace(`${dir.path}/`, "@"),
  );
}

function refusal(dir: Workdir, typed: string): { sentence: string; file: string | undefined } {
  try {
    resolveSources([typed.replace("@", `${dir.path}/`)]);
  } catch (error) {
    if (!(error instanceof ScrubError)) throw error;
    expect(error.exitCode).toBe(ExitCode.suppressionList);
    return { sentence: error.sentence, file: error.place.file?.replace(`${dir.path}/`, "@") };
  }
  throw new Error("not refused");
}

describe("NAME=FILE", () => {
  test("is split at the first =", () => {
    expect(splitName("dnc=/no/such=file")).toEqual({ name: "dnc", value: "/no/such=file" });
    expect(splitName("dnc=-")).toEqual({ name: "dnc", value: "-" });
  });

  test("is a path where it exists as written", () => {
    const dir = folder("dnc=2026.csv");
    expect(splitName(dir.at("dnc=2026.csv"))).toEqual({ name: undefined, value: dir.at("dnc=2026.csv") });
  });

  test("without a name before the = is a path", () => {
    expect(splitName("=dnc.csv")).toEqual({ name: undefined, value: "=dnc.csv" });
    expect(splitName("dnc.csv")).toEqual({ name: undefined, value: "dnc.csv" });
  });
});

describe("a list is named", () => {
  test("by its NAME, else by its file's own name, and stdin by its own", () => {
    expect(names(folder("a.csv", "b.csv"), "one=@a.csv", "@b.csv", "-")).toEqual(["one", "b.csv", "stdin"]);
  });

  test("by its path where two files have one name", () => {
    const dir = folder("x/dnc.csv", "y/dnc.csv", "z.csv");
    expect(names(dir, "@x/dnc.csv", "@y/dnc.csv", "@z.csv")).toEqual(["@x/dnc.csv", "@y/dnc.csv", "z.csv"]);
  });

  test("by its path where two lists were given one name", () => {
    expect(names(folder("a.csv", "b.csv"), "dnc=@a.csv", "dnc=@b.csv")).toEqual(["@a.csv", "@b.csv"]);
  });

  test("once where even the path is the same", () => {
    expect(names(folder("a.csv"), "@a.csv", "@a.csv", "@a.csv")).toEqual(["@a.csv"]);
  });

  test("even if it does not exist: opening it fails later", () => {
    expect(names(folder(), "@missing.csv")).toEqual(["missing.csv"]);
  });
});

describe("a folder", () => {
  test("means each list in it, in the order of the names, packed and in capitals too", () => {
    const dir = folder("bajas/b.TSV", "bajas/a.csv", "bajas/c.txt", "bajas/d.csv.gz", "bajas/e.CSV.GZ");
    const all = ["a.csv", "b.TSV", "c.txt", "d.csv.gz", "e.CSV.GZ"];
    expect(names(dir, "@bajas")).toEqual(all.map((name) => `bajas/${name}`));
    expect(names(dir, "@bajas/")).toEqual(all.map((name) => `bajas/${name}`));
    expect(names(dir, "dnc=@bajas")).toEqual(all.map((name) => `dnc/${name}`));
  });

  test("with other files in it is a warning for each", () => {
    const dir = folder("bajas/a.csv", "bajas/README", "bajas/.hidden");
    const { sources, warnings } = resolveSources([dir.at("bajas")]);
    expect(sources).toHaveLength(1);
    expect(warnings).toEqual([
      { code: "file-ignored", values: [dir.at("bajas/.hidden")] },
      { code: "file-ignored", values: [dir.at("bajas/README")] },
    ]);
  });

  test("means each workbook in it, but not who has one open just now", () => {
    const dir = folder("bajas/a.csv", "bajas/b.xlsx", "bajas/C.XLSM", "bajas/~$b.xlsx");
    expect(names(dir, "@bajas").sort()).toEqual(["bajas/C.XLSM", "bajas/a.csv", "bajas/b.xlsx"]);
    expect(resolveSources([dir.at("bajas")]).warnings).toEqual([
      { code: "file-ignored", values: [dir.at("bajas/~$b.xlsx")] },
    ]);
  });

  test("with a spreadsheet or an archive in it is refused", () => {
    for (const name of ["DNC.XLS", "dnc.xlsb", "dnc.ods", "dnc.numbers"])
      expect(refusal(folder("bajas/a.csv", `bajas/${name}`), "@bajas")).toEqual({
        sentence: "spreadsheet",
        file: `@bajas/${name}`,
      });
    for (const name of ["dnc.zip", "dnc.7z", "dnc.tar", "dnc.TGZ", "dnc.csv.xz"])
      expect(refusal(folder("bajas/a.csv", `bajas/${name}`), "@bajas").sentence).toBe("archive");
  });

  test("with a folder in it is refused, whatever the inner folder is called", () => {
    const dir = folder("bajas/a.csv");
    mkdirSync(dir.at("bajas/old.csv"));
    expect(refusal(dir, "@bajas")).toEqual({ sentence: "folderInFolder", file: "@bajas/old.csv" });
  });

  test("without a list is refused", () => {
    expect(refusal(folder("bajas/README"), "@bajas")).toEqual({ sentence: "emptyFolder", file: "@bajas" });
  });
});
