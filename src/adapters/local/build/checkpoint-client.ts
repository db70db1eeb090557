import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from '../../../core/flow.ts';
import { InputError } from '../../../core/problem.ts';
import { loadEsbuild } from './bundle.ts';

const packageName = '@aws-sdk/client-s3';

/** Flows that keep checkpoints in S3 load the client by name when they run: it is no part of their bundles. */
export function needsCheckpointClient({ workload }: Pick<Manifest, 'workload'>): boolean {
  return workload.environment['HEADGATE_CHECKPOINTS']?.startsWith('s3://') === true;
}

/** Puts the S3 client, as one file, where every flow of the image finds it: `<out>/node_modules/@aws-sdk/client-s3`. */
export async function buildCheckpointClient(
  root: string,
  outDirectory: string,
): Promise<{ readonly name: string; readonly code: Uint8Array }> {
  const { build } = await loadEsbuild();
  const folder = path.join(outDirectory, 'node_modules', packageName);
  const contents = `export { GetObjectCommand, PutObjectCommand, S3Client } from '${packageName}';`;
  const result = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: 'js' },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  }).catch(() => {
    throw new InputError([missing()]);
  });
  await mkdir(folder, { recursive: true });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  await writeFile(path.join(folder, 'index.js'), code);
  const manifest = { name: packageName, main: 'index.js', type: 'commonjs' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
  return { name: packageName, code };
}

function missing() {
  return {
    code: 'E_BUNDLE',
    place: { file: 'package.json' },
    message: `A flow keeps checkpoints in S3, but the package ${packageName} is not installed.`,
    fix: `Install it: npm install ${packageName}.`,
  };
}
