import { encodeEvent } from "../core/event-format.js";
import { jsonOf } from "./json-value.js";
import { currentFrame, emit } from "./scope.js";
/** What the report of the run shows. The same name again replaces what was there. */
export const artifact = {
    markdown: (name, text) => publish({ kind: 'markdown', name, text }),
    /** Rows as objects, or as lists together with `columns`. */
    table: (name, rows, columns) => publish(tableOf(name, rows, columns)),
    link: (name, url, text) => publish({ kind: 'link', name, url: checkedUrl(url), ...(text === undefined ? {} : { text }) }),
    image: (name, image, alt = name) => publish({ kind: 'image', name, alt, source: sourceOf(image) }),
};
function publish(what) {
    if (typeof what.name !== 'string' || what.name.trim() === '' || what.name.length > 200)
        throw new TypeError(`An artifact needs a name of 1 to 200 characters, not ${JSON.stringify(what.name)}.`);
    const event = { event: 'artifact', artifact: what };
    // Too large is refused here, also in a test, where nothing is ever encoded.
    encodeEvent(event, 0);
    emit(currentFrame().run, event);
}
function tableOf(name, rows, columns) {
    const names = columns ?? [...new Set(rows.flatMap((row) => (Array.isArray(row) ? [] : Object.keys(row))))];
    if (names.length === 0 && rows.length > 0)
        throw new TypeError(`Table ${JSON.stringify(name)} has rows that are lists: give the names of its columns.`);
    const cells = rows.map((row) => names.map((column, index) => cellOf(Array.isArray(row) ? row[index] : Reflect.get(row, column))));
    return { kind: 'table', name, columns: names, rows: cells };
}
function cellOf(value) {
    const json = value === undefined ? null : jsonOf(value);
    return typeof json === 'object' && json !== null ? JSON.stringify(json) : json;
}
function checkedUrl(url) {
    if (URL.canParse(url) && /^(?:https?|s3):\/\//i.test(url))
        return url;
    throw new TypeError(`${JSON.stringify(url)} is no address that people can open. Write one that starts with https://.`);
}
function sourceOf(image) {
    if ('url' in image)
        return { kind: 'url', url: checkedUrl(image.url) };
    const [mediaType, bytes] = 'svg' in image
        ? ['image/svg+xml', Buffer.from(image.svg)]
        : [image.mediaType, Buffer.from(image.bytes)];
    return { kind: 'data', mediaType, base64: bytes.toString('base64') };
}
