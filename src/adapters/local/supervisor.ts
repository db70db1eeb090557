import { type Job, supervise } from './supervise.ts';

/** The program that a launch starts, detached: reads its job from standard input and follows one attempt to its end. */
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
await supervise(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Job);
// Timers and pipes of what the program left behind must not keep the supervisor.
process.exit(0);
