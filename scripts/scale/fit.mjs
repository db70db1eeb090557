// Whether costs grow no faster than what they are of, and stay within their bounds.

export const bounds = { exponent: 1.1, peakMiB: 512 };

/** Less growth than this between the smallest size and another one is the noise of starting a process. */
const noise = { cpuSeconds: 0.3, peakMiB: 24, stateBytes: 20_000, requests: 12 };

/**
 * The exponent with which a cost grows between neighbouring sizes, of what is added to the cost of the smallest one: a
 * fixed part, such as starting Node.js, would hide how the rest grows. Undefined: nothing worth the name was added.
 */
export function exponentsOf(points, cost) {
  const [first, ...rest] = points;
  if (first === undefined) return [];
  const grown = rest.map(({ size, ...costs }) => ({ size, by: costs[cost] - first[cost] }));
  return grown.slice(1).map(({ size, by }, index) => {
    const before = grown[index];
    if (by <= noise[cost]) return undefined;
    return Math.log(by / Math.max(before.by, noise[cost])) / Math.log(size / before.size);
  });
}

/** What is wrong with a row: the costs of one deed at several sizes. Bytes and requests are judged like seconds. */
export function faultsOf({ deed, points }) {
  const faults = [];
  for (const cost of Object.keys(noise)) {
    const last = exponentsOf(points, cost).at(-1);
    if (last !== undefined && last > bounds.exponent)
      faults.push(`${deed}: ${cost} grows with exponent ${last.toFixed(2)}, over ${bounds.exponent}`);
  }
  for (const { size, peakMiB } of points)
    if (peakMiB > bounds.peakMiB)
      faults.push(`${deed} at ${size}: ${peakMiB.toFixed(0)} MiB, over ${bounds.peakMiB}`);
  return faults;
}
