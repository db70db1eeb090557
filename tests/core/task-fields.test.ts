import { expect, it } from '@jest/globals';
import type { Project } from '../../src/core/project.ts';
import { fieldChanges, taskFieldsOf } from '../../src/core/task-fields.ts';
import { manifest } from '../flow/manifests.ts';

const project: Project = {
  name: 'acme',
  stateBranch: 'headgate-state',
  defaults: {},
  limits: { launchesPerTick: 100, running: 200 },
  report: { on: 'deployed' },
};

function fieldsOf(environment: { readonly [name: string]: string }) {
  const plain = manifest('flow-a');
  return taskFieldsOf({ ...plain, workload: { ...plain.workload, environment } }, project);
}

it('what is kept of a task definition tells no value of its environment', () => {
  const fields = fieldsOf({ LOG_LEVEL: 'chatty', EMPTY: '' });
  expect(JSON.stringify(fields)).not.toContain('chatty');
  expect(fields).toMatchObject({ 'environment.LOG_LEVEL': expect.stringMatching(/^#[0-9a-f]{8}$/) });
});

it('two task definitions differ in what was added, changed and taken away', () => {
  const changes = fieldChanges(fieldsOf({ A: '1', B: '2', C: '3' }), fieldsOf({ A: '1', B: 'x', D: '4' }));
  expect(
    changes.map(({ field, before, after }) => [field, before !== undefined, after !== undefined]),
  ).toEqual([
    ['environment.B', true, true],
    ['environment.C', true, false],
    ['environment.D', false, true],
  ]);
});

it('a large environment is kept as one field, and still tells that it changed', () => {
  const many = (value: string) =>
    fieldsOf(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`N${index}`, value])));
  expect(JSON.stringify(many('a')).length).toBeLessThan(1_000);
  expect(fieldChanges(many('a'), many('b')).map(({ field }) => field)).toEqual(['environment']);
});
