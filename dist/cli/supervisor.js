// src/adapters/local/supervise.ts
import { spawn } from "node:child_process";
import { cp, mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { constants } from "node:os";
import path3 from "node:path";
import { setTimeout as delay } from "node:timers/promises";

// src/core/instant.ts
var secondMs = 1e3;
var minuteMs = 60 * secondMs;
var hourMs = 60 * minuteMs;
var dayMs = 24 * hourMs;
var furthestMs = 864e13;
function instantFromMs(ms) {
  if (!Number.isFinite(ms) || Math.abs(ms) > furthestMs) throw new RangeError(`Not a moment in time: ${ms}`);
  return Math.trunc(ms);
}

// src/report/visible.ts
var terminalCodes = new RegExp(
  [
    "(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]",
    "(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u0090\\u0098\\u009c-\\u009f\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?",
    "\\u001b[ -/]*[0-~]"
  ].join("|"),
  "g"
);
var loneSurrogates = new RegExp("\\p{Cs}", "gu");
var encoder = new TextEncoder();
function cutLength(text, limit, marker = "\u2026") {
  if (text.length <= limit) return text;
  const head = text.slice(0, Math.max(limit - marker.length, 0));
  return `${head.replace(/[\ud800-\udbff]$/, "")}${marker}`;
}

// src/adapters/local/atomic-files.ts
import { randomUUID } from "node:crypto";
import { access, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
var recordLimitBytes = 1024 * 1024;
async function writeAtomically(file, text) {
  const fresh = `${file}.${randomUUID()}.new`;
  const handle = await open(fresh, "wx", 384);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}
async function createDirectoryOnce(directory, files) {
  const parent = path.dirname(directory);
  await mkdir(parent, { recursive: true, mode: 448 });
  const fresh = path.join(parent, `.new-${randomUUID()}`);
  await mkdir(fresh, { mode: 448 });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(path.join(fresh, name), text, { mode: 384, flush: true });
  }
  return moveOnce(fresh, directory);
}
async function moveOnce(fresh, directory) {
  try {
    await rename(fresh, directory);
    return true;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
async function readRecord(file) {
  const text = await readText(file, recordLimitBytes);
  if (text === void 0) return void 0;
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
async function readText(file, limitBytes) {
  const bytes = await readBytes(file, 0, limitBytes);
  return bytes?.toString("utf8");
}
async function readBytes(file, offset, limitBytes) {
  const handle = await openIfThere(file);
  if (handle === void 0) return void 0;
  try {
    const size = (await handle.stat()).size;
    const wanted = Math.max(0, Math.min(limitBytes, size - offset));
    const buffer = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await handle.read(buffer, filled, wanted - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
async function openIfThere(file) {
  try {
    return await open(file, "r");
  } catch (error) {
    if (isAbsence(error)) return void 0;
    throw error;
  }
}
function codeOf(error) {
  return error?.code;
}
function isAbsence(error) {
  return codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
}

// src/adapters/local/log-writer.ts
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
var logLimits = { headBytes: 5 * 1024 * 1024, pieceBytes: 2.5 * 1024 * 1024 };
var keptPieces = 2;
function pieceName(file, position) {
  return `${file}.${String(position).padStart(15, "0")}`;
}
function openLog(file, limits = logLimits) {
  let descriptor = openSync(file, "a", 384);
  let room = limits.headBytes;
  let position = 0;
  const pieces = [];
  function startPiece() {
    closeSync(descriptor);
    const piece = pieceName(file, position);
    descriptor = openSync(piece, "a", 384);
    room = limits.pieceBytes;
    pieces.push(piece);
    const oldest = pieces.length > keptPieces ? pieces.shift() : void 0;
    if (oldest !== void 0) rmSync(oldest, { force: true });
  }
  return {
    write(lines) {
      if (lines.length > room) startPiece();
      writeWhole(descriptor, lines);
      room -= lines.length;
      position += lines.length;
    },
    close() {
      closeSync(descriptor);
    }
  };
}
function writeWhole(descriptor, bytes) {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}
var longestLineBytes = 256 * 1024;
var newline = Buffer.from("\n");
function splitLines(emit) {
  let rest = [];
  let restBytes = 0;
  function flush(tail) {
    emit(rest.length === 0 ? tail : Buffer.concat([...rest, tail]));
    rest = [];
    restBytes = 0;
  }
  return {
    push(chunk) {
      const end = chunk.lastIndexOf(10) + 1;
      if (end > 0) flush(chunk.subarray(0, end));
      if (end === chunk.length) return;
      rest.push(Buffer.from(chunk.subarray(end)));
      restBytes += chunk.length - end;
      if (restBytes >= longestLineBytes) flush(newline);
    },
    end() {
      if (restBytes > 0) flush(newline);
    }
  };
}

// src/adapters/local/process-identity.ts
import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
function identityOf(pid) {
  const startedAs = process.platform === "linux" ? startFromProc(pid) : startFromPs(pid);
  return startedAs === void 0 ? void 0 : { ...surroundings(), pid, startedAs };
}
function signalGroup(leader, signal) {
  return signalProcess(-leader, signal);
}
function signalProcess(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    const { code } = error;
    if (code === "ESRCH" || code === "EPERM") return false;
    throw error;
  }
}
var cached;
function surroundings() {
  if (cached !== void 0) return cached;
  const isLinux = process.platform === "linux";
  cached = {
    machine: (isLinux ? textOf("/etc/machine-id") : void 0) ?? hostname(),
    boot: (isLinux ? textOf("/proc/sys/kernel/random/boot_id") : bootFromSysctl()) ?? "",
    space: isLinux ? spaceOf() : ""
  };
  return cached;
}
function startFromProc(pid) {
  const text = textOf(`/proc/${pid}/stat`);
  const fields = text?.slice(text.lastIndexOf(")") + 2).split(" ");
  return fields === void 0 || fields[0] === "Z" || fields[0] === "X" ? void 0 : fields[19];
}
function startFromPs(pid) {
  const text = outputOf("ps", ["-o", "stat=,lstart=", "-p", String(pid)]);
  const match = text === void 0 ? null : /^(\S+)\s+(.+)$/.exec(text);
  return match === null || match[1]?.startsWith("Z") === true ? void 0 : match[2];
}
function bootFromSysctl() {
  return outputOf("sysctl", ["-n", "kern.bootsessionuuid"]);
}
function spaceOf() {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}
function textOf(file) {
  try {
    const text = readFileSync(file, "utf8").trim();
    return text === "" ? void 0 : text;
  } catch {
    return void 0;
  }
}
function outputOf(command, argv) {
  try {
    const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C", TZ: "UTC" };
    const text = execFileSync(command, argv, { env, encoding: "utf8", timeout: 5e3, stdio: "pipe" }).trim();
    return text === "" ? void 0 : text;
  } catch {
    return void 0;
  }
}

// src/adapters/local/run-directory.ts
import path2 from "node:path";
var fileNames = {
  request: "request.json",
  claim: "claim",
  supervisor: "supervisor.json",
  starting: "starting",
  program: "program.json",
  stop: "stop.json",
  log: "log",
  packageGuard: "package-guard.cjs",
  work: "work",
  end: "end.json",
  supervisorLog: "supervisor.log"
};
async function readStop(run) {
  const record = await readRecord(path2.join(run, fileNames.stop));
  const at = instantFrom(record?.["at"]);
  const reason = record?.["reason"];
  return at === void 0 || typeof reason !== "string" ? void 0 : { reason, at };
}
function endText({ ending, startedAt }) {
  return `${JSON.stringify({ ...ending, ...startedAt === void 0 ? {} : { startedAt } })}
`;
}
function instantFrom(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) <= 864e13 ? instantFromMs(value) : void 0;
}

// src/adapters/local/stop-reason.ts
var causes = ["cancelled", "superseded", "start-timeout", "run-timeout"];
function classOfStop(reason) {
  const word = /^headgate:\s*([a-z-]+)/.exec(reason)?.[1];
  return causes.find((cause) => cause === word) ?? "stopped-outside";
}

// src/adapters/local/supervise.ts
var stopPollMs = 1e3;
var drainMs = 2e3;
async function supervise(job) {
  if (Date.now() > job.claimBefore || !await claim(job.run)) return;
  const early = await readStop(job.run);
  const ending = early === void 0 ? await follow(job) : { ending: endingOf(classOfStop(early.reason), "It was stopped before it started.") };
  await writeAtomically(path3.join(job.run, fileNames.end), endText(ending));
}
function claim(run) {
  const identity = identityOf(process.pid);
  if (identity === void 0)
    throw new Error("This system does not tell when a process started (ps failed).");
  const text = JSON.stringify({ identity });
  return createDirectoryOnce(path3.join(run, fileNames.claim), { [fileNames.supervisor]: text });
}
async function follow(job) {
  try {
    const work = path3.join(job.run, fileNames.work);
    await cp(job.files, work, { recursive: true, verbatimSymlinks: true });
    await mkdir2(path3.join(work, job.workingDirectory), { recursive: true });
    await writeFile2(path3.join(job.run, fileNames.starting), "", { flag: "w", flush: true });
  } catch (error) {
    return { ending: endingOf("start-failed", `Its files could not be prepared: ${messageOf(error)}`) };
  }
  const child = start(job);
  if (child.pid === void 0) return { ending: await failureOf(child) };
  return watch(job, child, child.pid);
}
function start(job) {
  const [command = "", ...argv] = job.argv;
  return spawn(command, argv, {
    cwd: path3.join(job.run, fileNames.work, job.workingDirectory),
    env: job.environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"]
  });
}
async function failureOf(child) {
  const error = await new Promise((resolve) => {
    child.once("error", resolve);
  });
  const isTransient = ["EAGAIN", "ENOMEM", "EMFILE", "ENFILE"].includes(codeOf(error) ?? "");
  return endingOf(isTransient ? "start-failed" : "cannot-start", messageOf(error));
}
async function watch(job, child, pid) {
  const startedAt = instantFromMs(Date.now());
  const identity = identityOf(pid);
  const drained = keepLog(job.run, child);
  const exited = new Promise((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? 128 + signalNumber(signal)));
  });
  const stopper = stopperOf(job, pid);
  const record = { identity, startedAt, stopTimeoutSeconds: job.stopTimeoutSeconds };
  await writeAtomically(path3.join(job.run, fileNames.program), JSON.stringify(record));
  const exitCode = await exited;
  stopper.close();
  signalGroup(pid, "SIGKILL");
  await Promise.race([drained, delay(drainMs, void 0, { ref: false })]);
  const why = stopper.why();
  const endingClass = why?.class ?? (exitCode === 0 ? "exit-zero" : "exit-code");
  return { ending: { ...endingOf(endingClass, why?.detail), exitCode }, startedAt };
}
function keepLog(run, child) {
  const log = openLog(path3.join(run, fileNames.log));
  let isComplete = true;
  function writeOrLose(lines) {
    try {
      log.write(lines);
    } catch (error) {
      if (isComplete) reportError(error);
      isComplete = false;
    }
  }
  for (const stream of [child.stdout, child.stderr]) {
    const splitter = splitLines(writeOrLose);
    stream?.on("data", splitter.push);
    stream?.once("end", splitter.end);
  }
  return new Promise((resolve) => {
    child.once("close", resolve);
  });
}
var stopSignals = ["SIGTERM", "SIGINT", "SIGHUP"];
function stopperOf(job, pid) {
  let why;
  let killTimer;
  function stop(reason) {
    if (why !== void 0) return;
    why = reason;
    signalGroup(pid, "SIGTERM");
    killTimer = setTimeout(() => signalGroup(pid, "SIGKILL"), job.stopTimeoutSeconds * secondMs);
  }
  async function lookForStop() {
    const asked = await readStop(job.run);
    if (asked !== void 0) stop({ class: classOfStop(asked.reason), detail: asked.reason });
    return asked;
  }
  async function onSignal() {
    if (await lookForStop() === void 0)
      stop({ class: "host", detail: "The machine, or somebody on it, stopped the supervisor." });
  }
  const words = `It ran longer than ${job.runTimeoutSeconds} seconds.`;
  const timers = [
    setTimeout(stop, job.runTimeoutSeconds * secondMs, { class: "run-timeout", detail: words }),
    setInterval(() => void lookForStop().catch(reportError), stopPollMs)
  ];
  const listener = () => void onSignal().catch(reportError);
  for (const signal of stopSignals) process.on(signal, listener);
  void lookForStop().catch(reportError);
  return {
    why: () => why,
    close() {
      for (const timer of [...timers, killTimer]) clearTimeout(timer);
      for (const signal of stopSignals) process.off(signal, listener);
    }
  };
}
function signalNumber(signal) {
  return signal === null ? 127 : constants.signals[signal];
}
function endingOf(endingClass, detail) {
  const at = instantFromMs(Date.now());
  return { class: endingClass, at, ...detail === void 0 ? {} : { detail: cutLength(detail, 1e3) } };
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
function reportError(error) {
  process.stderr.write(`${messageOf(error)}
`);
}

// src/adapters/local/supervisor.ts
for (const signal of stopSignals) process.on(signal, () => void 0);
var chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
await supervise(JSON.parse(Buffer.concat(chunks).toString("utf8")));
process.exit(0);
