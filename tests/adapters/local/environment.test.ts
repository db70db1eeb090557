import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  environmentOf,
  localSecretValues,
  readLocalSecrets,
} from '../../../src/adapters/local/environment.ts';
import { definitionOf, type Playground, playground } from './playground.ts';

let place: Playground;
beforeEach(async () => {
  place = await playground();
});
afterEach(() => place.remove());

describe('local secrets', () => {
  it('are read from .env, and their values are known to whoever redacts', async () => {
    await place.write({ '.env': 'A=one\nB="two words"\n# note\nexport C=one\nEMPTY=\n' });
    expect(await readLocalSecrets(place.root)).toEqual({ A: 'one', B: 'two words', C: 'one', EMPTY: '' });
    expect(await localSecretValues(place.root)).toEqual(['one', 'two words']);
  });

  it('are none without the file', async () => {
    expect(await readLocalSecrets(place.root)).toEqual({});
    expect(await localSecretValues(place.root)).toEqual([]);
  });

  it('win over the manifest, and the facts of the run win over them', () => {
    const definition = definitionOf('a', { environment: { LEVEL: 'manifest', PLAIN: 'manifest' } });
    const secrets = { LEVEL: 'file', HEADGATE_RUN_ID: 'file' };
    const verdict = environmentOf({ definition, secrets, launch: { HEADGATE_RUN_ID: 'launch' } });
    expect(verdict).toMatchObject({
      kind: 'ok',
      environment: { LEVEL: 'file', PLAIN: 'manifest', HEADGATE_RUN_ID: 'launch' },
    });
  });

  it('that are not there are all named at once', () => {
    const definition = definitionOf('a', { secrets: { B: 'arn:b', A: 'arn:a', toString: 'arn:c' } });
    expect(environmentOf({ definition, secrets: {}, launch: {} })).toEqual({
      kind: 'missing',
      names: ['A', 'B', 'toString'],
    });
  });
});
