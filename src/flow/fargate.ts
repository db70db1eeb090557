import type { Resources } from '../core/flow.ts';
import type { Fault } from './yaml-node.ts';

type Sizes = { readonly least: number; readonly most: number; readonly step: number };

/** Memory in MiB that Fargate offers for each number of CPU units; ECS refuses any other pair at registration. */
const memoryOf: ReadonlyMap<number, Sizes | readonly number[]> = new Map<number, Sizes | readonly number[]>([
  [256, [512, 1_024, 2_048]],
  [512, { least: 1_024, most: 4_096, step: 1_024 }],
  [1_024, { least: 2_048, most: 8_192, step: 1_024 }],
  [2_048, { least: 4_096, most: 16_384, step: 1_024 }],
  [4_096, { least: 8_192, most: 30_720, step: 1_024 }],
  [8_192, { least: 16_384, most: 61_440, step: 4_096 }],
  [16_384, { least: 32_768, most: 122_880, step: 8_192 }],
]);

function listOf(sizes: Sizes | readonly number[]): readonly number[] {
  if (!('least' in sizes)) return sizes;
  const { least, most, step } = sizes;
  return Array.from({ length: (most - least) / step + 1 }, (_, index) => least + index * step);
}

export function fargateFault({ cpu, memoryMiB }: Resources): Fault | undefined {
  const sizes = memoryOf.get(cpu);
  if (sizes === undefined) {
    const message = `Fargate has no size with ${cpu} CPU units.`;
    return { code: 'E_FARGATE_SIZE', message, fix: `Allowed for cpu: ${[...memoryOf.keys()].join(', ')}.` };
  }
  const allowed = listOf(sizes);
  if (allowed.includes(memoryMiB)) return undefined;
  const message = `Fargate has no size with ${cpu} CPU units and ${memoryMiB} MiB of memory.`;
  return {
    code: 'E_FARGATE_SIZE',
    message,
    fix: `Allowed for memory with cpu ${cpu}: ${allowed.join(', ')}.`,
  };
}
