import type { ParameterSchema, ParameterSchemas } from '../core/flow.ts';
import { parameterValueFaults } from '../core/parameters.ts';
import { quote } from '../core/quote.ts';
import { secretNameFault, variableNameFault } from './environment.ts';
import type { Found } from './judge.ts';
import type { Path } from './yaml-node.ts';

/** What is wrong with declared parameters: their names, and schemas that contradict themselves. */
export function parameterSchemaFaults(schemas: ParameterSchemas): readonly Found[] {
  const names = new Map<string, string>();
  return Object.entries(schemas).flatMap(([name, schema]) => {
    const path = ['parameters', name];
    const other = names.get(name.toLowerCase());
    names.set(name.toLowerCase(), other ?? name);
    const message = `${quote(name)} and ${quote(other)} differ only in case.`;
    const collision = { code: 'E_PARAM_COLLISION', message, fix: 'Rename one.' };
    const faults = [
      variableNameFault(name),
      secretNameFault(name),
      other === undefined ? undefined : collision,
    ];
    const ofName = faults.flatMap((fault) =>
      fault === undefined ? [] : [{ path, at: 'key' as const, fault }],
    );
    return [...ofName, ...schemaFaults(schema, path)];
  });
}

const keywordTypes = {
  format: ['string'],
  minLength: ['string'],
  maxLength: ['string'],
  minimum: ['integer', 'number'],
  maximum: ['integer', 'number'],
  items: ['array'],
} as const satisfies { [keyword in keyof ParameterSchema]?: readonly ParameterSchema['type'][] };

function schemaFaults(schema: ParameterSchema, path: Path): readonly Found[] {
  const { default: preset, items, enum: allowed = [], ...rest } = schema;
  const presets = preset === undefined ? [] : parameterValueFaults(schema, preset);
  const unfit = allowed.flatMap((value, index) =>
    parameterValueFaults(rest, value).map((fault) => ({ ...fault, path: ['enum', index] })),
  );
  return [
    ...keywordFaults(schema, path),
    ...presets.map((fault) => wrong([...path, 'default'], 'E_PARAM_DEFAULT', fault)),
    ...unfit.map((fault) => wrong([...path, ...fault.path], 'E_PARAM_SCHEMA', fault)),
    ...(items === undefined ? [] : itemsFaults(items, [...path, 'items'])),
  ];
}

function wrong(path: Path, code: string, { message, fix }: { message: string; fix?: string }): Found {
  return { path, at: 'value', fault: fix === undefined ? { code, message } : { code, message, fix } };
}

function itemsFaults(items: ParameterSchema, path: Path): readonly Found[] {
  const faults = schemaFaults(items, path);
  if (items.default === undefined) return faults;
  const fault = { code: 'E_UNKNOWN_KEY', message: 'Items of a list have no default.', fix: 'Remove it.' };
  return [...faults, { path: [...path, 'default'], at: 'key', fault }];
}

function keywordFaults(schema: ParameterSchema, path: Path): readonly Found[] {
  const misplaced = Object.entries(keywordTypes).flatMap(([keyword, types]) => {
    const isFit = (types as readonly string[]).includes(schema.type);
    if (isFit || schema[keyword as keyof typeof keywordTypes] === undefined) return [];
    const message = `\`${keyword}\` means nothing for the type ${schema.type}.`;
    return [wrong([...path, keyword], 'E_PARAM_SCHEMA', { message, fix: `It is for: ${types.join(', ')}.` })];
  });
  return [
    ...misplaced,
    ...boundFaults(schema, path, ['minimum', 'maximum']),
    ...boundFaults(schema, path, ['minLength', 'maxLength']),
  ];
}

function boundFaults(
  schema: ParameterSchema,
  path: Path,
  [least, most]: readonly ['minimum', 'maximum'] | readonly ['minLength', 'maxLength'],
): readonly Found[] {
  const low = schema[least] ?? Number.NEGATIVE_INFINITY;
  const high = schema[most] ?? Number.POSITIVE_INFINITY;
  if (low <= high) return [];
  const message = `\`${least}\` ${low} is above \`${most}\` ${high}, so no value fits.`;
  return [wrong([...path, least], 'E_PARAM_SCHEMA', { message, fix: 'Swap or correct them.' })];
}
