// Runs the program inside this process as often as its parent asks: a folder and arguments in; exit code, both outputs and the
// most memory that this process ever held out. A process of its own can be killed when a run hangs, and tells of its memory.

import fs from "node:fs";
import { main } from "../../dist/main.js";

const { writeSync } = fs;
// Waiting for the disk takes most of a small run.
fs.fsyncSync = () => undefined;
Object.assign(fs, { fsync: (_, done) => setImmediate(done) });

/** What no run may leave behind it: an error that nobody caught, or a warning of Node's. */
const stray = [];
for (const event of ["uncaughtException", "unhandledRejection", "warning"])
  process.on(event, (error) => stray.push(`${event}: ${error?.stack ?? error}`));
process.on("disconnect", () => process.exit());

process.on("message", async ({ folder, args, env, stdin, stdout: taken }) => {
  process.chdir(folder);
  redirect(0, stdin ?? "/dev/null", "r");
  redirect(1, taken, "w");
  let stderr = "";
  const streamTo = (write) => ({
    on: () => undefined,
    write: (text, done) => {
      write(text);
      done?.();
      return true;
    },
  });
  const shell = {
    env,
    stdout: streamTo((text) => writeSync(1, text)),
    stderr: streamTo((text) => {
      stderr += text;
    }),
    on: () => shell,
    exit: (code) => {
      throw new Error(`the program exits by itself with code ${code}`);
    },
  };
  let code = -1;
  try {
    code = await main(args, shell);
  } catch (error) {
    stray.push(`thrown: ${error?.stack ?? error}`);
  }
  await new Promise((resolve) => setImmediate(resolve));
  const stdout = fs.readFileSync(taken, "latin1");
  // `maxRSS` counts what the process that started this one held, too.
  const [, most] = /^VmHWM:\s+(\d+)/m.exec(fs.readFileSync("/proc/self/status", "latin1"));
  process.send({ code, stdout, stderr, stray: stray.splice(0), maxMegabytes: most / 1024 });
});

/** Makes a descriptor of this process that of a file: a file that is opened gets the lowest one that is free. */
function redirect(descriptor, file, flags) {
  fs.closeSync(descriptor);
  if (fs.openSync(file, flags) !== descriptor) throw new Error(`descriptor ${descriptor} was taken by something else`);
}
process.send("ready");
