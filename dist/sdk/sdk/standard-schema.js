/** `parameters.dates[0]: Expected a date`, one line an issue. */
export function describeIssues(issues) {
    return issues
        .map(({ message, path = [] }) => {
        const steps = path.map((step) => String(typeof step === 'object' ? step.key : step));
        return `${['parameters', ...steps].join('.')}: ${message}`;
    })
        .join('\n');
}
