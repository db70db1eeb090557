import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { RefusedError } from '../../core/problem.ts';

/** In this order they are made; none needs another, since what they name follows from the project's name. */
export const templateNames = ['network', 'cluster', 'access', 'clock'] as const;
export type TemplateName = (typeof templateNames)[number];

export type Template = {
  readonly name: TemplateName;
  readonly text: string;
  /** Its parameters, and their defaults; undefined: CloudFormation cannot do without a value. */
  readonly parameters: ReadonlyMap<string, string | undefined>;
};

export function stackName(project: string, template: TemplateName): string {
  return `headgate-${project}-${template}`;
}

/** Made by a person from admin.yml, if they want the workflows to set up and tear down; neither makes nor removes it. */
export function adminStackName(project: string): string {
  return `headgate-${project}-admin`;
}

export async function loadTemplates(): Promise<readonly Template[]> {
  return Promise.all(templateNames.map(load));
}

async function load(name: TemplateName): Promise<Template> {
  const text = await packageFile(`infrastructure/${name}.yml`);
  // The tags of CloudFormation mean nothing here: only names and defaults of parameters are read.
  const { Parameters } = parse(text, { logLevel: 'silent' }) as {
    Parameters: { readonly [parameter: string]: { readonly Default?: unknown } };
  };
  const parameters = Object.entries(Parameters).map(
    ([parameter, { Default }]) => [parameter, Default === undefined ? undefined : String(Default)] as const,
  );
  return { name, text, parameters: new Map(parameters) };
}

/** A file of Headgate's package: one folder above the action's bundle, two above the command's, three above this source. */
export async function packageFile(file: string): Promise<string> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  for (const up of ['..', '../..', '../../..']) {
    const candidate = path.join(here, up, file);
    const text = await readFile(candidate, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  const message = `${file} of Headgate's package is missing.`;
  throw new RefusedError({ code: 'E_TEMPLATE', message, fix: 'Install Headgate again.' });
}
