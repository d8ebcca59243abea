// svscrub inspect: what is in a file, before anybody scrubs it.

import { ExitCode } from "../errors.js";
import { columnName, openList } from "../lists/open.js";
import type { Command } from "./command.js";
import type { Host } from "./host.js";
import { type InspectArguments, parseInspectArguments } from "./inspect-arguments.js";

export const inspectCommand: Command<InspectArguments> = { parse: parseInspectArguments, run: inspect };

async function inspect(typed: InspectArguments, host: Host): Promise<ExitCode> {
  for (const path of typed.files) {
    const list = await openList(path, "phone-list", ExitCode.phoneList, {
      columns: typed.column,
      noHeader: !typed.header,
    });
    host.stdout(
      `${host.sentences.summary.columns(path, list.columns.map((column) => columnName(list, column)).join(", "))}\n`,
    );
    list.file.close();
  }
  return ExitCode.done;
}
