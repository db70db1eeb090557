import type { FlowName, Manifest } from '../../src/core/flow.ts';
import { policy } from '../core/builders.ts';

export function manifest(name: string, changes: Partial<Manifest> = {}): Manifest {
  return {
    name: name as FlowName,
    file: `flows/${name}/flow.yml`,
    description: '',
    policy,
    workload: {
      program: { kind: 'entrypoint', file: 'index.ts' },
      resources: { cpu: 256, memoryMiB: 512, architecture: 'x86-64' },
      environment: {},
      secrets: {},
    },
    inputs: [],
    ...changes,
  };
}

export function commandManifest(name: string, changes: Partial<Manifest> = {}): Manifest {
  const base = manifest(name);
  return {
    ...base,
    workload: { ...base.workload, program: { kind: 'command', argv: ['python', 'main.py'] } },
    ...changes,
  };
}
