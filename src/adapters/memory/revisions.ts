import { type Definition, familyOf } from '../../core/definition.ts';
import type { Shelf } from './shelf.ts';

export type Revisions = {
  find(definition: Definition): string | undefined;
  register(definition: Definition): string;
  get(revision: string): Definition | undefined;
  /** Somebody deregisters it: what is launched from it is refused. */
  deregister(revision: string): void;
};

/** Registering is not idempotent: it makes a new revision each time, as RegisterTaskDefinition does. */
export function revisions(kind: 'ecs' | 'local', shelf: Shelf): Revisions {
  const families = shelf.map<string, Definition[]>();
  const active = shelf.map<string, Definition>();
  const nameOf = (definition: Definition, index: number): string =>
    kind === 'ecs'
      ? `arn:aws:ecs:us-east-1:123456789012:task-definition/${familyOf(definition.project, definition.flow)}:${index + 1}`
      : `local:${definition.flow}:${definition.fingerprint.slice(0, 12)}`;
  const familyFor = ({ project, flow }: Definition): Definition[] =>
    families.get(familyOf(project, flow)) ?? [];
  return {
    find(definition) {
      const family = familyFor(definition);
      const newest = family.at(-1);
      if (newest?.fingerprint !== definition.fingerprint) return undefined;
      const revision = nameOf(newest, family.length - 1);
      return active.has(revision) ? revision : undefined;
    },
    register(definition) {
      const family = [...familyFor(definition), definition];
      families.set(familyOf(definition.project, definition.flow), family);
      const revision = nameOf(definition, family.length - 1);
      active.set(revision, definition);
      return revision;
    },
    get: (revision) => active.get(revision),
    deregister: (revision) => void active.delete(revision),
  };
}
