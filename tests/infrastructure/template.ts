import { readFileSync } from 'node:fs';
import { type CollectionTag, parse, type ScalarTag, YAMLMap, YAMLSeq } from 'yaml';

/** A CloudFormation template in its long form: `!Ref X` is `{ Ref: X }`. */
export type Template = {
  readonly Parameters: { readonly [name: string]: Json };
  readonly Conditions?: { readonly [name: string]: Json };
  readonly Resources: { readonly [name: string]: Resource };
  readonly Outputs: { readonly [name: string]: { readonly Value: Json; readonly Condition?: string } };
};
export type Resource = {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties?: { readonly [name: string]: Json };
};
// biome-ignore lint/suspicious/noExplicitAny: templates are data of AWS's shape; tests ask them by name
export type Json = any;

const functions = [
  'Ref',
  'Condition',
  'Sub',
  'GetAtt',
  'If',
  'Equals',
  'Not',
  'Or',
  'And',
  'Join',
  'Select',
  'GetAZs',
];

function longName(name: string): string {
  return name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
}

const tags = functions.flatMap((name): (ScalarTag | CollectionTag)[] => [
  {
    tag: `!${name}`,
    resolve: (text: string) => ({ [longName(name)]: name === 'GetAtt' ? text.split('.') : text }),
  },
  {
    tag: `!${name}`,
    collection: 'seq',
    resolve: (node) => ({ [longName(name)]: node instanceof YAMLSeq ? node.toJSON() : node }),
  },
  {
    tag: `!${name}`,
    collection: 'map',
    resolve: (node) => ({ [longName(name)]: node instanceof YAMLMap ? node.toJSON() : node }),
  },
]);

export const templateNames = ['network', 'cluster', 'access', 'clock', 'admin'] as const;
export type TemplateName = (typeof templateNames)[number];

export function readTemplate(name: TemplateName): Template {
  const text = readFileSync(new URL(`../../infrastructure/${name}.yml`, import.meta.url), 'utf8');
  return parse(text, { customTags: tags });
}
