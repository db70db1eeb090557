import { readFile, writeFile } from 'node:fs/promises';
import { isMap, parseDocument, visit } from 'yaml';

type Placement = { readonly [key: string]: unknown };
type Written = {
  readonly differences: readonly string[];
  /** What the file now holds; undefined: it stays as it is. */
  readonly text: string | undefined;
};

/**
 * Writes `aws` into headgate.yml if it is not there. What a person wrote stays as it is, and what differs is said: a
 * list of subnets may well be meant.
 */
export async function writePlacement(file: string, project: string, placement: Placement): Promise<Written> {
  const before = await readFile(file, 'utf8').catch(() => `project: ${project}\n`);
  const document = parseDocument(before);
  const written = document.get('aws');
  if (isMap(written))
    return { differences: differences(written.toJSON() as Placement, placement), text: undefined };
  const aws = document.createNode(placement);
  visit(aws, {
    Seq: (_, list) => {
      list.flow = true;
    },
  });
  document.set('aws', aws);
  const text = document.toString({ lineWidth: 0 });
  await writeFile(file, text);
  return { differences: [], text };
}

function differences(written: Placement, placement: Placement): readonly string[] {
  return Object.entries(placement)
    .filter(([key, value]) => JSON.stringify(written[key]) !== JSON.stringify(value))
    .map(
      ([key, value]) =>
        `aws.${key} is ${JSON.stringify(written[key]) ?? 'not there'}; the stacks say ${JSON.stringify(value)}.`,
    );
}
