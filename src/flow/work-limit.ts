import { InputError } from '../core/problem.ts';

/**
 * How much following imports may take. A repository can be made so that a few megabytes of it ask for billions of
 * comparisons: names times patterns, patterns times files. What people write needs less than a hundredth.
 */
export type WorkLimit = { spend(steps: number): void };

const mostSteps = 100_000_000;

export function workLimit(steps = mostSteps): WorkLimit {
  let left = steps;
  return {
    spend(amount) {
      left -= amount;
      if (left < 0) throw new InputError([tooMuch]);
    },
  };
}

const tooMuch = {
  code: 'E_IMPORT_LIMIT',
  message:
    'The imports of the flows lead to so many names, patterns and files that following them was given up.',
  fix: 'Look for files with thousands of imports, or for patterns in `import()`, `exports` or `paths` that match nearly everything.',
};
