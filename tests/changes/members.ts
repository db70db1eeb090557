import { type Draft, type Draftable, objectAt, under } from './draft.ts';

/** A member of the workspaces, named by the root; false where the lock file knows none. */
export function addMember(
  draft: Draft,
  {
    name,
    folder,
    content = {},
  }: { readonly name: string; readonly folder: string; readonly content?: Draftable },
): boolean {
  if (draft.lock === 'npm-1') return false;
  Object.assign(objectAt(draft, `${folder}/package.json`), {
    name,
    version: '1.0.0',
    type: 'module',
    ...content,
  });
  const root = objectAt(draft, 'package.json');
  const isNpm = draft.lock === 'npm-2' || draft.lock === 'npm-3' || draft.lock === 'yarn-1';
  under(root, 'dependencies')[name] = isNpm ? '1.0.0' : 'workspace:*';
  if (draft.lock !== 'pnpm-9') root['workspaces'] = ['packages/*'];
  draft.own.set(`node_modules/${name}`, { folder, how: 'workspace' });
  return true;
}
