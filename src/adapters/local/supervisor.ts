import { type Job, stopSignals, supervise } from './supervise.ts';

/** The program that a launch starts, detached: reads its job from standard input and follows one attempt to its end. */

// What a signal asks for is in a file, which is looked at; to die of it would lose how the attempt ended.
for (const signal of stopSignals) process.on(signal, () => undefined);

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
await supervise(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Job);
// Timers and pipes of what the program left behind must not keep the supervisor.
process.exit(0);
