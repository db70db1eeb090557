/** The one text of a JSON value: keys sorted by code unit, no white space, `-0` as `0`. Equal values, equal bytes. */
export function canonicalJson(value) {
    if (Array.isArray(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (typeof value === 'object' && value !== null)
        return canonicalObject(value);
    return JSON.stringify(Object.is(value, -0) ? 0 : value);
}
function canonicalObject(value) {
    let members = '';
    for (const key of Object.keys(value).sort()) {
        const separator = members === '' ? '' : ',';
        members += `${separator}${JSON.stringify(key)}:${canonicalJson(value[key])}`;
    }
    return `{${members}}`;
}
