import { describeProblem, RefusedError } from '../../../core/problem.ts';
import type { Findings } from '../../performed.ts';

/** What could not be looked at is neither well nor wrong. */
export class Unexamined extends Error {
  override readonly name = 'Unexamined';
}

/** To ask AWS or GitHub: what they do not answer to these credentials says nothing about what was asked for. */
export async function asking(look: () => Promise<Findings>): Promise<Findings> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof RefusedError) throw new Unexamined(describeProblem(error.problem), { cause: error });
    throw error;
  }
}
