import { z } from 'zod';
import type { ParameterSchema } from '../core/flow.ts';
import type { Json } from '../core/json.ts';
import { manifestBounds } from '../core/manifest-bounds.ts';
import { choiceLeaf, fractionLeaf, leaf, textLeaf, wholeLeaf } from './leaf.ts';

const anyNumber = { minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const anyLength = { minimum: 0, maximum: manifestBounds.parameterLength };

function jsonLeaf(description: string) {
  return leaf<Json>({ description }, (value) => ({ value: value as Json }));
}

type Written<T> = { [K in keyof T]?: T[K] | undefined };

/** One declared parameter: a small, closed part of JSON Schema. No patterns: a person's regex can run forever. */
export const parameterSchema: z.ZodType<Written<ParameterSchema> & Pick<ParameterSchema, 'type'>> = z
  .strictObject({
    type: choiceLeaf(
      ['string', 'integer', 'number', 'boolean', 'array', 'object'],
      'The kind of value. Nothing is converted.',
    ),
    description: textLeaf({ description: 'What the parameter means.' }).optional(),
    enum: z
      .array(jsonLeaf('An allowed value.'))
      .min(1)
      .max(manifestBounds.parameterValues)
      .describe('The only values allowed.')
      .optional(),
    default: jsonLeaf('Used when a run gives no value. Without it the parameter must be given.').optional(),
    format: choiceLeaf(
      ['date', 'date-time'],
      'For texts: a real date, or a date with time and offset.',
    ).optional(),
    minimum: fractionLeaf({ ...anyNumber, description: 'For numbers: the least value allowed.' }).optional(),
    maximum: fractionLeaf({
      ...anyNumber,
      description: 'For numbers: the greatest value allowed.',
    }).optional(),
    minLength: wholeLeaf({
      ...anyLength,
      description: 'For texts: the least number of characters.',
    }).optional(),
    maxLength: wholeLeaf({
      ...anyLength,
      description: 'For texts: the greatest number of characters.',
    }).optional(),
    get items() {
      return parameterSchema.optional();
    },
  })
  .meta({ id: 'parameter', description: 'One parameter: a small part of JSON Schema.' }) as never;
