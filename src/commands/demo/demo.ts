// svscrub demo: creates a folder of sample files and prints the first commands to type there.

import path from "node:path";
import { ExitCode } from "../../errors.js";
import { readWhole } from "../../files/input.js";
import { createFolderOf } from "../../files/new-folder.js";
import { quote } from "../../text/values.js";
import { commandOf, type TypedOf } from "../arguments.js";
import { type Host, packagedFile } from "../command.js";

const DEFAULT_FOLDER = "svscrub-demo";
const PHONE_LIST = "clientes.csv";
const OPT_OUTS = "bajas.csv";

export const demoCommand = commandOf("demo", demo);

async function demo({ operands: [folder = DEFAULT_FOLDER], quiet }: TypedOf<"demo">, host: Host): Promise<ExitCode> {
  const { demo: words } = host.sentences;
  const sample = (name: string) => readWhole(packagedFile(`src/commands/demo/${name}`), ExitCode.io, "sample");
  createFolderOf(folder, new Map([PHONE_LIST, OPT_OUTS].map((name) => [name, sample(name)])));
  if (quiet) return ExitCode.done;
  // cd would take a name that begins with a dash for an option.
  const typed = quote(folder.startsWith("-") ? `.${path.sep}${folder}` : folder);
  const commands = [
    `cd ${typed}`,
    `svscrub ${PHONE_LIST} -s ${OPT_OUTS} -o ${words.clean} --removed ${words.removed}`,
    `svscrub check 7839-9376 -s ${OPT_OUTS}`,
  ];
  const files = [words.phoneList(path.join(folder, PHONE_LIST)), words.optOuts(path.join(folder, OPT_OUTS))];
  host.stdout(`${files.join("\n")}\n\n${words.next}\n${commands.map((command) => `  ${command}\n`).join("")}`);
  return ExitCode.done;
}
