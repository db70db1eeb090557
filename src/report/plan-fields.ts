import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { type FieldChange, fieldChanges } from '../core/task-fields.ts';
import type { Outgoing } from './outgoing.ts';
import { table } from './text.ts';

const mostRows = 300;
const isHashed = (field: string): boolean => /^(?:environment|secrets)(?:\.|$)/.test(field);

/** How the task definitions of the flows that change would differ, field by field. */
export function fieldSection({ flows }: Plan, outgoing: Outgoing): string {
  const changes = flows.filter((planned) => isChange(planned) && planned.action !== 'removed');
  const rows = changes.flatMap((planned) =>
    changesOf(planned).map((change) => [
      outgoing.code(planned.flow),
      outgoing.code(change.field, 200),
      valueText(change.field, change.before, outgoing),
      change.before !== undefined && change.after !== undefined && isHashed(change.field)
        ? 'another value'
        : valueText(change.field, change.after, outgoing),
    ]),
  );
  const unknown = changes.filter(
    ({ deployed, parts }) =>
      deployed !== undefined && deployed.taskFields === undefined && parts.includes('manifest'),
  );
  const notes = [
    rows.length > mostRows ? `… and ${rows.length - mostRows} more.` : '',
    unknown.length === 0
      ? ''
      : `What was deployed of ${unknown.map(({ flow }) => outgoing.code(flow)).join(', ')} was not kept field by field.`,
  ];
  const shown =
    rows.length === 0 ? '' : table(['Flow', 'Field', 'Deployed', 'After the merge'], rows.slice(0, mostRows));
  const body = [shown, ...notes].filter((part) => part !== '').join('\n\n');
  return body === '' ? '' : `### Task definitions\n\n${body}`;
}

function changesOf({ deployed, desired, image }: PlannedFlow): readonly FieldChange[] {
  if (desired?.fields === undefined || deployed?.taskFields === undefined) return [];
  const before = deployed.version.image;
  const isImageNew = image.kind === 'needed' || (image.kind === 'kept' && image.image !== before);
  const after = image.kind === 'kept' ? image.image : 'not built yet';
  const imageChange: FieldChange = { field: 'image', ...(before === undefined ? {} : { before }), after };
  return [...(isImageNew ? [imageChange] : []), ...fieldChanges(deployed.taskFields, desired.fields)];
}

/** A value that is kept as a hash is not told. */
function valueText(field: string, value: string | undefined, outgoing: Outgoing): string {
  if (value === undefined) return 'none';
  return isHashed(field) ? 'set' : outgoing.code(value, 300);
}
