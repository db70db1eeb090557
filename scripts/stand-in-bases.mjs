// Bases for images where none can be pulled: the machine's own programs with the libraries that they load. They stand in for
// node:24-bookworm-slim and python:3.13-slim with what those hold of what the Dockerfiles use.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

const tools = [
  'sh',
  'cat',
  'chmod',
  'chown',
  'cp',
  'env',
  'find',
  'id',
  'ls',
  'mkdir',
  'mv',
  'rm',
  'sleep',
  'timeout',
  'touch',
  'true',
];
const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** Node.js and npm below /usr/local, as in the official image. */
export function layOutNode(root, nodeProgram) {
  layOutTools(root);
  copyProgram(nodeProgram, root, '/usr/local/bin/node');
  const npm = path.dirname(path.dirname(realpathSync(which('npm'))));
  cpSync(npm, path.join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, path.join(root, 'usr/local/bin', name));
}

/** Python with its standard library and pip below /usr/local, as in the official image; the version is the machine's. */
export function layOutPython(root) {
  layOutTools(root);
  const [program, library, version, pip] = JSON.parse(
    execFileSync('python3', ['-c', aboutPython], { encoding: 'utf8' }),
  );
  const name = `python${version}`;
  copyProgram(program, root, `/usr/local/bin/${name}`);
  for (const alias of ['python', 'python3']) symlinkSync(name, path.join(root, 'usr/local/bin', alias));
  const target = path.join(root, 'usr/local/lib', name);
  const isLeftOut = (file) => /\/(?:__pycache__|test|tests|site-packages|EXTERNALLY-MANAGED)$/.test(file);
  cpSync(library, target, { recursive: true, dereference: true, filter: (file) => !isLeftOut(file) });
  cpSync(pip, path.join(target, 'site-packages/pip'), { recursive: true });
  const extensions = path.join(target, 'lib-dynload');
  const files = execFileSync('find', [extensions, '-name', '*.so'], { encoding: 'utf8' }).trim().split('\n');
  for (const file of files) copyLibraries(file, root);
  const script = `#!/usr/local/bin/python3\nimport sys\nfrom pip._internal.cli.main import main\nsys.exit(main())\n`;
  writeFileSync(path.join(root, 'usr/local/bin/pip'), script);
  chmodSync(path.join(root, 'usr/local/bin/pip'), 0o755);
}

const aboutPython = `
import json, os, pip, sys, sysconfig
about = [os.path.realpath(sys.executable), sysconfig.get_path("stdlib"), "%d.%d" % sys.version_info[:2]]
print(json.dumps([*about, os.path.dirname(pip.__file__)]))
`;

function layOutTools(root) {
  for (const folder of [
    'etc/ssl/certs',
    'home/node',
    'opt',
    'usr/bin',
    'usr/lib',
    'usr/lib64',
    'usr/local/bin',
    'usr/local/include',
  ])
    mkdirSync(path.join(root, folder), { recursive: true });
  mkdirSync(path.join(root, 'tmp'));
  chmodSync(path.join(root, 'tmp'), 0o1777);
  for (const folder of ['bin', 'lib', 'lib64', 'sbin'])
    symlinkSync(folder === 'sbin' ? 'usr/bin' : `usr/${folder}`, path.join(root, folder));
  for (const tool of tools) copyProgram(tool, root);
  writeFileSync(path.join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\n');
  writeFileSync(path.join(root, 'etc/group'), 'root:x:0:\n');
  appendFileSync(path.join(root, 'etc/passwd'), 'node:x:1000:1000::/home/node:/bin/sh\n');
  appendFileSync(path.join(root, 'etc/group'), 'node:x:1000:\n');
  if (existsSync(certificates)) copyFileSync(certificates, path.join(root, certificates));
}

/** What package managers need to know to trust what this machine trusts. */
export const baseEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  ...(existsSync(certificates) ? { NODE_EXTRA_CA_CERTS: certificates, PIP_CERT: certificates } : {}),
};

export function copyProgram(program, root, target = `/usr/bin/${path.basename(program)}`) {
  const source = realpathSync(program.includes('/') ? program : which(program));
  copyInto(source, root, target);
  copyLibraries(source, root);
}

function copyLibraries(file, root) {
  // A program without libraries makes ldd end with 1.
  const { stdout: listed } = spawnSync('ldd', [file], { encoding: 'utf8' });
  for (const [library] of listed.matchAll(/\/[^ \n]+(?= \()/g))
    copyInto(realpathSync(library), root, library);
}

function copyInto(source, root, target) {
  const place = path.join(root, target);
  if (existsSync(place)) return;
  mkdirSync(path.dirname(place), { recursive: true });
  copyFileSync(source, place);
}

function which(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = folders.map((folder) => path.join(folder, program)).find(existsSync);
  if (found === undefined) throw new Error(`There is no ${program} on this machine.`);
  return found;
}
