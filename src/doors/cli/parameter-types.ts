import type { ParameterSchema, ParameterSchemas } from '../../core/flow.ts';
import type { Json } from '../../core/json.ts';

/** How a module of ours is known from a person's own. */
export const firstLine = '// What flow.yml declares, written by `npx headgate types`.';

/** What formatters break a line at. */
const lineWidth = 110;

/** The module that says in TypeScript which parameters a manifest declares: every run has each of them. */
export function parameterModule(schemas: ParameterSchemas): string {
  const members = Object.entries(schemas).map(([name, schema]) => member(name, schema));
  if (members.length === 0)
    return `${firstLine}\nexport type Parameters = Readonly<Record<string, never>>;\n`;
  return [firstLine, 'export type Parameters = {', ...members, '};', ''].join('\n');
}

function member(name: string, schema: ParameterSchema): string {
  const key = `  readonly ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}:`;
  const alternatives = alternativesOf(schema);
  const line = `${key} ${alternatives.join(' | ')};`;
  if (line.length <= lineWidth) return line;
  return `${[key, ...alternatives.map((alternative) => `    | ${alternative}`)].join('\n')};`;
}

function alternativesOf(schema: ParameterSchema): readonly string[] {
  const { enum: values } = schema;
  if (values?.every(isLiteral) === true) return values.map(literal);
  switch (schema.type) {
    case 'integer':
    case 'number':
      return ['number'];
    case 'array':
      return [listOf(schema.items)];
    case 'object':
      return ['Readonly<Record<string, unknown>>'];
    default:
      return [schema.type];
  }
}

function listOf(items: ParameterSchema | undefined): string {
  const alternatives = items === undefined ? ['unknown'] : alternativesOf(items);
  const item = alternatives.join(' | ');
  const isOneWord = alternatives.length === 1 && !item.startsWith('readonly ');
  return `readonly ${isOneWord ? item : `(${item})`}[]`;
}

function isLiteral(value: Json): value is string | number | boolean {
  return typeof value !== 'object';
}

function literal(value: Json): string {
  return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}

/** In the quotes that formatters prefer: single ones, unless that takes more escapes. */
function quoted(text: string): string {
  const json = JSON.stringify(text);
  if (text.includes("'")) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}
