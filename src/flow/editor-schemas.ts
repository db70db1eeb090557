import { z } from 'zod';
import { manifestSchema } from './schema.ts';
import { projectSchema } from './schema-project.ts';

/** The JSON Schemas that give completion in editors, by file name: made from the same source as the checks. */
export function editorSchemas(): { readonly [file: string]: object } {
  return {
    'flow.schema.json': editorSchema(manifestSchema, 'Headgate flow (flow.yml)'),
    'project.schema.json': editorSchema(projectSchema, 'Headgate project (headgate.yml)'),
  };
}

function editorSchema(schema: z.ZodType, title: string): object {
  // Editors know draft 7 best.
  const made = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' });
  const { $schema, ...rest } = made as { readonly $schema?: string };
  return { $schema, title, ...rest };
}
