type Bucket = { readonly burst: number; readonly refill: number; readonly operations: readonly string[] };

/** "Request throttling for the Amazon ECS API", and Fargate's own limit on RunTask: per account and Region. */
const documented: readonly Bucket[] = [
  { burst: 100, refill: 40, operations: ['RunTask', 'StopTask'] },
  { burst: 20, refill: 20, operations: ['RunTask'] },
  { burst: 100, refill: 20, operations: ['DescribeTasks', 'ListTasks'] },
  { burst: 20, refill: 1, operations: ['RegisterTaskDefinition', 'DeregisterTaskDefinition'] },
  { burst: 50, refill: 20, operations: ['DescribeTaskDefinition'] },
];

/** Refilled in whole seconds, as measured. True: within the limits, and counted. */
export function documentedLimits(now: () => number): (operation: string) => boolean {
  const states = documented.map(({ burst }) => ({ tokens: burst, second: Math.floor(now() / 1000) }));
  return (operation) => {
    const second = Math.floor(now() / 1000);
    const touched = documented.flatMap((bucket, index) => {
      const state = states[index];
      return state !== undefined && bucket.operations.includes(operation) ? [{ bucket, state }] : [];
    });
    for (const { bucket, state } of touched) {
      state.tokens = Math.min(bucket.burst, state.tokens + (second - state.second) * bucket.refill);
      state.second = second;
    }
    if (touched.some(({ state }) => state.tokens < 1)) return false;
    for (const { state } of touched) state.tokens -= 1;
    return true;
  };
}
