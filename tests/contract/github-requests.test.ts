import { describe, expect, it } from '@jest/globals';
import { githubContract } from './github-requests.ts';

const contract = githubContract();
const path = '/repos/acme/flows/check-runs';
const body = { name: 'flow / a', head_sha: '0'.repeat(40) };

function problems(facts: { method?: string; path?: string; query?: string; body?: unknown }): string[] {
  return contract.request({
    method: 'POST',
    path,
    body,
    ...facts,
    query: new URLSearchParams(facts.query ?? ''),
  });
}

describe('the contract of requests to GitHub', () => {
  it('accepts what GitHub describes', () => {
    expect(problems({})).toEqual([]);
    expect(
      problems({
        method: 'GET',
        path: '/repos/acme/flows/commits/a/b/check-runs',
        query: 'filter=all&per_page=100',
        body: undefined,
      }),
    ).toEqual([]);
  });

  it.each([
    ['an operation that is not ours', { path: '/repos/acme/flows/pulls' }],
    ['an unknown member', { body: { ...body, external: 'x' } }],
    ['an unknown member deep inside', { body: { ...body, output: { title: 't', summary: 's', body: 'x' } } }],
    ['a missing member', { body: { name: 'x' } }],
    ['a value that is not allowed', { body: { ...body, status: 'done' } }],
    ['a moment that is none', { body: { ...body, started_at: 'yesterday' } }],
    [
      '51 annotations',
      {
        body: {
          ...body,
          output: {
            title: 't',
            summary: 's',
            annotations: Array(51).fill({
              path: 'a',
              start_line: 1,
              end_line: 1,
              annotation_level: 'notice',
              message: 'm',
            }),
          },
        },
      },
    ],
    ['an unknown query parameter', { query: 'x=1' }],
    [
      'a query parameter that is not allowed',
      {
        method: 'GET',
        path: '/repos/acme/flows/commits/a/check-runs',
        query: 'filter=every',
        body: undefined,
      },
    ],
    ['a body where there is none', { method: 'GET', path: '/repos/acme/flows' }],
  ])('refuses %s', (_, facts) => {
    expect(problems(facts)).not.toEqual([]);
  });

  it('refuses an answer that GitHub would not give', () => {
    expect(contract.response({ method: 'POST', path, status: 201 }, { id: 1 })).not.toEqual([]);
  });
});
