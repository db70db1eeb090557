/**
 * What Node.js loads before a bundle (`--require`, which reaches workers too). A run lies inside the repository, so that Node.js would find
 * `node_modules` upwards that no image holds: a package that loads another one at run time worked here and failed there.
 * Such a name is refused as Node.js refuses one that is nowhere, so that `try { require('optional') }` goes on.
 *
 * `module.registerHooks` is there from Node.js 22.15 and 23.5; before, `module.register`, whose hooks run in a thread of
 * their own and see nothing of `require`.
 */
export function packageGuard(work: string, external: readonly string[]): string {
  const judging = `
const external = new Set(${JSON.stringify(external)});

function judge({ root, specifier, importer, found, code }) {
  if (/^[./]|^[a-z][a-z+.-]*:/i.test(specifier) || !found.startsWith('/') || found.startsWith(root)) return;
  // What a package that is meant to be there needs itself.
  if (importer?.startsWith('/') && !importer.startsWith(root)) return;
  const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  if (external.has(name)) return;
  const text = "Cannot find package '" + name + "': it is in the repository's node_modules, and the image of this flow holds none. Import it by its name, so that it is bundled; or name it under \`external\` in flow.yml, with an image of the flow's own that installs it.";
  throw Object.assign(new Error(text), { code });
}

const pathOf = (url) => (url?.startsWith('file:') ? fileURLToPath(url) : undefined);

function judged(root, specifier, context, { url, ...rest }) {
  const found = pathOf(url) ?? '';
  judge({ root, specifier, importer: pathOf(context.parentURL), found, code: 'ERR_MODULE_NOT_FOUND' });
  return { url, ...rest };
}
`;
  const hooks = `import { fileURLToPath } from 'node:url';
${judging}
let root;
export function initialize(data) {
  root = data;
}
export async function resolve(specifier, context, next) {
  return judged(root, specifier, context, await next(specifier, context));
}
`;
  return `'use strict';
const { realpathSync } = require('node:fs');
const modules = require('node:module');
const path = require('node:path');
const { fileURLToPath } = require('node:url');
${judging}
const root = realpathSync(path.join(__dirname, ${JSON.stringify(work)})) + path.sep;
const original = modules._resolveFilename;
modules._resolveFilename = function (request, parent, ...rest) {
  const found = original.call(this, request, parent, ...rest);
  judge({ root, specifier: request, importer: parent?.filename ?? undefined, found, code: 'MODULE_NOT_FOUND' });
  return found;
};
if (modules.registerHooks) {
  const resolve = (specifier, context, next) => judged(root, specifier, context, next(specifier, context));
  modules.registerHooks({ resolve });
} else modules.register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(hooks)}), { data: root });
`;
}
