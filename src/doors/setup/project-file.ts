import { readFile, writeFile } from 'node:fs/promises';
import { isMap, parseDocument, visit } from 'yaml';

type Placement = { readonly [key: string]: unknown };

/**
 * Writes `aws` into headgate.yml if it is not there. What a person wrote stays as it is, and what differs is said: a
 * list of subnets may well be meant.
 */
export async function writePlacement(
  file: string,
  project: string,
  placement: Placement,
): Promise<readonly string[]> {
  const before = await readFile(file, 'utf8').catch(() => `project: ${project}\n`);
  const document = parseDocument(before);
  const written = document.get('aws');
  if (isMap(written)) return differences(written.toJSON() as Placement, placement);
  const aws = document.createNode(placement);
  visit(aws, {
    Seq: (_, list) => {
      list.flow = true;
    },
  });
  document.set('aws', aws);
  await writeFile(file, document.toString({ lineWidth: 0 }));
  return [];
}

function differences(written: Placement, placement: Placement): readonly string[] {
  return Object.entries(placement)
    .filter(([key, value]) => JSON.stringify(written[key]) !== JSON.stringify(value))
    .map(
      ([key, value]) =>
        `aws.${key} is ${JSON.stringify(written[key]) ?? 'not there'}; the stacks say ${JSON.stringify(value)}.`,
    );
}
