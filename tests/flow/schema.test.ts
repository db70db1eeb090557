import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { editorSchemas } from '../../src/flow/editor-schemas.ts';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');

function validator(name: string) {
  const ajv = new Ajv({ strict: false });
  formats.default(ajv);
  return ajv.compile(editorSchemas()[name] as object);
}

type Node = { readonly [key: string]: unknown };

/** Paths of the properties that say nothing about themselves. */
function undescribed(schema: Node, path = ''): readonly string[] {
  const children = Object.entries((schema['properties'] ?? {}) as { readonly [key: string]: Node });
  const nested = [schema['items'], schema['additionalProperties'], ...((schema['anyOf'] ?? []) as unknown[])];
  return [
    ...children.flatMap(([key, child]) => [
      ...('description' in child || '$ref' in child || 'allOf' in child ? [] : [`${path}.${key}`]),
      ...undescribed(child, `${path}.${key}`),
    ]),
    ...nested.flatMap((child) =>
      typeof child === 'object' && child !== null ? undescribed(child as Node, `${path}[]`) : [],
    ),
  ];
}

describe('The schemas for editors', () => {
  it('are those that the source makes', () => {
    for (const [name, schema] of Object.entries(editorSchemas())) {
      expect(`run node scripts/schema.mjs: ${text(`schema/${name}`)}`).toBe(
        `run node scripts/schema.mjs: ${JSON.stringify(schema, null, 2)}\n`,
      );
    }
  });

  it('describe every key', () => {
    for (const schema of Object.values(editorSchemas())) expect(undescribed(schema as Node)).toEqual([]);
  });

  it('take the shipped flows and project', () => {
    const isFlow = validator('flow.schema.json');
    for (const name of readdirSync(new URL('flows', root))) {
      expect([name, isFlow(parse(text(`flows/${name}/flow.yml`))), isFlow.errors]).toEqual([
        name,
        true,
        null,
      ]);
    }
    expect(validator('project.schema.json')(parse(text('headgate.yml')))).toBe(true);
  });

  it.each([
    ['overlap: Skip'],
    ['timeout: 5'],
    ['retries: 11'],
    ['env: {}'],
    ['schedules: [{ every: 6h }]'],
    ['parameters: { n: { type: int } }'],
    ['environment: { A-B: x }'],
    ['resources: { storage: 20 }'],
  ])('refuse %s', (manifest) => {
    expect(validator('flow.schema.json')(parse(manifest))).toBe(false);
  });
});
