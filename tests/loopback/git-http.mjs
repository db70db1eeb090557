// The loopback git server as a process of its own: node tests/loopback/git-http.mjs ROOT [WRITE_TOKEN [READ_TOKEN]]
// Prints {"url":…} on a line, then serves until it is ended. Faults: POST /_control (see git-http.ts).
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [root, write, read] = process.argv.slice(2);
if (root === undefined)
  throw new Error('Usage: node tests/loopback/git-http.mjs ROOT [WRITE_TOKEN [READ_TOKEN]]');
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('git-http.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { startGitServer } = await import(`data:text/javascript;base64,${source}`);
const tokens =
  write === undefined ? {} : { tokens: { write: [write], read: read === undefined ? [] : [read] } };
const server = await startGitServer({ root, ...tokens });
console.log(JSON.stringify({ url: server.url }));
process.on('SIGTERM', () => server.close().then(() => process.exit(0)));
