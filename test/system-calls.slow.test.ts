// The kernel itself refuses one system call of a run, as strace lets it: every fsync, link, rename and truncation once.
// every-call-fails.test.ts does it to all of the program's calls, inside the test's process.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isLeftOut } from "./support/machine.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const CALLS = "fsync,fdatasync,link,linkat,rename,renameat,renameat2,ftruncate";
const FILES = {
  "list.csv": "nombre,telefono\nAna,7000-0001\nEva,7000-0008\n",
  "dnc.csv": "telefono\n7000-0008\n",
  "messages.csv":
    "From,Body,DateSent\n+50370000001,STOP,2026-02-03 10:00:00\n+50370000015,quizas,2026-02-03 10:00:00\n",
};
const COMMANDS = [
  "list.csv -s dnc.csv -o clean.csv --removed removed.csv --report report.json --log runs.jsonl",
  "registry import messages.csv --kind sms --registry r.csv --ack acks.csv --review review.csv",
];
/** What stands before the registry on purpose, and what is written of a failed run too. */
const EARLIER = ["acks.csv", "review.csv", "runs.jsonl"];

/** A container may forbid it, whatever is installed. */
function mayTrace(): boolean {
  const isAllowed = !isLeftOut("strace") && spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;
  if (!isAllowed) console.warn("No process may be traced here: tests with strace are left out.");
  return isAllowed;
}

for (const args of COMMANDS)
  test.runIf(mayTrace())(
    `svscrub ${args}: each call that the kernel refuses leaves nothing new`,
    async () => {
      let hits = 0;
      for (const call of CALLS.split(","))
        for (let at = 1; ; at++) {
          const dir = new Workdir();
          for (const [name, text] of Object.entries(FILES)) dir.write(name, text);
          const inject = `-e trace=${call} -e inject=${call}:error=EIO:when=${at}`;
          const program = `'${process.execPath}' '${join(REPOSITORY, "bin/svscrub.js")}'`;
          const run = await dir.shell(`strace -f -qq -o trace.txt ${inject} ${program} ${args}`);
          if (!dir.read("trace.txt").includes("INJECTED")) break;
          hits++;
          const left = dir.list().filter((name) => !(name in FILES) && name !== "trace.txt" && !EARLIER.includes(name));
          // A link that is refused is no harm: a file system may have none, and what it would have made is copied or renamed.
          run.check(() => expect([0, 5]).toContain(run.code));
          if (run.code === 5) run.check(() => expect({ call, at, left }).toEqual({ call, at, left: [] }));
          else run.check(() => expect(left.filter((name) => /tmp|lock/.test(name))).toEqual([]));
        }
      expect(hits).toBeGreaterThan(4);
    },
    240_000,
  );
