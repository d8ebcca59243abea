import { describe, expect, test } from "vitest";
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

  test("even if it does not exist: whoever opens it says so", () => {
    expect(names(folder(), "@missing.csv")).toEqual(["missing.csv"]);
  });
});
