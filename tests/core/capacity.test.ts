import { describe, expect, it } from '@jest/globals';
import { admit } from '../../src/core/admission.ts';
import { capacityOf, spotFailures } from '../../src/core/capacity.ts';
import type { EndingClass } from '../../src/core/ending.ts';
import type { Policy } from '../../src/core/flow.ts';
import type { Attempt } from '../../src/core/run.ts';
import { attempt, deployment, flowA, noon, policy, registryOf, run } from './builders.ts';

const onSpot: Policy = { ...policy, spot: true, spotFallbackAfter: 2 };
const ended = (name: EndingClass, more: Partial<Attempt> = {}): Attempt =>
  attempt({ capacity: 'spot', handle: `task-${name}`, ending: { class: name, at: noon }, ...more });
const chosen = (attempts: readonly Attempt[], under = onSpot) => capacityOf({ attempts }, under);

describe('what the next attempt is launched on', () => {
  it('is nothing to decide for a flow that does not ask for spot', () => {
    expect(chosen([ended('spot'), ended('spot')], policy)).toBeUndefined();
    expect(capacityOf({ attempts: [] }, undefined)).toBeUndefined();
  });

  it.each<[readonly EndingClass[], string]>([
    [[], 'spot'],
    [['spot'], 'spot'],
    [['spot', 'spot'], 'on-demand'],
    [['spot', 'capacity'], 'on-demand'],
    [['spot', 'exit-code', 'spot'], 'on-demand'],
    [['exit-code', 'exit-code', 'host'], 'spot'],
  ])('after %j is %s', (classes, expected) => {
    expect(chosen(classes.map((name) => ended(name)))).toBe(expected);
  });

  it('stays spot where the flow names no limit', () => {
    const { spotFallbackAfter: _, ...never } = onSpot;
    expect(chosen([ended('spot'), ended('spot'), ended('spot')], never)).toBe('spot');
  });

  it('stays on demand once it was', () => {
    const left = ended('exit-code', { capacity: 'on-demand' });
    expect(chosen([left])).toBe('on-demand');
    expect(spotFailures([ended('capacity', { capacity: 'on-demand' })])).toBe(0);
  });

  it('counts every try of an attempt for which spot had no capacity, while it is open and when it was given up', () => {
    expect(chosen([attempt({ capacity: 'spot', launchTry: 1 })])).toBe('spot');
    expect(chosen([attempt({ capacity: 'spot', launchTry: 2 })])).toBe('on-demand');
    const { handle: _, ...givenUp } = ended('capacity', { launchTry: 8 });
    expect(spotFailures([givenUp])).toBe(8);
  });

  it('is recorded with the intent, and chosen anew for a try after a decline', () => {
    const registry = registryOf(deployment(flowA, onSpot));
    const limits = { launchesPerTick: 10, running: 10 };
    const intended = (...attempts: readonly Attempt[]) =>
      admit([run('r', { attempts })], registry, limits, noon).admitted[0]?.attempts.at(-1);
    expect(intended()).toEqual({ number: 1, launchTry: 1, intendedAt: noon, capacity: 'spot', group: '' });
    const declined = attempt({ capacity: 'spot', launchTry: 2 });
    expect(intended(declined)).toEqual({ ...declined, launchTry: 3, capacity: 'on-demand', group: '' });
  });
});
