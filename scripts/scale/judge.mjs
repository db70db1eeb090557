// Whether costs grow no faster than what they are of, and stay within their bounds; and the table of them.

export const bounds = { exponent: 1.1, peakMiB: 512 };

/**
 * `noise`: less growth than this between the smallest size and another one says nothing: starting a process takes a
 * little more or less each time.
 */
export const costs = [
  { name: 'cpuSeconds', title: 'CPU s', noise: 0.3, show: (value) => value.toFixed(2) },
  { name: 'peakMiB', title: 'peak MiB', noise: 24, show: (value) => value.toFixed(0) },
  { name: 'stateBytes', title: 'state kB', noise: 20_000, show: (value) => (value / 1_000).toFixed(0) },
  { name: 'boardBytes', title: 'board kB', noise: 20_000, show: (value) => (value / 1_000).toFixed(0) },
  { name: 'requests', title: 'requests', noise: 12, show: (value) => String(value) },
];

/** One of the two grows, or both together: what looks at all runs for each flow shows only there. */
export const axes = [
  { name: 'flows', sizeOf: ({ flows }) => flows, isOn: ({ runs }) => runs <= 100 },
  { name: 'open runs', sizeOf: ({ runs }) => runs, isOn: ({ flows, runs }) => flows === 1_000 && runs > 0 },
  { name: 'both', sizeOf: ({ flows }) => flows, isOn: ({ flows, runs }) => flows === runs },
];

/**
 * The exponent with which a cost grows from the last size but one to the last, of what is added to the cost of the smallest: a
 * fixed part, such as starting Node.js, would hide how the rest grows. Undefined: nothing worth the name was added.
 */
export function exponentOf(points, { name, noise }) {
  const [first, ...rest] = points;
  const [before, last] = rest
    .slice(-2)
    .map(({ size, ...point }) => ({ size, by: point[name] - first[name] }));
  if (last === undefined || last.by <= noise) return undefined;
  return Math.log(last.by / Math.max(before.by, noise)) / Math.log(last.size / before.size);
}

export function faultsOf(measurements, axis) {
  const faults = [];
  for (const deed of deedsOf(measurements)) {
    const points = pointsOf(measurements, deed, axis);
    for (const cost of costs) {
      const exponent = exponentOf(points, cost);
      if (exponent > bounds.exponent)
        faults.push(
          `${deed}: ${cost.title} grow with the power ${exponent.toFixed(2)} of ${axis.name}, over ${bounds.exponent}`,
        );
    }
    for (const { flows, runs, peakMiB } of points)
      if (peakMiB > bounds.peakMiB)
        faults.push(
          `${deed}: ${peakMiB.toFixed(0)} MiB at ${flows} flows and ${runs} open runs, over ${bounds.peakMiB}`,
        );
  }
  return faults;
}

function deedsOf(measurements) {
  return [...new Set(measurements.map(({ deed }) => deed))];
}

function pointsOf(measurements, deed, axis) {
  return measurements
    .filter((one) => one.deed === deed && axis.isOn(one))
    .map((one) => ({ ...one, size: axis.sizeOf(one) }))
    .sort((a, b) => a.size - b.size);
}

/** A row for each measurement, and below those of a deed the exponents along each axis, with the goal. */
export function tableOf(measurements) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rows = deedsOf(measurements).flatMap((deed) => [
    ...measurements
      .filter((one) => one.deed === deed)
      .map((one) => line([deed, one.flows, one.runs, ...costs.map(({ name, show }) => show(one[name]))])),
    ...axes.flatMap((axis) => exponentRow(measurements, deed, axis)).map(line),
  ]);
  const head = ['what', 'flows', 'open runs', ...costs.map(({ title }) => title)];
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows].join('\n');
}

function exponentRow(measurements, deed, axis) {
  const points = pointsOf(measurements, deed, axis);
  const exponents = costs.map((cost) => exponentOf(points, cost));
  if (exponents.every((exponent) => exponent === undefined)) return [];
  const goal = `*exponent of ${axis.name}, at most ${bounds.exponent}; peak at most ${bounds.peakMiB} MiB*`;
  return [
    [
      goal,
      '',
      '',
      ...exponents.map((exponent) => (exponent === undefined ? '' : `*${exponent.toFixed(2)}*`)),
    ],
  ];
}
