export const id = 175;
export const ids = [175];
export const modules = {

/***/ 1175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  createRedactor: () => (/* binding */ createRedactor),
  judgedLength: () => (/* binding */ judgedLength)
});

;// CONCATENATED MODULE: ./src/report/encodings.ts
/** Shorter texts are words: masking `dev` or `1` everywhere would leave nothing to read and reveal what the secret is. */
const shortestForm = 4;
/** Shorter parts of Base64 would also be found where they mean something else. */
const shortestEmbedded = 8;
function encodingsOf(secret) {
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const raw = [secret, secret.trim(), unquoted(secret.trim()), ...(lines.length > 1 ? lines : [])].filter((text) => text.length >= shortestForm);
    return { exact: unique(raw.flatMap(exactForms)), embedded: unique(raw.flatMap(embeddedForms)) };
}
function exactForms(text) {
    const uri = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'));
    const strictUri = uri.replaceAll(/[!'()*]/g, hexOf);
    const json = JSON.stringify(text).slice(1, -1);
    return [
        text,
        ...[uri, strictUri].flatMap((form) => [
            form,
            form.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
            form.replaceAll('%20', '+'),
        ]),
        json,
        json.replaceAll(/[\u0085\u2028\u2029]/g, unicodeOf),
        json.replaceAll(/[\u007f-\uffff]/g, unicodeOf),
        JSON.stringify(json).slice(1, -1),
        json.replaceAll('/', '\\/'),
        text
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')
            .replaceAll('>', '&gt;')
            .replaceAll('"', '&quot;')
            .replaceAll("'", '&apos;'),
        text.replaceAll("'", "''"),
        text.replaceAll("'", `'\\''`),
        text.replaceAll('"', '\\"'),
        text.replaceAll(/["`$]/g, '`$&'),
        ...powerShellParts(text),
        ...hexForms(text),
        ...urlSafe(base64(bytesOf(text))),
        ...shiftedForms(bytesOf(text)),
    ];
}
/** As strict encoders write what `encodeURIComponent` leaves. */
function hexOf(character) {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
function unicodeOf(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
const shortestPart = 6;
/** PowerShell prints what stands before and behind an ampersand apart, in an error about a command. */
function powerShellParts(text) {
    const coloured = text.indexOf('&+');
    const end = coloured < 0 ? text.lastIndexOf('&') + 1 : coloured + 2;
    if (end === 0)
        return [];
    // Behind `&+` it colours one letter by itself.
    const parts = [text.slice(0, end), text.slice(coloured < 0 ? end : end + 1)];
    return parts.filter((part) => part.length >= shortestPart);
}
/** The end of a Base64 text of which the secret is the end, and that begins one or two bytes before it. */
function shiftedForms(bytes) {
    const forms = [1, 2].map((shift) => base64(bytes.subarray(shift)));
    return forms.filter((form) => form.length >= shortestEmbedded).flatMap(urlSafe);
}
function unquoted(text) {
    return /^(["']).*\1$/s.test(text) ? text.slice(1, -1) : text;
}
function unique(texts) {
    return [...new Set(texts)];
}
function hexForms(text) {
    const hex = [...bytesOf(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.length < 12 ? [] : [hex, hex.toUpperCase()];
}
/**
 * Base64 of the secret in the middle of a longer text: three bytes become four characters, so it looks in three ways,
 * depending on where it begins.
 */
function embeddedForms(text) {
    const bytes = bytesOf(text);
    return [0, 1, 2].flatMap((skip) => {
        const rest = bytes.subarray(skip);
        const form = base64(rest.subarray(0, rest.length - (rest.length % 3)));
        return form.length < shortestEmbedded ? [] : urlSafe(form);
    });
}
function urlSafe(form) {
    const bare = form.replace(/=+$/, '');
    return [
        form,
        bare,
        form.replaceAll('+', '-').replaceAll('/', '_'),
        bare.replaceAll('+', '-').replaceAll('/', '_'),
    ];
}
function bytesOf(text) {
    return new TextEncoder().encode(text);
}
function base64(bytes) {
    let binary = '';
    for (const byte of bytes)
        binary += String.fromCharCode(byte);
    return btoa(binary);
}

;// CONCATENATED MODULE: ./src/report/known-forms.ts
/** The first characters of a form, by which it is found. No form is shorter: `encodings.ts` leaves out shorter ones. */
const markLength = 4;
const markBits = 16;
/**
 * Finds all forms of all secrets in one pass, however many there are: the beginnings of the forms are marked in a table,
 * and only where the text has one of these are forms compared with it.
 */
function formFinder(encodings) {
    const forms = formsOf(encodings);
    const byMark = new Map();
    const marked = new Uint8Array(1 << markBits);
    for (const form of forms) {
        const mark = markAt(form.text, 0);
        marked[slotOf(mark)] = 1;
        byMark.set(mark, [...(byMark.get(mark) ?? []), form]);
    }
    /** Until `meet` says that it has seen enough. */
    const scan = (text, meet) => {
        let mark = 0;
        for (let end = 0; end < text.length; end += 1) {
            mark = nextMark(mark, text.charCodeAt(end));
            if (marked[slotOf(mark)] === 0 || end < markLength - 1)
                continue;
            const from = end - markLength + 1;
            for (const form of byMark.get(mark) ?? [])
                if (text.startsWith(form.text, from) && meet(form, from))
                    return;
        }
    };
    return {
        longest: forms.reduce((most, { text }) => Math.max(most, text.length), 0),
        find(text) {
            const spans = [];
            if (forms.length === 0)
                return spans;
            scan(text, (form, from) => {
                spans.push(spanOf(text, form, from));
                return false;
            });
            return spans;
        },
        isIn(text) {
            let isFound = false;
            if (forms.length === 0)
                return isFound;
            scan(text, () => {
                isFound = true;
                return isFound;
            });
            return isFound;
        },
    };
}
function formsOf(encodings) {
    const exact = new Set(encodings.flatMap((one) => one.exact));
    const embedded = new Set(encodings.flatMap((one) => one.embedded));
    return [
        ...[...exact].map((text) => ({ text, isEmbedded: false })),
        ...[...embedded].map((text) => ({ text, isEmbedded: true })),
    ].filter(({ text }) => text.length >= markLength);
}
/** Depends on the last four characters alone: earlier ones have been shifted out of its 32 bits. */
function nextMark(mark, code) {
    return (mark << 8) ^ code;
}
function markAt(text, from) {
    let mark = 0;
    for (let at = from; at < from + markLength; at += 1)
        mark = nextMark(mark, text.charCodeAt(at));
    return mark;
}
/** Multiplying by the golden ratio spreads marks that differ in any bit (Knuth, The Art of Computer Programming, 6.4). */
function slotOf(mark) {
    return Math.imul(mark, 0x9e3779b1) >>> (32 - markBits);
}
function spanOf(text, form, from) {
    const span = { from, to: from + form.text.length };
    return form.isEmbedded ? widened(text, span) : span;
}
/** The characters beside a part of a Base64 text can carry the secret's first and last two bytes. */
function widened(text, { from, to }) {
    const before = /[A-Za-z0-9+/_-]{0,3}$/.exec(text.slice(Math.max(from - 3, 0), from))?.[0] ?? '';
    const after = /^[A-Za-z0-9+/_-]{0,3}={0,2}/.exec(text.slice(to, to + 5))?.[0] ?? '';
    return { from: from - before.length, to: to + after.length };
}

;// CONCATENATED MODULE: ./src/report/secret-patterns.ts
const secretWords = ['password', 'passwd', 'passphrase', 'pwd', 'secret', 'token', 'signature', 'cookie'];
/**
 * What looks like a secret without being known as one.
 * Every repetition is bounded or excludes what could start the match again, so that hostile text costs linear time.
 */
const secretPatterns = [
    // AWS: key ids, session tokens, and the query of presigned addresses, which Fargate's pull errors can contain.
    {
        hints: ['akia', 'asia', 'abia', 'acca'],
        // Beside it stands its secret, which has no shape of its own: 40 characters of base64, a name or two between them.
        pattern: /(?<![A-Za-z0-9])()(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])(?:[^\w/+]{1,8}(?:[A-Za-z_]{1,40}[^\w/+]{1,8}){0,4}[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+]))?/g,
    },
    {
        hints: ['iqoj', 'fwog', 'fqog'],
        pattern: /(?<![A-Za-z0-9])()(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{40,4000}/g,
    },
    {
        hints: ['x-amz-'],
        pattern: /(X-Amz-(?:Signature|Credential|Security-Token)(?:=|%3D))[^&\s"'<>]{1,4000}/gi,
    },
    {
        hints: ['signature=', 'awsaccesskeyid=', 'sig=', 'sv='],
        pattern: /([?&](?:Signature|AWSAccessKeyId|sig|sv)=)[^&\s"'<>]{4,4000}/gi,
    },
    // Tokens with a prefix of their issuer.
    {
        hints: ['gho_', 'ghp_', 'ghs_', 'ghu_', 'ghr_', 'github_pat_'],
        pattern: /(?<![A-Za-z0-9])()(?:gh[opsur]_|github_pat_)[A-Za-z0-9_.-]{16,2000}/g,
    },
    { hints: ['glpat-'], pattern: /(?<![A-Za-z0-9])()glpat-[A-Za-z0-9_.-]{16,300}/g },
    { hints: ['xox'], pattern: /(?<![A-Za-z0-9])()xox[abeoprs]-[A-Za-z0-9-]{8,500}/g },
    {
        hints: ['hooks.slack.com/'],
        pattern: /(hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9/_-]{8,300}/gi,
    },
    {
        hints: ['.com/api/webhooks/'],
        pattern: /(discord(?:app)?\.com\/api\/webhooks\/)[A-Za-z0-9/_-]{8,300}/gi,
    },
    {
        hints: ['k_live_', 'k_test_'],
        pattern: /(?<![A-Za-z0-9])()(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{12,300}/g,
    },
    { hints: ['sk-'], pattern: /(?<![A-Za-z0-9])()sk-[A-Za-z0-9_-]{20,300}/g },
    {
        hints: ['npm_', 'hf_', 'whsec_', 'dop_v1_', 'pypi-'],
        pattern: /(?<![A-Za-z0-9])()(?:npm_|hf_|whsec_|dop_v1_|pypi-)[A-Za-z0-9_-]{20,500}/g,
    },
    { hints: ['aiza'], pattern: /(?<![A-Za-z0-9])()AIza[A-Za-z0-9_-]{30,100}/g },
    { hints: ['sg.'], pattern: /(?<![A-Za-z0-9])()SG\.[A-Za-z0-9_-]{16,100}\.[A-Za-z0-9_-]{16,100}/g },
    {
        hints: ['eyj'],
        pattern: /(?<![A-Za-z0-9_-])()eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{4,8000}\.[A-Za-z0-9_-]{0,2000}/g,
    },
    {
        hints: ['-----begin '],
        pattern: /()-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
    },
    // `user:password@` of an address, the password with `@` or `/` in it or not, but not a port.
    { hints: ['://'], pattern: /(:\/\/)[^\s/?#@"'<>]{1,500}(?=@)/g },
    { hints: ['://'], pattern: /(:\/\/)[^\s/:@"'<>]{0,200}:(?!\d{1,5}(?:[/?#]|$))[^\s"'<>]{1,300}(?=@)/g },
    {
        hints: ['authorization'],
        pattern: /((?:authorization|proxy-authorization)["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|token|aws4-hmac-sha256)\s{1,3})[^\s"',]{4,8000}/gi,
    },
    { hints: ['bearer'], pattern: /((?<![A-Za-z0-9])bearer\s{1,3})[A-Za-z0-9._~+/=-]{12,8000}/gi },
    // A name that says so, and a value. ARNs have `:secret:` in them and are none.
    {
        hints: ['key', ...secretWords],
        pattern: new RegExp(`(${nameWithSecret()}\\\\?["']?\\s{0,3}(?:=>|[=:])\\s{0,3}\\\\?)(?:"[^"\\n]{4,2000}"|'[^'\\n]{4,2000}'|(?!["']?arn:)[^\\s"',;&)\\]}]{6,4000})`, 'gi'),
    },
    {
        hints: ['-password', '-passwd', '-token', '-secret', '-api'],
        pattern: /((?<![A-Za-z0-9])--?(?:password|passwd|token|secret|api-?key)[ =]\s{0,2})[^\s"'-][^\s]{3,2000}/gi,
    },
];
function nameWithSecret() {
    const words = secretWords.join('|').replace('secret', 'secret(?!smanager)');
    const keys = '(?:api|access|private|secret|signing|encryption|auth|account|client|license)[-_ ]?key';
    return `(?<!:\\d{12}:)(?:${words}|${keys})[A-Za-z0-9_-]{0,30}`;
}

// EXTERNAL MODULE: ./src/report/spans.ts
var report_spans = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/report/redact.ts




/** More of one text is never looked at, nor shown. */
const judgedLength = 262_144;
const cutMark = '… (cut)';
/** Knows the secrets given, in every usual encoding, and the shapes that secrets have. */
function createRedactor(secrets) {
    const forms = formFinder(secrets.map(encodingsOf));
    const all = (text) => [...forms.find(text), ...shaped(text)];
    const redact = (text) => {
        const judged = text.slice(0, judgedLength);
        const spans = all(judged);
        if (text.length <= judgedLength)
            return spans.length === 0 ? text : (0,report_spans/* cover */.Iv)(text, (0,report_spans/* merge */.h1)(spans));
        // A secret that the limit cuts in two begins in what is left out here.
        const keptLength = Math.max(judgedLength - forms.longest, 0);
        return `${(0,report_spans/* cover */.Iv)(judged.slice(0, keptLength), (0,report_spans/* merge */.h1)(spans))}${cutMark}`;
    };
    const lines = (texts) => {
        const bounded = texts.map((text) => (text.length > judgedLength ? redact(text) : text));
        return (0,report_spans/* coverAcross */.Bm)((0,report_spans/* coverAcross */.Bm)(bounded, '', forms.find), '\n', all);
    };
    return Object.assign(redact, {
        lines,
        known: (text) => (0,report_spans/* cover */.Iv)(text, (0,report_spans/* merge */.h1)(forms.find(text))),
        isHarmless: (text) => text.length <= judgedLength && !anyHint.test(text) && !forms.isIn(text),
    });
}
const anyHint = new RegExp([...new Set(secretPatterns.flatMap(({ hints }) => hints))]
    .map((hint) => hint.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|'), 'i');
/** Where it looks like a secret. Patterns that have no hint in the text are not tried: of most texts, none is. */
function shaped(text) {
    if (!anyHint.test(text))
        return [];
    const small = text.toLowerCase();
    return secretPatterns.flatMap(({ hints, pattern }) => hints.some((hint) => small.includes(hint))
        ? [...text.matchAll(pattern)].map((match) => ({
            from: match.index + (match[1] ?? '').length,
            to: match.index + match[0].length,
        }))
        : []);
}


/***/ }),

/***/ 8500:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bm: () => (/* binding */ coverAcross),
/* harmony export */   HA: () => (/* binding */ redactionMark),
/* harmony export */   Iv: () => (/* binding */ cover),
/* harmony export */   h1: () => (/* binding */ merge)
/* harmony export */ });
const redactionMark = '***';
/** In order, and apart from each other. */
function merge(spans) {
    const merged = [];
    for (const span of [...spans].sort((a, b) => a.from - b.from)) {
        const last = merged.at(-1);
        if (last === undefined || span.from > last.to)
            merged.push(span);
        else if (span.to > last.to)
            merged[merged.length - 1] = { from: last.from, to: span.to };
    }
    return merged;
}
function cover(text, spans) {
    let shown = '';
    let done = 0;
    for (const { from, to } of spans) {
        if (from >= text.length)
            break;
        shown += `${text.slice(done, from)}${redactionMark}`;
        done = to;
    }
    return shown + text.slice(done);
}
/** Finds in the joined lines, and covers each line's share of what was found. */
function coverAcross(lines, separator, find) {
    const spans = merge(find(lines.join(separator)));
    let next = 0;
    let start = 0;
    return lines.map((line) => {
        const end = start + line.length;
        while ((spans[next]?.to ?? Number.POSITIVE_INFINITY) <= start)
            next += 1;
        const own = [];
        for (let index = next; (spans[index]?.from ?? Number.POSITIVE_INFINITY) < end; index += 1) {
            const { from, to } = spans[index] ?? { from: end, to: end };
            own.push({ from: Math.max(from - start, 0), to: Math.min(to - start, line.length) });
        }
        start = end + separator.length;
        return cover(line, own);
    });
}


/***/ })

};
