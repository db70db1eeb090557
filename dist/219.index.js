export const id = 219;
export const ids = [219];
export const modules = {

/***/ 755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ localWarnings),
/* harmony export */   pH: () => (/* binding */ planWarnings),
/* harmony export */   x7: () => (/* binding */ compiledWarnings)
/* harmony export */ });
/* unused harmony export compiledWarning */
/* harmony import */ var _cron_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1550);
/* harmony import */ var _instant_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3705);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9665);
/* harmony import */ var _quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1748);
/* harmony import */ var _slots_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5957);





/** GitHub delivers no schedule more often, and late on a good day; `infrastructure/clock.yml` is as exact as a minute. */
const clockStepMs = 5 * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2;
const clockLateMs = 15 * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .minuteMs */ .J2;
const judgedSlots = 300;
/** What is allowed, but will hardly come out as it was meant. */
function planWarnings({ flows }, now) {
    return flows
        .filter((planned) => (0,_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .isChange */ .Xb)(planned) && planned.action !== 'removed')
        .flatMap(({ flow, desired }) => {
        if (desired === undefined)
            return [];
        const { file, policy } = desired.manifest;
        const problems = [shortWindow(policy), coarseClock(policy, now), ...bothDays(policy, now)];
        return problems.flatMap((problem) => problem === undefined
            ? []
            : [{ ...problem, place: { file }, message: `${problem.message.replace('%', `"${flow}"`)}` }]);
    });
}
/** Whether a bundle can hold such a package only a build tells; one that has done so needs no warning. */
function compiledWarnings({ flows }) {
    return flows.flatMap(({ flow, action, desired, deployed }) => {
        if (desired === undefined || action === 'unchanged' || deployed?.version.bundle !== undefined)
            return [];
        const names = desired.compiled?.() ?? [];
        return names.length === 0 ? [] : [compiledWarning(flow, desired.manifest.file, names)];
    });
}
const mostPackages = 5;
function compiledWarning(flow, file, packages) {
    const named = packages
        .slice(0, mostPackages)
        .map((name) => (0,_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(name))
        .join(', ');
    return {
        code: 'W_MAY_NOT_BUNDLE',
        place: { file },
        message: `Flow "${flow}" uses packages that come with compiled programs, which a bundle may not be able to hold: ${named}.`,
        fix: "`npx headgate validate` tries it where packages are installed. If it fails, name the package under `external`, with an image of the flow's own.",
    };
}
/** Of flows that execute on this machine. */
function localWarnings(manifests) {
    return manifests.flatMap(({ name, file, workload }) => {
        const keys = ['sidecars', 'volumes'].filter((key) => workload[key] !== undefined);
        const [field] = keys;
        if (field === undefined)
            return [];
        const message = `Flow "${name}" has ${keys.join(' and ')}, which exist on ECS only: here its program starts without them.`;
        const fix = 'Start what it needs by hand, or let the program do without.';
        return [{ code: 'W_ECS_ONLY', place: { file }, field, message, fix }];
    });
}
function shortWindow({ catchUp, schedules }) {
    const windowMs = catchUp.windowSeconds * _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .secondMs */ .fj;
    if (schedules.length === 0 || windowMs >= clockLateMs)
        return undefined;
    return {
        code: 'W_WINDOW_SHORT',
        field: 'catch-up.window',
        message: `Flow % lets a slot start at most ${catchUp.windowSeconds} s late; GitHub's schedule is often later, and then the slot is missed.`,
        fix: 'Use a window of 15m at least, or start ticks from infrastructure/clock.yml.',
    };
}
/** Whether both day fields must fit or one of them hangs on how the first begins: the slots say which it is. */
function bothDays({ schedules }, now) {
    return schedules.flatMap((schedule, index) => {
        if (schedule.kind !== 'cron' || !(0,_cron_js__WEBPACK_IMPORTED_MODULE_0__/* .hasBothDays */ .nA)(schedule.cron))
            return [];
        const which = (0,_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .cronOf */ .A$)(schedule.cron).isEitherDay ? 'one of them fits' : 'both fit';
        const slots = (0,_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .nextSlots */ .jj)(schedule, now, 5).map((slot) => (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .isoOf */ .dF)(slot).slice(0, 16).replace('T', ' '));
        return [
            {
                code: 'W_CRON_DOM_DOW',
                field: `schedules[${index}].cron`,
                message: `Flow % names dates and weekdays in "${schedule.cron}", and runs on days on which ${which}: in UTC ${slots.join(', ')}.`,
                fix: 'Name dates or weekdays only, or leave it if these slots are meant.',
            },
        ];
    });
}
/** Only of a day: a schedule that is dense once a year is rare, and its slots are caught up. */
function coarseClock({ schedules }, now) {
    const isDense = schedules.some((schedule) => {
        const slots = (0,_slots_js__WEBPACK_IMPORTED_MODULE_4__/* .slotsBetween */ .iF)(schedule, now, (0,_instant_js__WEBPACK_IMPORTED_MODULE_1__/* .plusMs */ .f9)(now, _instant_js__WEBPACK_IMPORTED_MODULE_1__/* .dayMs */ .LP), judgedSlots);
        return slots.some((slot, index) => index > 0 && slot - (slots[index - 1] ?? 0) < clockStepMs);
    });
    if (!isDense)
        return undefined;
    return {
        code: 'W_CLOCK_COARSE',
        field: 'schedules',
        message: "Flow % has slots less than 5 minutes apart; GitHub's schedule ticks no more often.",
        fix: 'Start ticks from infrastructure/clock.yml, or let `catch-up` run what comes together.',
    };
}


/***/ }),

/***/ 5394:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ closuresOf)
});

// EXTERNAL MODULE: ./src/core/digest.ts
var digest = __webpack_require__(3298);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/flow/repository-path.ts
var repository_path = __webpack_require__(4131);
;// CONCATENATED MODULE: ./src/flow/dockerfile/left-out.ts


/** What stays on a laptop on purpose: tests, documentation, and what tools and builds read. */
const forPeople = [
    /(?:^|\/)(?:tests?|__tests__|docs?|\.[^/]+)\//i,
    /(?:^|\/)\.[^/]+$/,
    /(?:^|\/)(?:test_[^/]*|[^/]*_test|[^/]*\.(?:test|spec)|conftest)\.[a-z]+$/,
    /(?:^|\/)(?:README|LICEN[CS]E|CHANGELOG|NOTICE|Makefile|[^/]*Dockerfile|docker-compose|compose)[^/]*$/i,
    /\.(?:md|rst|adoc|lock|ipynb|d\.ts)$/,
    /(?:^|\/)(?:requirements|constraints)[^/]*\.(?:txt|in)$/,
    /(?:^|\/)(?:pyproject\.toml|setup\.cfg|tox\.ini|pytest\.ini|mypy\.ini|ruff\.toml|Pipfile)$/,
    /(?:^|\/)(?:package|package-lock|tsconfig[^/]*|jsconfig|biome)\.json$/,
];
/** Files of a flow that its own image will not hold: they are there when it runs on a laptop, and not on ECS. */
function leftOutWarning({ dockerfile, folder }, { copied, isWhole }, files) {
    const missing = [...files].filter((path) => !copied.some((taken) => taken.has(path)) &&
        !forPeople.some((pattern) => pattern.test(within(folder, path))));
    if (missing.length === 0)
        return undefined;
    const why = isWhole
        ? 'a .dockerignore keeps it from the build'
        : `no COPY or ADD of ${dockerfile} takes it`;
    return {
        ...warningOf(missing, why),
        place: { file: dockerfile },
        fix: `Copy what the flow needs when it runs, such as \`COPY ${folder} ./\`.`,
    };
}
/** What a flow in the project's image imports from outside of its folder. */
function outsideWarning({ file, workload }, files) {
    const folder = (0,repository_path/* folderOf */.yS)(file);
    const missing = [...files].filter((path) => !(0,repository_path/* isUnder */.Jo)(folder, path));
    if (missing.length === 0 || workload.program.kind !== 'command')
        return [];
    return [
        {
            ...warningOf(missing, "the project's image holds only the flow's folder"),
            place: { file },
            fix: 'Give the flow an image of its own with `image: { dockerfile: Dockerfile }`, or move the code into its folder.',
        },
    ];
}
const mostNamed = 3;
function warningOf(missing, why) {
    const named = missing.slice(0, mostNamed).map((path) => (0,quote/* quote */.h)(path, 120));
    const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
    const isOne = missing.length === 1;
    const reason = isOne ? why : why.replace(/\bit\b/, 'them');
    return {
        code: 'W_NOT_IN_IMAGE',
        message: `${named.join(', ')}${more} ${isOne ? 'is' : 'are'} not in the image: ${reason}.`,
    };
}
/** Only what lies in the flow's folder is judged by how it is called: what is imported from elsewhere is needed. */
function within(folder, path) {
    return (0,repository_path/* isUnder */.Jo)(folder, path) ? path.slice(folder.length + 1) : '';
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/glob.ts
function hasWildcards(pattern) {
    return /[*?[]/.test(pattern.replaceAll(/\\./gs, ''));
}
/** Undefined for a pattern that Go refuses: a class without end, or a backslash at the end. */
function compileGlob(pattern, { isDeep }) {
    // `**x` at the start and nothing special behind it is how moby's matcher says "ends with x".
    const [, suffix] = (isDeep && /^\*\*([^/*?[\]\\][^*?[\]\\]*)$/.exec(pattern)) || [];
    if (suffix !== undefined)
        return { matches: (path) => path.endsWith(suffix) };
    const pieces = piecesOf([...pattern], isDeep);
    return pieces === undefined ? undefined : { matches: (path) => matchesAll(pieces, [...path]) };
}
function piecesOf(characters, isDeep) {
    const pieces = [];
    for (let at = 0; at < characters.length;) {
        const made = pieceAt(characters, at, isDeep);
        if (made === undefined)
            return undefined;
        pieces.push(made.piece);
        at = made.end;
    }
    return pieces;
}
function pieceAt(characters, at, isDeep) {
    const character = characters[at] ?? '';
    const following = characters[at + 1];
    if (character === '[')
        return classAt(characters, at, isDeep);
    if (character === '\\')
        return following === undefined
            ? undefined
            : { piece: { kind: 'literal', character: following }, end: at + 2 };
    if (isDeep && character === '*' && following === '*') {
        const end = at + (characters[at + 2] === '/' ? 3 : 2);
        return { piece: { kind: end >= characters.length ? 'rest' : 'folders' }, end };
    }
    if (character === '*')
        return { piece: { kind: 'star' }, end: at + 1 };
    if (character === '?')
        return { piece: { kind: 'one' }, end: at + 1 };
    return { piece: { kind: 'literal', character }, end: at + 1 };
}
function classAt(characters, start, isDeep) {
    let at = start + 1;
    const isNegated = characters[at] === '^';
    if (isNegated)
        at += 1;
    const ranges = [];
    while (at < characters.length && (characters[at] !== ']' || ranges.length === 0)) {
        const low = memberAt(characters, at);
        if (low === undefined)
            return undefined;
        const high = characters[low.end] === '-' ? memberAt(characters, low.end + 1) : undefined;
        if (characters[low.end] === '-' && high === undefined)
            return undefined;
        ranges.push([low.character, high?.character ?? low.character]);
        at = high?.end ?? low.end;
    }
    if (characters[at] !== ']')
        return undefined;
    const has = (character) => (isDeep || character !== '/') &&
        ranges.some(([low, high]) => character >= low && character <= high) !== isNegated;
    return { piece: { kind: 'class', has }, end: at + 1 };
}
/** One end of a range; what Go refuses there is undefined. */
function memberAt(characters, at) {
    const isEscaped = characters[at] === '\\';
    const character = characters[isEscaped ? at + 1 : at];
    if (character === undefined || (!isEscaped && (character === '-' || character === ']')))
        return undefined;
    return { character, end: at + (isEscaped ? 2 : 1) };
}
/** All states at once, one after each character: no pattern makes it slow. A folders piece is two states, before and in a name. */
function matchesAll(pieces, characters) {
    let states = reach(pieces, new Set([0]));
    for (const character of characters) {
        if (states.size === 0)
            return false;
        const next = new Set();
        for (const state of states)
            step(pieces, state, { character, next });
        states = reach(pieces, next);
    }
    return states.has(pieces.length * 2);
}
/** States are twice the number of the piece to come; odd ones are inside of the names that a folders piece passes. */
function step(pieces, state, { character, next }) {
    const piece = pieces[state >> 1];
    const after = (state | 1) + 1;
    if (piece === undefined)
        return;
    if (piece.kind === 'rest' || (piece.kind === 'star' && character !== '/'))
        next.add(state);
    else if (piece.kind === 'folders') {
        next.add(state | 1);
        if (character === '/')
            next.add(after);
    }
    else if (isTaken(piece, character))
        next.add(after);
}
function isTaken(piece, character) {
    if (piece.kind === 'literal')
        return piece.character === character;
    if (piece.kind === 'one')
        return character !== '/';
    return piece.kind === 'class' && piece.has(character);
}
/** With the states that need no further character. */
function reach(pieces, states) {
    // A set is gone through in the order in which it grows.
    for (const state of states) {
        const kind = pieces[state >> 1]?.kind;
        const canBeEmpty = kind === 'star' || kind === 'rest' || (kind === 'folders' && state % 2 === 0);
        if (canBeEmpty)
            states.add((state | 1) + 1);
    }
    return states;
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/context.ts

function buildContext(entries, ignore) {
    const kept = entries
        .filter(({ path, kind }) => kind !== 'other' && ignore?.keepsOut(path) !== true)
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    const links = new Set(kept.flatMap(({ path, kind }) => (kind === 'symlink' ? [path] : [])));
    const known = new Map();
    return {
        take(source) {
            const key = `${source.kind}\0${source.path}`;
            const taken = known.get(key) ?? takenFrom(kept, source);
            known.set(key, taken);
            return taken;
        },
        linkOf({ path, kind }) {
            if (kind === 'path')
                return foldersOf(path).find((folder) => links.has(folder));
            const matches = matcherOf({ path, kind });
            return links.size === 0 ? undefined : [...links].find((link) => foldersOf(link).some(matches));
        },
    };
}
/** The path and every folder above it, but for the top. */
function foldersOf(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
function takenFrom(kept, source) {
    const { path, kind } = source;
    if (kind === 'path' && path !== '')
        return filesOf(rangeOf(kept, path));
    if (path === '')
        return filesOf(kept);
    const matches = matcherOf(source);
    return filesOf(kept.filter((entry) => foldersOf(entry.path).some(matches)));
}
/** A pattern takes a file, or a folder with everything in it. */
function matcherOf({ path, kind }) {
    const glob = compileGlob(path, { isDeep: kind === 'deep' });
    // Docker refuses the pattern, so that no image comes of it.
    return glob === undefined ? () => false : (candidate) => glob.matches(candidate);
}
/** What lies at a path, in a sorted list: the file, or all below the folder. */
function rangeOf(kept, path) {
    const start = firstAtLeast(kept, path);
    if (kept[start]?.path === path)
        return kept.slice(start, start + 1);
    // `0` is the character that follows `/`.
    return kept.slice(firstAtLeast(kept, `${path}/`), firstAtLeast(kept, `${path}0`));
}
function firstAtLeast(kept, path) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((kept[middle]?.path ?? '') < path)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** What a manifest says is deployed, and its text is no part of an image's content. */
const manifestPattern = /^flows\/[^/]+\/flow\.ya?ml$/;
function filesOf(entries) {
    return new Map(entries.flatMap(({ path, blob, kind }) => {
        if (manifestPattern.test(path))
            return [];
        return [[path, kind === 'executable' ? { blob, isExecutable: true } : { blob }]];
    }));
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/ignore.ts

/** As moby reads them: patternmatcher/ignorefile and `MatchesUsingParentResults`. */
function readIgnore(text) {
    const patterns = text
        .replace(/^\uFEFF/, '')
        .split('\n')
        .flatMap(patternOf);
    const folders = new Map([['', patterns.map(() => false)]]);
    const hitsOf = (path) => {
        const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
        const above = folders.get(folder) ?? hitsOf(folder);
        folders.set(folder, above);
        return judge(patterns, path, above);
    };
    return {
        keepsOut: (path) => {
            const last = hitsOf(path).lastIndexOf(true);
            return last !== -1 && patterns[last]?.isException === false;
        },
    };
}
function patternOf(line) {
    const written = line.trim();
    if (written === '' || line.startsWith('#'))
        return [];
    const isException = written.startsWith('!');
    const cleaned = cleanPath(isException ? written.slice(1).trim() : written).replace(/^\/(?=.)/, '');
    if (cleaned === '')
        return [];
    // Docker refuses such a file; here nothing is kept out by what nobody can read.
    const glob = compileGlob(cleaned, { isDeep: true }) ?? { matches: () => isException };
    return [{ isException, glob }];
}
/**
 * Which patterns match a path, or a folder above it. One is only asked where it would change what those before it say,
 * as moby does: so a folder that an exception did not have to bring back is not brought back below it either.
 */
function judge(patterns, path, above) {
    let isOut = false;
    return patterns.map(({ isException, glob }, index) => {
        const isHit = above[index] === true || (isException === isOut && glob.matches(path));
        if (isHit)
            isOut = !isException;
        return isHit;
    });
}
/** `filepath.Clean`: without `.`, `..` and repeated slashes, as far as they can be taken away. */
function cleanPath(path) {
    const isRooted = path.startsWith('/');
    const kept = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            kept.push(part);
        else if (kept.length > 0 && kept.at(-1) !== '..')
            kept.pop();
        else if (!isRooted)
            kept.push('..');
    }
    const joined = kept.join('/');
    return isRooted ? `/${joined}` : joined === '' ? '.' : joined;
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/instructions.ts
/**
 * Reads as BuildKit does (frontend/dockerfile/parser): continuation lines, comments between them, the directives at the
 * top, and heredocs, whose lines are no instructions.
 */
function readDockerfile(text) {
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    const { escapeMark, syntax } = directivesOf(lines);
    if (syntax !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax))
        return { kind: 'unreadable', line: 1, why: 'is written for a frontend that is not Docker\u2019s' };
    const instructions = [];
    for (let at = 0; at < lines.length;) {
        const { joined, next } = joinLine(lines, at, escapeMark);
        const line = at + 1;
        at = next;
        if (joined.trim() === '')
            continue;
        const instruction = instructionOf(joined, escapeMark, line);
        instructions.push(instruction);
        for (const heredoc of heredocsOf(instruction)) {
            const end = lines.findIndex((each, index) => index >= at && endsHeredoc(each, heredoc));
            if (end === -1)
                return {
                    kind: 'unreadable',
                    line,
                    why: `has no line ${JSON.stringify(heredoc.name)} that ends its text`,
                };
            at = end + 1;
        }
    }
    return { kind: 'read', escapeMark, instructions };
}
/** `# syntax=…` and `# escape=…`, which stand before everything else. */
function directivesOf(lines) {
    let escapeMark = '\\';
    let syntax;
    for (const line of lines) {
        const [, name = '', value = ''] = /^\s*#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
        const key = name.toLowerCase();
        if (key === 'escape' && (value === '`' || value === '\\'))
            escapeMark = value;
        else if (key === 'syntax')
            syntax = value.split(' ')[0] ?? '';
        else if (key !== 'check')
            break;
    }
    return { escapeMark, ...(syntax === undefined ? {} : { syntax }) };
}
function isComment(line) {
    return /^\s*#/.test(line);
}
/** An instruction's lines as one: a comment, or an empty line, between them is left out. */
function joinLine(lines, start, escapeMark) {
    const continues = escapeMark === '`' ? /(^|[^`])`[ \t]*$/ : /(^|[^\\])\\[ \t]*$/;
    let joined = '';
    for (let at = start; at < lines.length; at += 1) {
        const line = (lines[at] ?? '').replace(/\r+$/, '');
        if (isComment(line)) {
            if (at === start)
                return { joined: '', next: at + 1 };
            continue;
        }
        if (at > start && line.trim() === '')
            continue;
        if (!continues.test(line))
            return { joined: joined + line, next: at + 1 };
        joined += line.replace(continues, '$1');
    }
    return { joined, next: lines.length };
}
function instructionOf(joined, escapeMark, line) {
    const [, word = '', after = ''] = /^\s*(\S+)\s*([\s\S]*)$/.exec(joined) ?? [];
    const { flags, rest } = flagsOf(after, escapeMark);
    return { word: word.toUpperCase(), flags, rest: rest.trim(), line };
}
/** Words that begin with `--`; quotes are dropped, and keep blanks together. */
function flagsOf(text, escapeMark) {
    const flags = [];
    let rest = text;
    while (rest.startsWith('--')) {
        const { word, end } = flagAt(rest, escapeMark);
        rest = rest.slice(end).trimStart();
        if (word === '--')
            break;
        flags.push(word);
    }
    return { flags, rest };
}
function flagAt(text, escapeMark) {
    let word = '';
    let quote = '';
    let at = 0;
    for (; at < text.length; at += 1) {
        const character = text[at] ?? '';
        if (character === quote)
            quote = '';
        else if (character === escapeMark) {
            at += 1;
            word += text[at] ?? '';
        }
        else if (quote === '' && (character === '"' || character === "'"))
            quote = character;
        else if (quote === '' && /\s/.test(character))
            break;
        else
            word += character;
    }
    return { word, end: at };
}
/** `<<EOF`, `<<-"EOF"`, `3<<EOF` where it is a word of its own. */
const heredocPattern = /(?<=^|\s)\d*<<(-?)\s*(?:"([^"<\s]+)"|'([^'<\s]+)'|([^\s<"'|;&()]+))(?=$|[\s|;&)])/g;
function heredocsOf({ word, rest }) {
    const isHolder = /^(?:ADD|COPY|RUN)$/.test(word) || (word === 'ONBUILD' && /^(?:ADD|COPY|RUN)\s/i.test(rest));
    if (!isHolder || !rest.includes('<<'))
        return [];
    return [...rest.matchAll(heredocPattern)].map(([, dash, double, single, bare]) => ({
        name: double ?? single ?? bare ?? '',
        isIndented: dash === '-',
    }));
}
function endsHeredoc(line, { name, isIndented }) {
    const plain = line.replace(/\r+$/, '');
    return (isIndented ? plain.replace(/^\t+/, '') : plain) === name;
}
function isHeredoc(word) {
    return /^\d*<<-?[^<]+$/.test(word);
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/variables.ts
function toValue(text) {
    return text === undefined ? { kind: 'unknown' } : { kind: 'set', text };
}
/**
 * A word without its quotes and with the values of its variables, as BuildKit makes it (frontend/dockerfile/shell);
 * undefined if that needs a value which the Dockerfile does not tell, or a pattern inside of `${…}`.
 */
function expandWord(word, variables, escapeMark) {
    if (!/[$'"\\`]/.test(word))
        return word;
    const reader = { text: word, at: 0, variables, escapeMark };
    const expanded = readUntil(reader, undefined);
    return reader.at < word.length ? undefined : expanded;
}
/** Up to this character, which is taken, or to the end. */
function readUntil(reader, stop) {
    let result = '';
    while (reader.at < reader.text.length) {
        const character = reader.text[reader.at] ?? '';
        reader.at += 1;
        if (character === stop)
            return result;
        const piece = pieceOf(reader, character);
        if (piece === undefined)
            return undefined;
        result += piece;
    }
    return stop === undefined ? result : undefined;
}
function pieceOf(reader, character) {
    if (character === reader.escapeMark)
        return next(reader);
    if (character === '$')
        return readVariable(reader);
    if (character === "'")
        return readSingle(reader);
    return character === '"' ? readDouble(reader) : character;
}
function next(reader) {
    const character = reader.text[reader.at] ?? '';
    reader.at += 1;
    return character;
}
function readSingle(reader) {
    const end = reader.text.indexOf("'", reader.at);
    if (end === -1)
        return undefined;
    const inside = reader.text.slice(reader.at, end);
    reader.at = end + 1;
    return inside;
}
function readDouble(reader) {
    let result = '';
    while (reader.at < reader.text.length) {
        const character = next(reader);
        if (character === '"')
            return result;
        const following = reader.text[reader.at] ?? '';
        const isEscape = character === reader.escapeMark && ['"', '$', reader.escapeMark].includes(following);
        const piece = isEscape ? next(reader) : character === '$' ? readVariable(reader) : character;
        if (piece === undefined)
            return undefined;
        result += piece;
    }
    return undefined;
}
/** Behind a `$`. */
function readVariable(reader) {
    const isBraced = reader.text[reader.at] === '{';
    if (isBraced)
        reader.at += 1;
    const [name = ''] = /^(?:[\p{L}_][\p{L}\p{Nd}_]*|\d+|[@*#?$!-])/u.exec(reader.text.slice(reader.at)) ?? [];
    reader.at += name.length;
    if (!isBraced)
        return name === '' ? '$' : textOf(reader.variables, name);
    if (name === '')
        return undefined;
    const mark = next(reader);
    if (mark === '}')
        return textOf(reader.variables, name);
    const isNullUnset = mark === ':';
    const operator = isNullUnset ? next(reader) : mark;
    if (!['-', '+', '?'].includes(operator))
        return undefined;
    const word = readUntil(reader, '}');
    return chosen(reader.variables, { name, operator, isNullUnset, word });
}
function textOf(variables, name) {
    const value = variables.get(name);
    return value?.kind === 'set' ? value.text : undefined;
}
/** `${x:-y}`, `${x:+y}`, `${x:?}`. */
function chosen(variables, { name, operator, isNullUnset, word }) {
    const value = variables.get(name) ?? { kind: 'unknown' };
    if (value.kind === 'unknown')
        return undefined;
    const isSet = value.kind === 'set' && (value.text !== '' || !isNullUnset);
    if (operator === '+')
        return isSet ? word : '';
    if (isSet)
        return value.text;
    return operator === '-' ? word : undefined;
}
const words = {
    '\\': /(?:\\[\s\S]?|"(?:\\[\s\S]|[^"\\])*"?|'[^']*'?|[^\s"'\\])+/g,
    '`': /(?:`[\s\S]?|"(?:`[\s\S]|[^"`])*"?|'[^']*'?|[^\s"'`])+/g,
};
/** The words of `ARG` and `ENV`, with their quotes. */
function wordsOf(text, escapeMark) {
    return text.match(words[escapeMark === '`' ? '`' : '\\']) ?? [];
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/stages.ts


function stagesOf(instructions, escapeMark) {
    const globals = new Map();
    const stages = [];
    let open = [];
    for (const instruction of instructions) {
        if (instruction.word === 'FROM') {
            open = [];
            stages.push(stageOf(instruction, open, { stages, globals, escapeMark }));
        }
        else if (stages.length > 0)
            open.push(instruction);
        else if (instruction.word === 'ARG')
            declare(instruction, globals, { escapeMark, globals: new Map() });
    }
    return { stages, globals, escapeMark };
}
function stageOf(from, instructions, { stages, globals, escapeMark }) {
    const [image = '', as = '', name = ''] = from.rest.split(/\s+/);
    const base = expandWord(image, globals, escapeMark);
    return {
        name: /^as$/i.test(as) ? name.toLowerCase() : '',
        base,
        parent: base === undefined ? undefined : indexOf(stages, base),
        from,
        instructions,
    };
}
/** The newest stage of this name. */
function indexOf(stages, name) {
    const index = stages.findLastIndex((stage) => stage.name !== '' && stage.name === name.toLowerCase());
    return index === -1 ? undefined : index;
}
/** `ARG` names that the builder gives a value by itself (docs.docker.com/reference/dockerfile, predefined ARGs). */
const predefined = /^(?:(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)|TARGETSTAGE|(?:https?|ftp|no|all)_proxy)$/i;
/** Of `ARG` and `ENV`, in the order in which they stand. */
function declare({ word, rest }, variables, { escapeMark, globals }) {
    const words = wordsOf(rest, escapeMark);
    if (word === 'ENV' && words[0]?.includes('=') !== true) {
        const [, name = '', text = ''] = /^(\S+)\s+([\s\S]*)$/.exec(rest) ?? [];
        variables.set(name, toValue(expandWord(text, variables, escapeMark)));
        return;
    }
    // All of one `ENV` see the values before it; one `ARG` sees those left of it.
    const known = word === 'ENV' ? new Map(variables) : variables;
    for (const each of words) {
        const at = each.indexOf('=');
        const name = at === -1 ? each : each.slice(0, at);
        if (at !== -1)
            variables.set(name, toValue(expandWord(each.slice(at + 1), known, escapeMark)));
        // Without a value it hides none that the stage has already.
        else if (globals.has(name) || !variables.has(name))
            variables.set(name, givenTo(name, globals));
    }
}
/** What a stage gets for an `ARG` without a default. */
function givenTo(name, globals) {
    return globals.get(name) ?? { kind: predefined.test(name) ? 'unknown' : 'unset' };
}
/** What a stage runs: first what its parent keeps for those that build upon it (`ONBUILD`). */
function instructionsOf({ stages, escapeMark }, { parent, instructions }) {
    const kept = parent === undefined ? [] : (stages[parent]?.instructions ?? []);
    const triggers = kept
        .filter(({ word }) => word === 'ONBUILD')
        .map(({ rest, line }) => instructionOf(rest, escapeMark, line));
    return [...triggers, ...instructions.filter(({ word }) => word !== 'ONBUILD')];
}
/** The stages that the last one needs: the others are not built. */
function reachedStages(all) {
    const reached = new Set();
    const waiting = [all.stages.length - 1];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
        const stage = all.stages[index];
        if (stage === undefined || reached.has(index))
            continue;
        reached.add(index);
        waiting.push(...neededBy(all, stage, index));
    }
    return reached;
}
function neededBy(all, stage, index) {
    // `FROM build-${TARGETOS}`: any stage before it.
    if (stage.base === undefined)
        return Array.from({ length: index }, (_, each) => each);
    const named = instructionsOf(all, stage)
        .flatMap(stageSources)
        .map((source) => (/^\d+$/.test(source) ? Number(source) : indexOf(all.stages, source)));
    return [stage.parent, ...named].filter((each) => each !== undefined);
}
/** `--from` of `COPY`, and of the mounts of `RUN`. */
function stageSources({ word, flags }) {
    if (word === 'COPY')
        return flags.flatMap((flag) => (flag.startsWith('--from=') ? [flag.slice(7)] : []));
    if (word !== 'RUN')
        return [];
    return mountsOf(flags).flatMap(({ from }) => (from === undefined ? [] : [from]));
}
/** `--mount=type=bind,source=lib,target=/lib`. */
function mountsOf(flags) {
    return flags
        .filter((flag) => flag.startsWith('--mount='))
        .map((flag) => {
        const fields = new Map(flag
            .slice('--mount='.length)
            .split(',')
            .map((field) => {
            const at = field.indexOf('=');
            return at === -1 ? [field, ''] : [field.slice(0, at).toLowerCase(), field.slice(at + 1)];
        }));
        const source = fields.get('source') ?? fields.get('src') ?? '';
        return { type: fields.get('type') ?? 'bind', source, from: fields.get('from') };
    });
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/sources.ts





/** Everything that a build of this Dockerfile's last stage takes from its context. */
function sourcesOf(text) {
    const file = readDockerfile(text);
    if (file.kind === 'unreadable')
        return { sources: [], unclear: file };
    const all = stagesOf(file.instructions, file.escapeMark);
    const sources = [];
    const environments = new Map();
    for (const index of [...reachedStages(all)].sort((a, b) => a - b)) {
        const made = takeStage(all, index, environments);
        if ('why' in made)
            return { sources, unclear: made };
        sources.push(...made);
    }
    return { sources };
}
function takeStage(all, index, environments) {
    const stage = all.stages[index];
    if (stage === undefined)
        return [];
    if (stage.parent === undefined && /[:-]onbuild\b/.test(stage.base ?? ''))
        return { line: stage.from.line, why: 'is built upon an image that copies what it is given (ONBUILD)' };
    const variables = new Map(stage.parent === undefined ? [] : environments.get(stage.parent));
    environments.set(index, variables);
    const sources = [];
    for (const instruction of instructionsOf(all, stage)) {
        if (instruction.word === 'ARG' || instruction.word === 'ENV')
            declare(instruction, variables, all);
        const taken = takenBy(instruction, variables, all.escapeMark);
        if (taken !== undefined && 'why' in taken)
            return taken;
        sources.push(...(taken ?? []));
    }
    return sources;
}
function takenBy(instruction, variables, escapeMark) {
    const { word, flags } = instruction;
    if (word === 'RUN')
        return mounted(instruction, variables, escapeMark);
    const isCopy = word === 'COPY' && !flags.some((flag) => flag.startsWith('--from='));
    if (!isCopy && word !== 'ADD')
        return undefined;
    const isDeep = flags.some((flag) => flag === '--parents' || flag === '--parents=true');
    const words = pathsOf(instruction.rest).slice(0, -1);
    return expanded(words, { variables, escapeMark, instruction, isDeep });
}
function expanded(words, taking) {
    const { variables, escapeMark, instruction, isDeep } = taking;
    const { line } = instruction;
    const sources = [];
    for (const word of words) {
        if (isHeredoc(word) || (instruction.word === 'ADD' && isRemote(word)))
            continue;
        const path = expandWord(word, variables, escapeMark);
        if (path === undefined)
            return { line, why: `takes ${JSON.stringify(word)}, which is only known when it is built` };
        if (instruction.word !== 'ADD' || !isRemote(path))
            sources.push(sourceOf(path, isDeep, line));
    }
    return sources;
}
/** The JSON form, or words between blanks. */
function pathsOf(rest) {
    if (rest.startsWith('[')) {
        try {
            const list = JSON.parse(rest);
            if (Array.isArray(list) && list.every((item) => typeof item === 'string'))
                return list;
        }
        catch {
            // Docker takes it as words then, too.
        }
    }
    return rest.split(/[\t\v\f\r ]+/);
}
/** What `ADD` fetches from elsewhere: an address, or a repository of git. */
function isRemote(path) {
    return /^(?:https?|git|ssh|ftp):\/\//i.test(path) || /^[\w.-]+@[\w.-]+:.+\.git(?:[#?]|$)/.test(path);
}
/** A path that leads above the context is taken from its top. */
function sourceOf(path, isDeep, line) {
    const plain = isDeep ? path.replace('/./', '/') : path;
    const cleaned = cleanPath(`/${plain}`).slice(1);
    const kind = isDeep ? 'deep' : hasWildcards(cleaned) ? 'wildcard' : 'path';
    return { path: cleaned, kind, line };
}
/** What `RUN --mount=type=bind` sees while it runs. */
function mounted({ flags, line }, variables, escapeMark) {
    const sources = [];
    for (const { type, source, from } of mountsOf(flags)) {
        const kind = expandWord(type, variables, escapeMark);
        if (from !== undefined || (kind !== undefined && kind !== 'bind'))
            continue;
        const path = expandWord(source, variables, escapeMark);
        if (kind === undefined || path === undefined)
            return { line, why: `mounts ${JSON.stringify(source)}, which is only known when it is built` };
        sources.push({ path: cleanPath(`/${path}`).slice(1), kind: 'path', line });
    }
    return sources;
}

;// CONCATENATED MODULE: ./src/flow/dockerfile/own-images.ts





const limitBytes = 1024 * 1024;
/** What own images are made of besides their Dockerfiles, by the path of the Dockerfile. */
async function ownImages(source, entries, dockerfiles) {
    if (dockerfiles.length === 0)
        return new Map();
    const paths = new Set(entries.map(({ path }) => path));
    const contextOf = await contexts(source, entries, { paths, dockerfiles });
    const contents = await source.read(dockerfiles.map(({ dockerfile }) => dockerfile), limitBytes);
    return new Map(dockerfiles.map((own, index) => {
        const content = contents[index] ?? 'too-large';
        const text = content === 'too-large' ? '' : new TextDecoder().decode(content);
        return [own.dockerfile, { text, ...imageOf(own, text, contextOf(own.dockerfile)) }];
    }));
}
/** `Dockerfile.dockerignore` beside it, or else `.dockerignore` at the top of the context. */
function ignoreFileOf(paths, dockerfile) {
    return [`${dockerfile}.dockerignore`, '.dockerignore'].find((path) => paths.has(path));
}
async function contexts(source, entries, { paths, dockerfiles, }) {
    const names = [...new Set(dockerfiles.flatMap(({ dockerfile }) => ignoreFileOf(paths, dockerfile) ?? []))];
    const contents = await source.read(names, limitBytes);
    const made = new Map([[undefined, buildContext(entries, undefined)]]);
    names.forEach((name, index) => {
        const content = contents[index];
        const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : '';
        made.set(name, buildContext(entries, readIgnore(text)));
    });
    return (dockerfile) => made.get(ignoreFileOf(paths, dockerfile)) ?? buildContext(entries, undefined);
}
function imageOf(own, text, context) {
    const { sources, unclear } = sourcesOf(text);
    const unknown = unclear ?? linkAmong(sources, context);
    if (unknown !== undefined)
        return { copied: [context.take(everything)], isWhole: true, warnings: [unclearWarning(own, unknown)] };
    const whole = sources.find(({ path }) => path === '');
    if (whole === undefined) {
        const copied = sources.map((source) => context.take(source));
        const warnings = sources.flatMap((source) => emptyWarning(own, source, context.take(source)));
        return { copied: [...new Set(copied)], isWhole: false, warnings };
    }
    const all = context.take(everything);
    const isNarrow = [...all.keys()].every((path) => (0,repository_path/* isUnder */.Jo)(own.folder, path));
    return { copied: [all], isWhole: true, warnings: isNarrow ? [] : [wholeWarning(own, whole)] };
}
const everything = { path: '', kind: 'path', line: 0 };
function linkAmong(sources, context) {
    for (const source of sources) {
        const link = source.path === '' ? undefined : context.linkOf(source);
        if (link !== undefined)
            return {
                line: source.line,
                why: `takes ${JSON.stringify(link)}, a symbolic link, which may lead anywhere`,
            };
    }
    return undefined;
}
function unclearWarning({ dockerfile, folder }, { line, why }) {
    return {
        code: 'W_WHOLE_CONTEXT',
        place: { file: dockerfile, line },
        message: `The Dockerfile ${why}: a change of any file of the repository rebuilds the image.`,
        fix: `Write what it needs as plain paths, such as \`COPY ${folder} ./\`.`,
    };
}
function wholeWarning({ dockerfile, folder }, { line }) {
    return {
        code: 'W_WHOLE_CONTEXT',
        place: { file: dockerfile, line },
        message: 'The Dockerfile takes the whole repository: a change of any file rebuilds the image.',
        fix: `Name what it needs, such as \`COPY ${folder} ./\`, or keep the rest out with ${dockerfile}.dockerignore.`,
    };
}
/** Docker ends a build whose source is not there; a pattern may match nothing. */
function emptyWarning({ dockerfile }, { path, kind, line }, taken) {
    if (kind !== 'path' || taken.size > 0 || /^flows\/[^/]+\/flow\.ya?ml$/.test(path))
        return [];
    return [
        {
            code: 'W_COPY_NOTHING',
            place: { file: dockerfile, line },
            message: `The build finds no ${(0,quote/* quote */.h)(path)}: git has no such file, or .dockerignore keeps it out.`,
            fix: 'Paths start at the top of the repository, which is the build context.',
        },
    ];
}
/** The folder that holds the Dockerfile's flow. */
function ownDockerfile(manifestFile, dockerfile) {
    return { dockerfile, folder: (0,repository_path/* folderOf */.yS)(manifestFile) };
}

;// CONCATENATED MODULE: ./src/flow/file-names.ts

/** As many as Linux follows. */
const mostHops = 40;
async function fileNames(source, entries) {
    const files = new Set(entries.filter(isRegular).map(({ path }) => path));
    const links = entries.filter(({ kind }) => kind === 'symlink').map(({ path }) => path);
    if (links.length === 0 || source.readLinks === undefined)
        return { has: (path) => files.has(path), real: (path) => path, all: files };
    const targets = await source.readLinks(links);
    const byPath = new Map(links.map((path, index) => [path, joinLink((0,repository_path/* folderOf */.yS)(path), targets[index] ?? '/')]));
    const real = (path) => followLinks(byPath, path) ?? '';
    const has = (path) => files.has(path) || files.has(real(path));
    return { has, real, all: [...files, ...links.filter(has)] };
}
function isRegular({ kind }) {
    return kind === 'file' || kind === 'executable';
}
function joinLink(folder, target) {
    return target.startsWith('/') ? undefined : (0,repository_path/* joinPath */.uJ)(folder, target);
}
/** Undefined if it leads out of the repository, or in circles. */
function followLinks(links, path) {
    let current = path;
    for (let hop = 0; hop < mostHops; hop += 1) {
        const link = firstLink(links, current);
        if (link === undefined)
            return current;
        const target = links.get(link);
        if (target === undefined)
            return undefined;
        current = (0,repository_path/* joinPath */.uJ)(target, current.slice(link.length)) ?? '';
    }
    return undefined;
}
function firstLink(links, path) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1))
        if (links.has(path.slice(0, end)))
            return path.slice(0, end);
    return links.has(path) ? path : undefined;
}

// EXTERNAL MODULE: ../../node_modules/picomatch/index.js
var picomatch = __webpack_require__(1026);
var picomatch_default = /*#__PURE__*/__webpack_require__.n(picomatch);
;// CONCATENATED MODULE: ./src/flow/inputs.ts



/** The files that a manifest's `inputs` name: in order, a later pattern with `!` taking away what earlier ones gave. */
function matchInputs(manifest, paths) {
    const problems = [];
    const warnings = [];
    let matched = new Set();
    manifest.inputs.forEach((text, index) => {
        const pattern = inputs_patternOf(manifest, text, `inputs[${index}]`);
        if ('code' in pattern) {
            problems.push(pattern);
            return;
        }
        const found = inputs_filesOf(pattern, paths);
        if (found.length === 0 && !pattern.isExclusion)
            warnings.push(inputs_emptyWarning(manifest, text, pattern.field));
        const excluded = new Set(pattern.isExclusion ? found : []);
        matched = new Set([...matched, ...(pattern.isExclusion ? [] : found)].filter((path) => !excluded.has(path)));
    });
    return { paths: [...matched], problems, warnings };
}
function inputs_patternOf(manifest, text, field) {
    const isExclusion = text.startsWith('!');
    const written = isExclusion ? text.slice(1) : text;
    const place = { file: manifest.file };
    const steps = /^(?:\.{1,2}\/+)*/.exec(written)?.[0] ?? '';
    const rest = written.slice(steps.length);
    const isStraight = !/(?:^|[/{,(|])\.\.(?:$|[/},)|])/.test(rest) && !/^[/\\~]/.test(written);
    const folder = (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(manifest.file), steps);
    if (folder === undefined || !isStraight) {
        return {
            code: 'E_PATH_ESCAPE',
            place,
            field,
            message: `${(0,quote/* quote */.h)(text)} may lead out of the repository.`,
            fix: "Start it from the flow's folder, with `../` only at its beginning.",
        };
    }
    if (!isBounded(rest)) {
        return {
            code: 'E_GLOB',
            place,
            field,
            message: `${(0,quote/* quote */.h)(text)} has too many wildcards.`,
            fix: 'Write several simpler patterns: at most four `**`, and four `*` between two slashes.',
        };
    }
    // The folder is text, not a pattern: its characters must not mean anything.
    const literal = folder.replaceAll(/[\\*?[\]{}()!+@^$|"']/g, '\\$&');
    return { glob: literal === '' ? rest : `${literal}/${rest}`, isExclusion, field };
}
function inputs_filesOf({ glob }, paths) {
    const scanned = picomatch_default().scan(glob);
    const base = scanned.base.includes('\\') ? '' : scanned.base;
    const matches = picomatch_default()(glob, { dot: true, noextglob: true, nonegate: true });
    return paths.filter((path) => (base === '' || (0,repository_path/* isUnder */.Jo)(base, path) || path === base) && matches(path));
}
function inputs_emptyWarning(manifest, text, field) {
    return {
        code: 'W_INPUTS_EMPTY',
        place: { file: manifest.file },
        field,
        message: `${(0,quote/* quote */.h)(text)} matches no file of the repository.`,
        fix: "Globs start from the flow's folder.",
    };
}
/** Each `*` multiplies the time that matching a long name may take; real patterns have one or two. */
function isBounded(glob) {
    if (glob.length > 500 || (glob.match(/\*\*/g) ?? []).length > 4)
        return false;
    return glob.split('/').every((segment) => segment === '**' || (segment.match(/[*?]/g) ?? []).length <= 4);
}

// EXTERNAL MODULE: ./src/core/learned.ts
var core_learned = __webpack_require__(2511);
// EXTERNAL MODULE: ./src/flow/packages/lock-names.ts
var lock_names = __webpack_require__(3331);
;// CONCATENATED MODULE: ./src/flow/learned.ts




function learning(tree, known) {
    let compared;
    return {
        extend(closure, folder, learned) {
            const packages = packageLines({ tree, known, folder }, learned);
            return {
                ...closure,
                code: (0,digest/* sha256 */.s)([closure.code, ...codeLines(tree, learned)].join('\0')),
                packages: packages.length === 0 ? closure.packages : merged(closure.packages, packages),
            };
        },
        compare(closure, build) {
            compared ??= { ...tree, known, held: new Set(tree.paths.flatMap((path) => (0,repository_path/* foldersUp */.TS)((0,repository_path/* folderOf */.yS)(path)))) };
            return compare(compared, closure, build);
        },
    };
}
function merged(a, b) {
    return [...new Set([...a, ...b])].sort();
}
/** By blob what is there, and that it is not there what is not. */
function codeLines({ entries, paths }, learned) {
    const { files = [], folders = [], absent = [], missed } = learned;
    const line = (path) => `${path} ${entries.get(path)?.blob ?? 'absent'}`;
    const below = folders.flatMap((folder) => paths.filter((path) => folder === core_learned/* allFolders */.zl || (0,repository_path/* isUnder */.Jo)(folder, path)).map(line));
    const appeared = absent.filter(isOwnPath).flatMap((name) => candidates(paths, name.slice(2)).map(line));
    return [
        ...files.map(line),
        `folders ${folders.join('\0')}`,
        ...below,
        'appeared',
        ...appeared,
        ...(missed === undefined ? [] : [`missed ${missed}`]),
    ];
}
/** What a bundler tries for a name that has no extension: with one, and the folder's index. */
function candidates(paths, name) {
    return paths.filter((path) => path === name || path.startsWith(`${name}.`) || (0,repository_path/* isUnder */.Jo)(name, path));
}
const isOwnPath = (name) => name.startsWith('./');
function packageLines(looking, { packages = [], absent = [] }) {
    if (packages.includes(core_learned/* allPackages */.$d))
        return wholeLocks(looking);
    const learned = packages.flatMap((name) => {
        const lines = linesOf(looking, name);
        // Where no lock file says which one it is, all that they say counts.
        return lines.some(isListed) ? lines : [...lines, ...wholeLocks(looking)];
    });
    return [...learned, ...absent.filter((name) => !isOwnPath(name)).flatMap((name) => linesOf(looking, name))];
}
/** What package.json asks for, where no lock file answers. */
const isListed = (line) => !/^\S* \S+ asked(?: |$)/.test(line);
/** As if the flow's own folder imported it. */
function linesOf({ known, folder }, name) {
    return known.locked([{ importer: `${folder}/flow.yml`, name, isCertain: false }]).packages;
}
function wholeLocks({ tree, folder }) {
    const candidatesHere = (0,repository_path/* foldersUp */.TS)(folder).flatMap((above) => lock_names/* folderLocks */.b.map((name) => (above === '' ? name : `${above}/${name}`)));
    return candidatesHere.flatMap((path) => {
        const entry = tree.entries.get(path);
        return entry === undefined ? [] : [`${path} ${entry.blob}`];
    });
}
function compare(compared, closure, build) {
    const { entries } = compared;
    const known = closure.files();
    const lacking = build.files.filter(({ path }) => !known.has(path));
    const held = lacking.filter(({ path }) => entries.has(path)).map(({ path }) => path);
    const made = lacking.filter(({ path }) => !entries.has(path)).map(({ path }) => path);
    const names = packageNames(compared, closure);
    const lacked = (0,core_learned/* joinLearned */.Cg)(undefined, {
        files: held,
        folders: made.map((path) => packageFolder(compared, path)),
        packages: names === undefined ? [] : build.packages.filter((name) => !names.has(name)),
        absent: build.absent,
    });
    // One that names no file of the flow says nothing about what it was built from.
    const isOfThisCommit = build.files.some(({ path }) => known.has(path)) &&
        build.files.every(({ path, blob }) => (entries.get(path)?.blob ?? blob) === blob);
    return { bundle: build.bundle, isOfThisCommit, ...(lacked === undefined ? {} : { lacked }) };
}
/** What a tool made it from is not known: most likely it lies in the same package, or else in the same folder. */
function packageFolder({ entries, held }, path) {
    const folders = (0,repository_path/* foldersUp */.TS)((0,repository_path/* folderOf */.yS)(path));
    const own = folders.find((folder) => folder !== '' && entries.has(`${folder}/package.json`));
    // A generated folder has no file of its own in git, and what it is made from lies beside it at best.
    return own ?? folders.find((folder) => held.has(folder)) ?? core_learned/* allFolders */.zl;
}
/** Undefined where a whole lock file counts: it covers whatever it lists. */
function packageNames({ known, entries }, closure) {
    const isWhole = closure.packages.some((line) => {
        const [path = '', blob, ...rest] = line.split(' ');
        const name = path.slice(path.lastIndexOf('/') + 1);
        return rest.length === 0 && lock_names/* nodeLocks */.v.includes(name) && entries.get(path)?.blob === blob;
    });
    return isWhole ? undefined : new Set(known.used(closure.uses ?? []).map(({ name }) => name));
}

// EXTERNAL MODULE: ./src/flow/imports.ts
var imports = __webpack_require__(1561);
// EXTERNAL MODULE: ./src/flow/read-json.ts
var read_json = __webpack_require__(9566);
;// CONCATENATED MODULE: ./src/flow/compiler-options.ts

/** What it does not understand it passes over, so a base's value stays. */
function compilerOptionsIn(config) {
    const written = config['compilerOptions'];
    if (!(0,read_json/* isObject */.Gv)(written))
        return {};
    const text = (key) => (0,read_json/* stringOf */.Je)(written[key]);
    const flag = (key) => {
        const value = written[key];
        return typeof value === 'boolean' ? value : undefined;
    };
    return withoutUnset({
        jsx: jsxOf(text('jsx')),
        jsxFactory: memberOf(text('jsxFactory')),
        jsxFragmentFactory: memberOf(text('jsxFragmentFactory')),
        jsxImportSource: text('jsxImportSource'),
        experimentalDecorators: flag('experimentalDecorators'),
        useDefineForClassFields: flag('useDefineForClassFields'),
        isBelowEs2022: isBelowEs2022(text('target')),
        strict: flag('strict'),
        alwaysStrict: flag('alwaysStrict'),
        importsNotUsedAsValues: keepingOf(text('importsNotUsedAsValues')),
        preserveValueImports: flag('preserveValueImports'),
        verbatimModuleSyntax: flag('verbatimModuleSyntax'),
    });
}
function withoutUnset(options) {
    return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
function jsxOf(text) {
    switch (text?.toLowerCase()) {
        case 'react':
            return 'react';
        case 'react-jsx':
            return 'react-jsx';
        case 'react-jsxdev':
            return 'react-jsxdev';
        // esbuild does not keep elements as they are, whatever these say; but they hide a base's value.
        case 'preserve':
        case 'react-native':
            return 'other';
        default:
            return undefined;
    }
}
function memberOf(text) {
    return text !== undefined &&
        /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u.test(text)
        ? text
        : undefined;
}
function isBelowEs2022(target) {
    const name = target?.toLowerCase() ?? '';
    if (/^es(?:3|5|6|2015|2016|2017|2018|2019|2020|2021)$/.test(name))
        return true;
    return /^es(?:20(?:2[2-6])|next)$/.test(name) ? false : undefined;
}
function keepingOf(text) {
    if (text === 'remove')
        return 'remove';
    return text === 'preserve' || text === 'error' ? 'keep' : undefined;
}
/** `import { type A } from './a'` stays, for what `./a` does when it is loaded. */
function keepsStatements(options) {
    return options.verbatimModuleSyntax === true || options.importsNotUsedAsValues === 'keep';
}

;// CONCATENATED MODULE: ./src/flow/settings.ts


const noSettings = { always: '', ifWrapped: '', ifJoined: '' };
function settingsOf(input) {
    const type = typeOf(input);
    const strict = (input.options.alwaysStrict ?? input.options.strict) === true ? 'strict' : '';
    const isCommon = mayBeCommon(input, type);
    const always = [
        ...(isCommon ? [strict] : []),
        ...(type === 'commonjs' ? ['type commonjs'] : []),
        ...sideEffectsOf(input),
        ...compilerSettings(input),
    ];
    const settings = {
        always: always.filter((text) => text !== '').join('\0'),
        ifWrapped: isCommon ? '' : strict,
        ifJoined: type === 'module' ? 'type module' : '',
    };
    return Object.values(settings).every((text) => text === '') ? noSettings : settings;
}
/** The field counts for names that do not say it themselves. */
function typeOf({ path, manifest: { type } }) {
    return /\.[jt]sx?$/.test(path) && (type === 'module' || type === 'commonjs') ? type : undefined;
}
/** CommonJS keeps a `use strict`; a module is always strict, and loses it. */
function mayBeCommon({ path, text, module }, type) {
    if (/\.c[jt]s$/.test(path) || type === 'commonjs' || /\bexport\s{0,50}=/.test(text))
        return true;
    return !module.isModule && type !== 'module' && !/\.m[jt]s$/.test(path);
}
function sideEffectsOf({ manifest: { sideEffects } }) {
    const isPure = sideEffects === false || Array.isArray(sideEffects);
    return isPure ? [`sideEffects ${JSON.stringify(sideEffects)}`] : [];
}
function compilerSettings({ path, text, module, options }) {
    const isTyped = (0,imports/* isTypeScript */.CV)(path);
    const hasClass = text.includes('class');
    const settings = [];
    if (isTyped && hasClass && !definesFields(options))
        settings.push('assigned fields');
    if (options.experimentalDecorators === true && hasClass && text.includes('@'))
        settings.push('experimental decorators');
    if (isTyped && mayDropImports(text)) {
        if (keepsStatements(options))
            settings.push('kept statements');
        if (options.verbatimModuleSyntax === true || options.preserveValueImports === true)
            settings.push('kept values');
    }
    return module.jsx === undefined ? settings : [...settings, ...jsxSettings(module.jsx, options)];
}
function definesFields({ useDefineForClassFields, isBelowEs2022 }) {
    return useDefineForClassFields ?? isBelowEs2022 !== true;
}
/** An import for its effect alone, and one of everything, is never dropped. */
function mayDropImports(text) {
    return /\bimport\b(?!\s*['"(.])|\bexport\s*\{/.test(text);
}
function jsxSettings(jsx, options) {
    const source = jsxSource(jsx, options);
    if (source !== undefined)
        return [`jsx ${options.jsx === 'react-jsxdev' ? 'development' : 'automatic'} ${source}`];
    const { jsxFactory, jsxFragmentFactory } = options;
    return [
        ...(jsxFactory === undefined ? [] : [`jsx factory ${jsxFactory}`]),
        ...(jsxFragmentFactory === undefined ? [] : [`jsx fragment ${jsxFragmentFactory}`]),
    ];
}
/** Where the functions that make elements come from; undefined where the text has to have them itself. */
function jsxSource(jsx, options) {
    const isAutomatic = jsx.runtime === 'automatic' ||
        (jsx.runtime !== 'classic' && (options.jsx === 'react-jsx' || options.jsx === 'react-jsxdev'));
    return isAutomatic ? (jsx.importSource ?? options.jsxImportSource ?? 'react') : undefined;
}
/** The modules that elements are made with, which no import names. */
function jsxModules(jsx, options) {
    const source = jsxSource(jsx, options);
    if (source === undefined)
        return [];
    const runtime = options.jsx === 'react-jsxdev' ? 'jsx-dev-runtime' : 'jsx-runtime';
    return [`${source}/${runtime}`, ...(jsx.hasKeyAfterSpread ? [source] : [])];
}

;// CONCATENATED MODULE: ./src/flow/module.ts





const nothingFound = { paths: [], unsure: [] };
const leafModule = {
    targets: [],
    unsure: [],
    uses: [],
    edges: [],
    settings: noSettings,
    called: [],
    isModule: true,
    usesPackages: false,
    problems: [],
    warnings: [],
};
/** `needsParser`: an import leads nowhere, and only the parser can say whether that matters. */
function moduleOf(around, input) {
    const { path, text, read, config } = input;
    const draft = {
        input,
        targets: new Set(),
        unsure: new Set(),
        called: new Set(),
        uses: new Map(),
        edges: [],
        problems: [],
        warnings: read.means === 'guessed' ? [guessedWarning(path)] : [],
    };
    for (const use of [...read.uses, ...jsxUses(read, config.options)]) {
        const isDropped = use.kind === 'name' && use.isInlineTypeOnly === true && !keepsStatements(config.options);
        if (!isDropped && follow(around, draft, use) === 'needsParser')
            return 'needsParser';
    }
    const usesPackages = draft.uses.size > 0;
    for (const one of config.packages)
        addUse(draft, nothingFound, { ...one, isCertain: false });
    draft.targets.delete(path);
    const manifest = around.packages.nearest((0,repository_path/* folderOf */.yS)(path))?.content ?? {};
    return {
        targets: [...draft.targets],
        unsure: draft.unsure.size === 0 ? leafModule.unsure : [...draft.unsure],
        uses: draft.uses.size === 0 ? leafModule.uses : [...draft.uses.values()],
        edges: draft.edges.length === 0 ? leafModule.edges : draft.edges,
        settings: settingsOf({ path, text, module: read, options: config.options, manifest }),
        called: draft.called.size === 0 ? leafModule.called : [...draft.called],
        isModule: read.isModule,
        usesPackages,
        problems: draft.problems,
        warnings: draft.warnings,
    };
}
/** Elements are made by functions of a module that no import names. */
function jsxUses({ jsx }, options) {
    if (jsx === undefined)
        return [];
    return jsxModules(jsx, options).map((specifier) => ({
        kind: 'name',
        form: 'import',
        offset: 0,
        specifier,
    }));
}
function follow(around, draft, use) {
    if (use.kind === 'name')
        return followName(around, draft, use);
    const { path } = draft.input;
    if (use.kind === 'map') {
        const target = (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(path), decoded(use.url));
        if (target !== undefined && around.files.has(target))
            draft.targets.add(around.files.real(target));
        return undefined;
    }
    const reached = use.kind === 'glob' ? around.resolver.resolveGlob(path, use.parts) : undefined;
    if (reached === undefined || reached.length === 0)
        draft.warnings.push(computedWarning(draft, use));
    for (const { path: named, real } of reached ?? []) {
        draft.targets.add(real);
        draft.called.add(real);
        // The program asks for it by the name of the link, which may come to lead elsewhere.
        if (named !== real)
            draft.edges.push({ specifier: named, targets: [real] });
    }
    return undefined;
}
function decoded(url) {
    try {
        return decodeURIComponent(url);
    }
    catch {
        return url;
    }
}
function followName(around, draft, use) {
    const { path, read } = draft.input;
    const { specifier, form } = use;
    const found = around.resolver.resolve({ importer: path, specifier, form });
    if (found.why !== undefined) {
        if (use.mayFail === true)
            return undefined;
        if (read.means === 'lexed')
            return 'needsParser';
        draft.problems.push(nowhere(draft, use, found.why));
        return undefined;
    }
    for (const target of found.paths)
        draft.targets.add(target);
    if (form === 'require' || use.isDynamic === true)
        for (const target of found.paths)
            draft.called.add(target);
    for (const target of found.unsure)
        draft.unsure.add(target);
    if (saysMore(found, path, specifier)) {
        const asked = found.self === undefined ? specifier : `${specifier} of ${found.self}/`;
        draft.edges.push({ specifier: asked, targets: found.paths });
    }
    if (found.package !== undefined) {
        const { folder, name } = found.package;
        const importer = folder === (0,repository_path/* folderOf */.yS)(path) ? path : ((0,repository_path/* joinPath */.uJ)(folder, 'package.json') ?? path);
        addUse(draft, found, { importer, name, isCertain: use.mayFail !== true });
    }
    return undefined;
}
function saysMore({ paths }, path, specifier) {
    const [only, ...more] = paths;
    if (only === undefined)
        return false;
    return more.length > 0 || !specifier.startsWith('.') || (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(path), specifier) !== only;
}
/** A package that the repository has itself may be missing from lock files. */
function addUse(draft, { paths, unsure }, use) {
    const key = `${use.importer}\0${use.name}`;
    const isCertain = use.isCertain && paths.length === 0 && unsure.length === 0;
    draft.uses.set(key, { ...use, isCertain: isCertain || draft.uses.get(key)?.isCertain === true });
}
function nowhere({ input: { path, text } }, { specifier, offset }, why) {
    return {
        code: 'E_IMPORT',
        place: { file: path, line: (0,imports/* lineAt */.mh)(text, offset) },
        message: `The import of ${(0,quote/* quote */.h)(specifier, 120)} leads nowhere: ${why}.`,
        fix: 'Correct the path, or commit the file that it names.',
    };
}
function computedWarning({ input: { path, text } }, { form, offset }) {
    return {
        code: 'W_DYNAMIC_IMPORT',
        place: { file: path, line: (0,imports/* lineAt */.mh)(text, offset) },
        message: `What this \`${form}(…)\` loads is only known when it runs, so a change of it redeploys nothing.`,
        fix: "Write the path as a literal, or name the files in the flow's `inputs`.",
    };
}
function guessedWarning(file) {
    return {
        code: 'W_SYNTAX',
        place: { file },
        message: 'The file cannot be parsed, so what it imports was searched for by its shape.',
        fix: 'Correct its syntax: the bundler will not take it either.',
    };
}

;// CONCATENATED MODULE: ./src/flow/guess-imports.ts

/** White space is bounded: an unbounded search is quadratic on hostile text. */
const requirePattern = /\brequire\s{0,50}\(\s{0,200}(['"`])([^'"`\n$]{1,1000})\1\s{0,200}[,)]/g;
const dynamicPattern = /\bimport\s{0,50}\(\s{0,200}(?:\/\*[^*]{0,500}\*\/\s{0,200})?(['"`])([^'"`\n$]{1,1000})\1/g;
const fromPattern = /\bfrom\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
const effectPattern = /\bimport\s{0,200}(['"])([^'"\n]{1,1000})\1/g;
const stylePattern = /(?:@import\s{0,50}(?:url\(\s{0,50})?|url\(\s{0,50}|\bfrom\s{1,50})(['"]?)([^'"\n()\s;]{1,1000})\1/g;
/** What a text that no parser takes seems to ask for: it may find too much, and finds all that has the usual shape. */
function guessImports(text) {
    const uses = [
        ...search(text, fromPattern, 'import'),
        ...search(text, effectPattern, 'import'),
        ...search(text, dynamicPattern, 'import'),
        ...search(text, requirePattern, 'require'),
    ];
    return { uses: (0,imports/* withSourceMap */.Eq)(text, uses), isModule: false, means: 'guessed' };
}
/** Names of classes in a style sheet reach the program, and those that it composes from others with them. */
function styleImports(text) {
    const uses = search(text, stylePattern, 'style');
    return { uses: (0,imports/* withSourceMap */.Eq)(text, uses), isModule: false, means: 'parsed' };
}
function search(text, pattern, form) {
    return Array.from(text.matchAll(pattern), (match) => {
        return { kind: 'name', form, specifier: match[2] ?? '', offset: match.index, mayFail: true };
    });
}

;// CONCATENATED MODULE: ./src/flow/module-text.ts


/** Reads files by what is enough for each. The parser is large and slow, so it is loaded when a file needs it. */
function moduleTexts(limit) {
    let parse;
    return {
        read(path, text, isExact) {
            if (!(0,imports/* isCode */._m)(path))
                return styleImports(text);
            const lexed = isExact ? undefined : (0,imports/* lexImports */.Yj)(path, text);
            if (lexed !== undefined)
                return lexed;
            if (parse === undefined)
                return 'needsParser';
            limit.spend(text.length);
            return parse(path, text) ?? guessImports(text);
        },
        async prepare() {
            parse ??= (await Promise.all(/* import() */[__webpack_require__.e(873), __webpack_require__.e(73)]).then(__webpack_require__.bind(__webpack_require__, 6073))).parseImports;
        },
    };
}

// EXTERNAL MODULE: ./src/flow/builtin-modules.ts
var builtin_modules = __webpack_require__(4068);
;// CONCATENATED MODULE: ./src/flow/glob-imports.ts

function globMatcher(files, limit) {
    let sorted;
    const folders = new Map();
    const under = (folder) => {
        const known = folders.get(folder);
        if (known !== undefined)
            return known;
        sorted ??= [...files.all].sort();
        const found = slice(sorted, folder);
        limit.spend(found.length);
        folders.set(folder, found);
        return found;
    };
    const matches = new Map();
    let byName;
    return {
        under,
        called(name) {
            byName ??= filesByName(files.all);
            return byName.get(name.replace(/\.[^.]*$/, '')) ?? [];
        },
        match(folder, parts) {
            const key = `${folder}\0${JSON.stringify(parts)}`;
            if (!matches.has(key))
                matches.set(key, matchIn({ folder, parts, under, limit, real: files.real }));
            const found = matches.get(key);
            limit.spend(found?.length ?? 0);
            return found;
        },
    };
}
function filesByName(paths) {
    const byName = new Map();
    for (const path of paths) {
        const name = /([^/.]+)(?:\/index)?\.[^/]*$/.exec(path)?.[1];
        if (name === undefined)
            continue;
        const same = byName.get(name);
        if (same === undefined)
            byName.set(name, [path]);
        else
            same.push(path);
    }
    return byName;
}
function slice(sorted, folder) {
    if (folder === '')
        return sorted;
    const start = lowest(sorted, `${folder}/`);
    // `0` follows `/`.
    return sorted.slice(start, lowest(sorted, `${folder}0`)).filter((path) => (0,repository_path/* isUnder */.Jo)(folder, path));
}
/** The first place whose text is not before this one. */
function lowest(sorted, text) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? '') < text)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** The folders that are written out are walked; what follows is compared with each name below, as it would be written. */
function matchIn({ folder, parts, under, limit, real }) {
    const [first, ...rest] = parts;
    if (typeof first !== 'object')
        return undefined;
    const written = first.text.slice(0, first.text.lastIndexOf('/') + 1);
    const named = (0,repository_path/* joinPath */.uJ)(folder, written);
    if (named === undefined)
        return undefined;
    // Links are followed up to where the unknown begins, and not below.
    const base = real(named);
    const files = under(base);
    if (files.length === 0)
        return undefined;
    const pattern = [{ text: first.text.slice(written.length) }, ...rest];
    const skipped = base === '' ? 0 : base.length + 1;
    return files.filter((path) => {
        limit.spend(pattern.length + 1);
        return matchesPattern(path.slice(skipped), pattern, limit);
    });
}
/** By sets of places that each part may end at: in time of length times parts, whatever the pattern. */
function matchesPattern(text, parts, limit) {
    let ends = new Set([0]);
    let isAfterFolders = false;
    for (const part of parts) {
        // A slash that follows any folders belongs to them.
        const plain = typeof part === 'object' && isAfterFolders ? { text: part.text.replace(/^\//, '') } : part;
        ends = glob_imports_step(text, ends, plain);
        limit.spend(ends.size);
        if (ends.size === 0)
            return false;
        isAfterFolders = part === 'folders';
    }
    return ends.has(text.length);
}
function glob_imports_step(text, starts, part) {
    const ends = new Set();
    if (typeof part === 'object') {
        for (const start of starts)
            if (text.startsWith(part.text, start))
                ends.add(start + part.text.length);
        return ends;
    }
    const first = Math.min(...starts);
    let isOpen = false;
    for (let at = first; at <= text.length; at += 1) {
        if (starts.has(at))
            isOpen = true;
        if (isOpen && (part === 'segment' || starts.has(at) || text[at - 1] === '/' || at === text.length))
            ends.add(at);
        if (part === 'segment' && text[at] === '/')
            isOpen = false;
    }
    return ends;
}

;// CONCATENATED MODULE: ./src/flow/load-file.ts


/** The order in which esbuild tries them. */
const extensions = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json'];
/** In `node_modules`, even through a link, what was compiled comes before its source. */
const packageExtensions = ['.jsx', '.js', '.tsx', '.ts', '.css', '.json'];
const styleExtensions = ['.css'];
/** TypeScript lets people write the name that a file has after compilation. */
const sources = {
    '.js': ['.ts', '.tsx'],
    '.jsx': ['.ts', '.tsx'],
    '.mjs': ['.mts'],
    '.cjs': ['.cts'],
};
function orderOf({ form, isInPackage }) {
    if (form === 'style')
        return styleExtensions;
    return isInPackage ? packageExtensions : extensions;
}
function loadFileOrFolder(input, target, options) {
    const file = loadFile(input.files, target, orderOf(options));
    return file === undefined ? loadFolder(input, target, options) : { paths: [file] };
}
/** A file by its name as written, with an extension, or as it was before compilation. */
function loadFile(files, target, order) {
    if (files.has(target))
        return target;
    if (target === '')
        return undefined;
    for (const extension of order)
        if (files.has(target + extension))
            return target + extension;
    return loadSource(files, target);
}
function loadSource(files, target) {
    const dot = target.lastIndexOf('.');
    if (dot <= target.lastIndexOf('/'))
        return undefined;
    for (const extension of sources[target.slice(dot)] ?? [])
        if (files.has(target.slice(0, dot) + extension))
            return target.slice(0, dot) + extension;
    return undefined;
}
function loadFolder(input, folder, options) {
    const order = orderOf(options);
    const index = loadIndex(input.files, folder, order);
    const place = input.files.real(folder);
    const own = input.packages.nearest(place);
    const main = own?.folder === place ? loadMain(input, own, { ...options, order, index }) : undefined;
    return main ?? (index === undefined ? undefined : { paths: [index] });
}
function loadIndex(files, folder, order) {
    const inside = folder === '' ? 'index' : `${folder}/index`;
    for (const extension of order)
        if (files.has(inside + extension))
            return inside + extension;
    return undefined;
}
/** `main` before `module`, as esbuild has it for Node.js; `require` never gets `module` where there is another file. */
function loadMain({ files }, { folder, content }, { form, order, index }) {
    const load = (field) => {
        const target = (0,repository_path/* joinPath */.uJ)(folder, field);
        return target === undefined
            ? undefined
            : (loadFile(files, target, order) ?? loadIndex(files, target, order));
    };
    const [main, module] = ['main', 'module'].map((key) => (0,read_json/* stringOf */.Je)(content[key]) || undefined);
    const byMain = main === undefined ? undefined : load(main);
    if (byMain !== undefined)
        return { paths: [byMain] };
    const byModule = module === undefined ? undefined : load(module);
    const fallback = main === undefined ? index : undefined;
    const found = byModule === undefined ? index : form === 'require' ? (fallback ?? byModule) : byModule;
    const others = byModule !== undefined && found === byModule && fallback !== undefined ? [fallback] : [];
    const paths = found === undefined ? [] : [found, ...others];
    // A field that leads nowhere names what a build makes.
    const isBuilt = main !== undefined || (module !== undefined && byModule === undefined);
    if (isBuilt)
        return { paths, unbuilt: folder };
    return paths.length === 0 ? undefined : { paths };
}
const declarations = ['.d.ts', '.d.mts', '.d.cts'];
/** Whether there are types for a path and no program: nothing of it is loaded, and nobody misses it. */
function isDeclared(files, target) {
    const base = target.replace(/\.[cm]?jsx?$/, '');
    const inside = target === '' ? 'index' : `${target}/index`;
    return declarations.some((extension) => files.has(target + extension) || files.has(base + extension) || files.has(inside + extension));
}
/** esbuild tells this by the name of any folder on the way. */
function isInsideNodeModules(path) {
    return /(?:^|\/)node_modules(?:\/|$)/.test(path);
}

;// CONCATENATED MODULE: ./src/flow/package-map.ts

const nothing = { kind: 'nothing', why: 'undefined' };
const invalid = { kind: 'nothing', why: 'invalid' };
const isNull = { kind: 'nothing', why: 'null' };
/** By https://nodejs.org/api/esm.html#resolution-algorithm-specification, PACKAGE_EXPORTS_RESOLVE, as esbuild does it. */
function exportedPath(exports, subpath, lookup) {
    const context = { ...lookup, isInternal: false };
    const hasSubpaths = (0,read_json/* isObject */.Gv)(exports) && Object.keys(exports)[0]?.startsWith('.') === true;
    if (subpath !== '.')
        return hasSubpaths ? byKey(exports, subpath, context) : nothing;
    const main = hasSubpaths ? exports['.'] : exports;
    return main === undefined ? nothing : target(main, undefined, context);
}
/** PACKAGE_IMPORTS_RESOLVE: the names that begin with `#`. */
function internalPath(imports, name, lookup) {
    return (0,read_json/* isObject */.Gv)(imports) ? byKey(imports, name, { ...lookup, isInternal: true }) : invalid;
}
function byKey(map, key, context) {
    if (!key.endsWith('/') && !key.includes('*') && Object.hasOwn(map, key))
        return target(map[key] ?? null, undefined, context);
    const patterns = patternsOf(map);
    context.limit.spend(patterns.length);
    for (const { pattern, before, after } of patterns) {
        if (!key.startsWith(before))
            continue;
        if (after === undefined) {
            const found = target(map[pattern] ?? null, { rest: key.slice(before.length), isStar: false }, context);
            return found.kind === 'path' ? { ...found, isExact: false } : found;
        }
        if (after !== '' && !(key.endsWith(after) && key.length >= pattern.length))
            continue;
        const rest = key.slice(before.length, key.length - after.length);
        return target(map[pattern] ?? null, { rest, isStar: true }, context);
    }
    return nothing;
}
const patterns = new WeakMap();
/** The most specific one first: the longest text before its `*`, then the longest of all. */
function patternsOf(map) {
    const known = patterns.get(map);
    if (known !== undefined)
        return known;
    const made = Object.keys(map).flatMap((pattern) => {
        const star = pattern.indexOf('*');
        if (star !== -1)
            return [{ pattern, before: pattern.slice(0, star), after: pattern.slice(star + 1) }];
        return pattern.endsWith('/') ? [{ pattern, before: pattern }] : [];
    });
    made.sort((a, b) => {
        if (a.before.length !== b.before.length)
            return b.before.length - a.before.length;
        if ((a.after === undefined) !== (b.after === undefined))
            return a.after === undefined ? 1 : -1;
        return b.pattern.length - a.pattern.length;
    });
    patterns.set(map, made);
    return made;
}
/** PACKAGE_TARGET_RESOLVE. Files of JSON are nested only so deep, so this is too. */
function target(value, rest, context) {
    context.limit.spend(1);
    if (value === null)
        return isNull;
    if (typeof value === 'string')
        return textTarget(value, rest, context);
    if (Array.isArray(value))
        return listTarget(value, rest, context);
    if (!(0,read_json/* isObject */.Gv)(value))
        return invalid;
    for (const [condition, inner] of Object.entries(value)) {
        if (!holds(condition, context.form))
            continue;
        const found = target(inner, rest, context);
        if (found !== nothing)
            return found;
    }
    return nothing;
}
/** Of esbuild for Node.js, where nobody names other conditions. */
function holds(condition, form) {
    return condition === 'default' || condition === 'node' || condition === 'module' || condition === form;
}
function listTarget(values, rest, context) {
    let last = values.length === 0 ? isNull : nothing;
    for (const value of values) {
        const found = target(value, rest, context);
        if (found === invalid || found === isNull)
            last = found;
        else if (found !== nothing)
            return found;
    }
    return last;
}
function textTarget(text, rest, { isInternal }) {
    const value = rest?.rest ?? '';
    if (rest?.isStar === false && value !== '' && !text.endsWith('/'))
        return misplaced;
    if (!text.startsWith('./')) {
        if (!isInternal || text.startsWith('../') || text.startsWith('/'))
            return invalid;
        return { kind: 'name', name: rest?.isStar === true ? text.replaceAll('*', value) : text + value };
    }
    if (hasForbiddenSegment(text.slice(2)))
        return invalid;
    if (hasForbiddenSegment(value.replace(/^[^/\\]*[/\\]?/, '')))
        return misplaced;
    const base = text.slice(1).replace(/\/+$/, '');
    const joined = rest?.isStar === true ? base.replaceAll('*', value) : `${base}/${value}`.replace(/\/+$/, '');
    const path = package_map_decoded(joined);
    return path === undefined || /[/\\]$/.test(path) ? misplaced : { kind: 'path', path, isExact: true };
}
/** Not the same as `invalid`: nothing else of a list is tried. */
const misplaced = { kind: 'nothing', why: 'invalid' };
function hasForbiddenSegment(text) {
    return text
        .split(/[/\\]/)
        .some((segment) => segment === '.' || segment === '..' || segment === 'node_modules');
}
/** Targets are parts of URLs. */
function package_map_decoded(path) {
    if (!path.includes('%'))
        return path;
    if (/%2f|%5c/i.test(path))
        return undefined;
    try {
        return decodeURIComponent(path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/flow/tsconfig-extends.ts



/** What a configuration extends, from the weakest to the strongest, as esbuild finds it. */
function extendedBy(input, path, content) {
    const written = Array.isArray(content['extends']) ? content['extends'] : [content['extends']];
    const texts = written.flatMap((item) => (0,read_json/* stringOf */.Je)(item) ?? []);
    const folder = (0,repository_path/* folderOf */.yS)(path);
    const found = texts.map((text) => /^\.{1,2}(?:\/|$)/.test(text) ? relativeConfig(input, folder, text) : packageConfig(input, path, text));
    return {
        files: found.flatMap(({ files }) => files),
        packages: found.flatMap(({ packages }) => packages),
    };
}
function relativeConfig({ files }, folder, text) {
    // A folder means its configuration only if it is written with nothing but dots.
    const target = (0,repository_path/* joinPath */.uJ)(folder, /^\.{1,2}$/.test(text) ? `${text}/tsconfig.json` : text) ?? '';
    const names = target.endsWith('.json') ? [target] : [target, `${target}.json`];
    return {
        files: names
            .filter((name) => files.has(name))
            .slice(0, 1)
            .map(files.real),
        packages: [],
    };
}
function packageConfig(input, path, text) {
    const name = /^(?:@[^/]*\/)?[^/]+/.exec(text)?.[0];
    if (name === undefined || text.startsWith('/'))
        return { files: [], packages: [] };
    const { own, isForeign } = input.packages.provide((0,repository_path/* folderOf */.yS)(path), name);
    const files = own.flatMap((one) => configOf(input, one, `.${text.slice(name.length)}`));
    return { files, packages: isForeign ? [{ importer: path, name }] : [] };
}
/** By `exports` as `require` would, by the field `tsconfig`, else by its name in the package. */
function configOf({ files, limit }, own, subpath) {
    const { exports, tsconfig } = own.content;
    const mapped = exports === undefined || exports === null
        ? undefined
        : exportedPath(exports, subpath, { form: 'require', limit });
    const exported = mapped?.kind === 'path' ? (0,repository_path/* joinPath */.uJ)(own.folder, mapped.path.slice(1)) : undefined;
    const base = (0,repository_path/* joinPath */.uJ)(own.folder, (0,read_json/* stringOf */.Je)(tsconfig) || subpath) ?? own.folder;
    const names = [exported, `${base}/tsconfig.json`, base, `${base}.json`];
    const found = names.find((name) => name !== undefined && files.has(name));
    return found === undefined ? [] : [files.real(found)];
}

;// CONCATENATED MODULE: ./src/flow/tsconfig.ts




const none = { options: {}, aliases: [], hasOwnPaths: false, files: [], packages: [] };
/** What people write extends three or four. */
const longestChain = 64;
/** Stands for the folder of the file that is extended, since TypeScript 5.5. */
const leafMark = '$' + '{configDir}';
/** The nearest `tsconfig.json` (or `jsconfig.json`) upwards counts, as editors and bundlers have it. */
function tsconfigs(input) {
    const { files } = input;
    const byFolder = new Map();
    const byFile = new Map();
    const nearest = (folder) => {
        if (byFolder.has(folder))
            return byFolder.get(folder);
        const own = ['tsconfig.json', 'jsconfig.json']
            .map((name) => (folder === '' ? name : `${folder}/${name}`))
            .find((path) => files.has(path));
        const real = own === undefined ? undefined : files.real(own);
        const found = real ?? (folder === '' ? undefined : nearest((0,repository_path/* folderOf */.yS)(folder)));
        byFolder.set(folder, found);
        return found;
    };
    const context = { ...input, known: new Map(), problems: [] };
    return {
        async prepare(folders) {
            for (const folder of folders) {
                const path = nearest(folder);
                if (path !== undefined && !byFile.has(path))
                    byFile.set(path, await load(context, path));
            }
        },
        of: (folder) => byFile.get(nearest(folder) ?? '') ?? none,
        problems: context.problems,
    };
}
async function load(context, leaf) {
    const chain = [];
    const packages = [];
    const waiting = [leaf];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        context.limit.spend(chain.length + 1);
        if (chain.some((written) => written.path === path))
            continue;
        if (chain.length === longestChain) {
            context.problems.push(tooLong(leaf));
            break;
        }
        const content = await read(context, path);
        if (content === undefined)
            continue;
        chain.push({ path, content });
        await context.packages.prepare([(0,repository_path/* folderOf */.yS)(path)]);
        const extended = extendedBy(context, path, content);
        packages.push(...extended.packages);
        // Of several, the last one wins; the chain is ordered from the strongest to the weakest.
        waiting.unshift(...extended.files.toReversed());
    }
    return merge(chain, packages, (0,repository_path/* folderOf */.yS)(leaf));
}
async function read(context, path) {
    if (context.known.has(path))
        return context.known.get(path);
    const [content] = await (0,read_json/* readJsonObjects */.lm)(context.source, [path]);
    context.known.set(path, content);
    return content;
}
function tooLong(file) {
    return {
        code: 'E_TSCONFIG',
        place: { file },
        field: 'extends',
        message: `It extends more than ${longestChain} files, one after the other.`,
        fix: 'Let it extend one that says all.',
    };
}
function merge(chain, packages, leafFolder) {
    const options = Object.assign({}, ...chain.toReversed().map(({ content }) => compilerOptionsIn(content)));
    const place = ({ path }, text) => text.startsWith(leafMark)
        ? (0,repository_path/* joinPath */.uJ)(leafFolder, `./${text.slice(leafMark.length)}`)
        : (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(path), text);
    const baseHolder = chain.find(({ content }) => (0,read_json/* stringOf */.Je)(rawOptions(content)['baseUrl']) !== undefined);
    const baseText = (0,read_json/* stringOf */.Je)(rawOptions(baseHolder?.content)['baseUrl']);
    const baseUrl = baseHolder === undefined ? undefined : place(baseHolder, baseText ?? '');
    const holder = chain.find(({ content }) => (0,read_json/* isObject */.Gv)(rawOptions(content)['paths']));
    const folder = holder === undefined ? undefined : (0,repository_path/* folderOf */.yS)(holder.path);
    return {
        options,
        ...(baseUrl === undefined ? {} : { baseUrl }),
        aliases: aliasesOf(rawOptions(holder?.content)['paths'], { folder: folder ?? '', baseUrl, leafFolder }),
        hasOwnPaths: holder !== undefined && holder === chain[0],
        files: chain.map(({ path }) => path),
        packages,
    };
}
function rawOptions(content) {
    const found = content?.['compilerOptions'];
    return (0,read_json/* isObject */.Gv)(found) ? found : {};
}
/** In the order in which they are to be tried: the longest text before the `*` first, then the longest after it. */
function aliasesOf(written, folders) {
    if (!(0,read_json/* isObject */.Gv)(written))
        return [];
    const aliases = Object.entries(written).flatMap(([pattern, targets]) => {
        const pieces = pattern.split('*');
        const [before = '', after] = pieces;
        if (pieces.length > 2 || !Array.isArray(targets))
            return [];
        const usable = targets.flatMap((text) => (typeof text === 'string' ? targetOf(text, folders) : []));
        return [after === undefined ? { before, targets: usable } : { before, after, targets: usable }];
    });
    return aliases.sort((a, b) => {
        if ((a.after === undefined) !== (b.after === undefined))
            return a.after === undefined ? -1 : 1;
        return b.before.length - a.before.length || (b.after ?? '').length - (a.after ?? '').length;
    });
}
/** Without `baseUrl`, TypeScript and esbuild take relative ones only. */
function targetOf(text, { folder, baseUrl, leafFolder }) {
    if (text.split('*').length > 2 || text.startsWith('/'))
        return [];
    if (text.startsWith(leafMark))
        return [{ folder: leafFolder, text: `./${text.slice(leafMark.length)}` }];
    if (baseUrl !== undefined)
        return [{ folder: baseUrl, text }];
    return /^\.{1,2}(?:$|[/\\])/.test(text) ? [{ folder, text }] : [];
}
/** Where a name may lead, in the order to try: by the one entry of `paths` that fits best, then from `baseUrl`. */
function aliasTargets(config, name, limit) {
    const { aliases, baseUrl } = config;
    if (aliases.length === 0 && baseUrl === undefined)
        return [];
    limit.spend(aliases.length);
    const alias = aliases.find((one) => fits(one, name));
    const rest = alias?.after === undefined ? '' : name.slice(alias.before.length, name.length - alias.after.length);
    const mapped = (alias?.targets ?? []).flatMap(({ folder, text }) => {
        const filled = text.replace('*', () => rest);
        // Only the type checker looks at these.
        return /\.d\.ts$/i.test(filled) ? [] : ((0,repository_path/* joinPath */.uJ)(folder, filled) ?? []);
    });
    const based = baseUrl === undefined || name.startsWith('/') ? undefined : (0,repository_path/* joinPath */.uJ)(baseUrl, name);
    return based === undefined ? mapped : [...mapped, based];
}
function fits({ before, after }, name) {
    if (after === undefined)
        return name === before;
    return name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
}

;// CONCATENATED MODULE: ./src/flow/resolve.ts







const resolve_nothing = { paths: [], unsure: [] };
function resolve_nowhere(why) {
    return { paths: [], unsure: [], why };
}
/**
 * Finds what esbuild would find, by `internal/resolver/resolver.go` of its release 0.28.2. Where that depends on what is
 * not in git (the packages that are installed, the files that a build makes), everything that it may find is the answer.
 */
function resolver(input) {
    const context = { ...input, globs: globMatcher(input.files, input.limit) };
    const cache = new Map();
    return {
        resolve({ importer, specifier, form }) {
            const folder = (0,repository_path/* folderOf */.yS)(importer);
            const key = `${form}\0${folder}\0${specifier}`;
            const known = cache.get(key) ?? withoutLinks(input.files, resolveFrom(context, { folder, specifier, form }));
            cache.set(key, known);
            return known;
        },
        resolveGlob: (importer, parts) => context.globs.match((0,repository_path/* folderOf */.yS)(importer), parts)?.map((path) => ({ path, real: input.files.real(path) })),
    };
}
/** A bundler knows a file by its own name, however it was found. */
function withoutLinks({ real }, found) {
    return { ...found, paths: found.paths.map(real), unsure: found.unsure.map(real) };
}
function resolveFrom(context, request) {
    const { specifier } = request;
    if (/^(?:https?:)?\/\//.test(specifier) || /^data:/i.test(specifier) || specifier === '')
        return resolve_nothing;
    if ((0,builtin_modules/* isBuiltin */.i)(specifier))
        return resolve_nothing;
    const found = resolveWhole(context, request);
    // Only a name that leads nowhere as it is has a query or a fragment.
    const end = specifier.slice(1).search(/[?#]/) + 1;
    if (found.why === undefined || end === 0)
        return found;
    const bare = resolveWhole(context, { ...request, specifier: specifier.slice(0, end) });
    return bare.why === undefined ? bare : found;
}
function resolveWhole(context, request) {
    const { specifier, folder, form } = request;
    if (specifier.includes('*'))
        return resolve_nowhere('it has a wildcard, which is only looked for in what is computed');
    if (specifier.startsWith('/')) {
        const found = byAlias(context, request);
        return found ?? resolve_nowhere('it is an absolute path, which no other machine has');
    }
    const isRelative = /^\.{1,2}(?:\/|$)/.test(specifier);
    const isFromStyle = form === 'style' && !isRelative;
    const loaded = isRelative || isFromStyle ? loadRelative(context, request) : undefined;
    if (loaded !== undefined)
        return loaded;
    if (!isRelative)
        return resolveName(context, request);
    const target = (0,repository_path/* joinPath */.uJ)(folder, specifier);
    if (target === undefined)
        return resolve_nowhere('it leads out of the repository');
    if (isDeclared(context.files, target))
        return resolve_nothing;
    return resolve_nowhere('there is no such file, with or without the usual extensions');
}
function loadRelative(context, { folder, specifier, form }) {
    const target = (0,repository_path/* joinPath */.uJ)(folder, specifier);
    if (target === undefined)
        return undefined;
    const options = { form, isInPackage: isInsideNodeModules(target) };
    // Node.js takes a path that ends like this for a folder, even where a file has its name.
    const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
    const load = isFolder ? loadFolder : loadFileOrFolder;
    return answer(context, load(context, target, options)) ?? installed(context, target, form);
}
/** A path into `node_modules` is not in git: it is a part of the package that is installed there. */
function installed(context, target, form) {
    const match = /^(?:(.*)\/)?node_modules\/((?:@[^/]+\/)?[^/]+)(.*)$/s.exec(target);
    if (match === null)
        return undefined;
    const [, folder = '', name = '', rest = ''] = match;
    return elsewhere(context, { folder, form, specifier: name }, { name, subpath: `.${rest}` });
}
/** Files as they are; where a package has to be built first, all of its files with them. */
function answer(context, loaded) {
    if (loaded === undefined)
        return undefined;
    const unsure = loaded.unbuilt === undefined ? [] : filesOfPackage(context, loaded.unbuilt);
    if (loaded.paths.length === 0 && unsure.length === 0)
        return undefined;
    return { paths: loaded.paths, unsure };
}
/** Not of the whole repository: what its root builds is not named by a package's fields. */
function filesOfPackage({ globs }, folder) {
    return folder === '' ? [] : globs.under(folder).filter((path) => !path.includes('/node_modules/'));
}
/** By `paths` and `baseUrl` of the nearest `tsconfig.json`. */
function byAlias(context, { folder, specifier, form }) {
    if (isInsideNodeModules(folder))
        return undefined;
    const config = context.tsconfigOf(folder);
    for (const target of aliasTargets(config, specifier, context.limit)) {
        const options = { form, isInPackage: isInsideNodeModules(target) };
        const found = answer(context, loadFileOrFolder(context, target, options)) ?? installed(context, target, form);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** A name, in the order of esbuild: aliases, names that begin with `#`, the own package, other packages. */
function resolveName(context, request, mayBeInternal = true) {
    const { folder, specifier, form } = request;
    const alias = byAlias(context, request);
    if (alias !== undefined)
        return alias;
    const nearest = context.packages.nearest(folder);
    const imports = nearest?.content['imports'];
    if (mayBeInternal && specifier.startsWith('#') && nearest !== undefined && isSet(imports)) {
        const mapped = internalPath(imports, specifier, { form, limit: context.limit });
        return resolveInternal(context, { request, mapped, own: nearest });
    }
    const unknown = byUnknownAlias(context, folder, specifier);
    const name = packageNameOf(specifier);
    if (name === undefined)
        return unknown ?? resolve_nowhere('it is no name of a package');
    const subpath = `.${specifier.slice(name.length)}`;
    if (nearest?.content['name'] === name && isSet(nearest.content['exports'])) {
        const own = inPackage(context, nearest, { form, subpath });
        if (own !== undefined)
            return { ...own, self: nearest.folder };
        return resolve_nowhere(`\`exports\` of its own \`package.json\` leads to no file`);
    }
    const found = elsewhere(context, request, { name, subpath });
    return unknown === undefined ? found : { ...found, unsure: [...found.unsure, ...unknown.unsure] };
}
/** `paths` of a configuration that is not in git may lead to any file that is called like the last part of the name. */
function byUnknownAlias({ tsconfigOf, globs }, folder, specifier) {
    const { packages, hasOwnPaths } = tsconfigOf(folder);
    if (packages.length === 0 || hasOwnPaths)
        return undefined;
    const last = specifier.slice(specifier.lastIndexOf('/') + 1).replace(/^[^\p{ID_Continue}]+/u, '');
    return { paths: [], unsure: last === '' ? [] : globs.called(last) };
}
function isSet(value) {
    return value !== undefined && value !== null;
}
function resolveInternal(context, { request, mapped, own }) {
    if (mapped.kind === 'name') {
        if ((0,builtin_modules/* isBuiltin */.i)(mapped.name))
            return resolve_nothing;
        return resolveName(context, { ...request, folder: own.folder, specifier: mapped.name }, false);
    }
    if (mapped.kind === 'nothing')
        return resolve_nowhere('the nearest `package.json` has no such entry in `imports`');
    const found = mappedFile(context, own, { mapped, options: { form: request.form, isInPackage: false } });
    return found ?? resolve_nowhere('the entry of `imports` in the nearest `package.json` names no file');
}
function mappedFile(context, own, { mapped, options }) {
    const target = (0,repository_path/* joinPath */.uJ)(own.folder, mapped.path.slice(1)) ?? '';
    if (!mapped.isExact) {
        const found = answer(context, loadFileOrFolder(context, target, options));
        if (found !== undefined)
            return found;
    }
    const file = context.files.has(target) ? target : loadSource(context.files, target);
    if (file !== undefined)
        return { paths: [file], unsure: [] };
    return answer(context, { paths: [], unbuilt: own.folder });
}
/** What an own package gives for a part of it; undefined if its `exports` do not give it. */
function inPackage(context, own, { form, subpath }) {
    const options = { form, isInPackage: true };
    const { exports } = own.content;
    if (isSet(exports)) {
        const mapped = exportedPath(exports, subpath, { form, limit: context.limit });
        return mapped.kind === 'path' ? mappedFile(context, own, { mapped, options }) : undefined;
    }
    const target = (0,repository_path/* joinPath */.uJ)(own.folder, subpath) ?? '';
    const load = subpath === '.' ? loadFolder : loadFileOrFolder;
    const found = answer(context, load(context, target, options));
    if (found !== undefined)
        return found;
    // Nothing says what a build would make, so it takes code to make anything of.
    const files = filesOfPackage(context, own.folder);
    return files.some(imports/* isCode */._m) ? { paths: [], unsure: files } : undefined;
}
/** Another package of the repository, one of other people, or either: only what is installed says which. */
function elsewhere(context, { folder, form, specifier }, { name, subpath }) {
    const { own, behind, isLinked, isForeign } = context.packages.provide(folder, name);
    // `bun:sqlite` and the like are modules of another runtime.
    if (own.length === 0 && /^[a-z][a-z0-9+.-]*:/i.test(specifier))
        return resolve_nothing;
    const found = own.flatMap((one) => inPackage(context, one, { form, subpath }) ?? []);
    const unsure = [
        ...found.flatMap((one) => one.unsure),
        ...behind.flatMap((one) => filesOfPackage(context, one)),
        ...committedPackage(context, folder, name),
    ];
    const base = { paths: [...new Set(found.flatMap((one) => one.paths))], unsure: [...new Set(unsure)] };
    // A name alone, and nothing behind it: what is meant is another package of that name.
    const isNothing = base.paths.length === 0 && base.unsure.length === 0;
    if (isForeign || (isNothing && !isLinked))
        return { ...base, package: { folder, name } };
    return isNothing ? resolve_nowhere('the package of that name in the repository has no such file') : base;
}
/** Somebody committed `node_modules`. What a lock file knows is installed over it; of the rest, all files count. */
function committedPackage({ globs, files, packages }, folder, name) {
    for (const above of (0,repository_path/* foldersUp */.TS)(folder)) {
        const place = (0,repository_path/* joinPath */.uJ)(above, `node_modules/${name}`) ?? '';
        if (!files.has(`${place}/package.json`))
            continue;
        const importer = (0,repository_path/* joinPath */.uJ)(folder, 'package.json') ?? '';
        const isLocked = packages.used([{ importer, name, isCertain: false }]).length > 0;
        return isLocked ? [] : globs.under(place);
    }
    return [];
}
/** `@scope/name/part` → `@scope/name`. */
function packageNameOf(specifier) {
    const name = /^(?:@[^/]*\/)?[^/]*/.exec(specifier)?.[0] ?? '';
    const isName = name !== '' && !/^\.|^@[^/]*$|[\\%]/.test(name);
    return isName ? name : undefined;
}

// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
;// CONCATENATED MODULE: ./src/flow/work-limit.ts

const mostSteps = 100_000_000;
function workLimit(steps = mostSteps) {
    let left = steps;
    return {
        spend(amount) {
            left -= amount;
            if (left < 0)
                throw new problem/* InputError */.dz([tooMuch]);
        },
    };
}
const tooMuch = {
    code: 'E_IMPORT_LIMIT',
    message: 'The imports of the flows lead to so many names, patterns and files that following them was given up.',
    fix: 'Look for files with thousands of imports, or for patterns in `import()`, `exports` or `paths` that match nearly everything.',
};

;// CONCATENATED MODULE: ./src/flow/module-graph.ts







/** Larger files are bundles or data; reading one costs more than it tells. */
const codeLimitBytes = 4 * 1024 * 1024;
/** Every module that can be reached from the entries, each read once. */
async function moduleGraph(source, { files, packages }, entries) {
    await (0,imports/* prepareImports */.Ox)();
    const context = contextOf(source, files, packages);
    const modules = new Map();
    const waiting = [];
    const discover = (path) => {
        if (modules.has(path) || !files.has(path))
            return;
        modules.set(path, leafModule);
        if ((0,imports/* isCode */._m)(path) || path.endsWith('.css'))
            waiting.push(path);
    };
    const entrySet = new Set(entries);
    for (const entry of entrySet)
        discover(entry);
    let reading = startReading(source, waiting);
    while (reading !== undefined) {
        const read = await reading;
        // While these are looked through, the next ones are on their way.
        const next = startReading(source, waiting);
        const folders = new Set(read.paths.map(repository_path/* folderOf */.yS));
        await context.tsconfigs.prepare(folders);
        await context.packages.prepare(folders);
        for (const [path, found] of await modulesOf(context, read)) {
            const module = entrySet.has(path) ? withRunner(context, path, found) : found;
            modules.set(path, module);
            module.targets.forEach(discover);
            module.unsure.forEach(discover);
        }
        reading = next ?? startReading(source, waiting);
    }
    return { modules, ...sayings(modules, entries, context.tsconfigs.problems) };
}
/** As much as fits into what the system holds for a process that is busy with the files before. */
const readAtOnce = 128;
function startReading(source, waiting) {
    if (waiting.length === 0)
        return undefined;
    const paths = waiting.splice(0, readAtOnce);
    const reading = source.read(paths, codeLimitBytes).then((contents) => ({ paths, contents }));
    // A failure is met where it is awaited, even if the files before fail first.
    reading.catch(() => undefined);
    return reading;
}
function contextOf(source, files, packages) {
    const limit = workLimit();
    const configs = tsconfigs({ source, files, packages, limit });
    return {
        files,
        packages,
        tsconfigs: configs,
        texts: moduleTexts(limit),
        resolver: resolver({ files, packages, tsconfigOf: configs.of, limit }),
    };
}
async function modulesOf(context, { paths, contents }) {
    const modules = new Map();
    const pending = [];
    for (const [index, path] of paths.entries()) {
        const content = contents[index] ?? 'too-large';
        if (content === 'too-large') {
            modules.set(path, { ...leafModule, warnings: [tooLarge(path)] });
            continue;
        }
        const text = new TextDecoder().decode(content);
        const module = readModule(context, { path, text }, false);
        if (module === 'needsParser')
            pending.push({ path, text });
        else
            modules.set(path, module);
    }
    if (pending.length > 0)
        await context.texts.prepare();
    for (const file of pending) {
        const module = readModule(context, file, true);
        if (module !== 'needsParser')
            modules.set(file.path, module);
    }
    return modules;
}
function readModule(context, { path, text }, isExact) {
    const read = context.texts.read(path, text, isExact);
    if (read === 'needsParser')
        return read;
    return moduleOf(context, { path, text, read, config: context.tsconfigs.of((0,repository_path/* folderOf */.yS)(path)) });
}
/** Every bundle holds the runner of the SDK that its entry finds, whether the flow imports the SDK or not. */
function withRunner({ resolver }, path, module) {
    const found = resolver.resolve({ importer: path, specifier: 'headgate', form: 'import' });
    const edge = { specifier: 'headgate', targets: found.paths };
    return {
        ...module,
        targets: [...new Set([...module.targets, ...found.paths])],
        unsure: [...new Set([...module.unsure, ...found.unsure])],
        edges: found.paths.length === 0 ? module.edges : [...module.edges, edge],
        uses: found.package === undefined
            ? module.uses
            : [...module.uses, { importer: path, name: 'headgate', isCertain: false }],
    };
}
function tooLarge(file) {
    return {
        code: 'W_FILE_TOO_LARGE',
        place: { file },
        message: `The file is larger than ${codeLimitBytes / 1024 / 1024} MiB: what it imports is not known.`,
        fix: "Name what it needs in the flow's `inputs`.",
    };
}
/** What is wrong in files that are certainly loaded. What no flow loads is nobody's error. */
function sayings(modules, entries, problems) {
    const sure = new Set(entries.filter((entry) => modules.has(entry)));
    // A set can be added to while it is walked.
    for (const path of sure)
        for (const target of modules.get(path)?.targets ?? [])
            sure.add(target);
    const reached = [...sure].flatMap((path) => modules.get(path) ?? []);
    return {
        problems: [...problems, ...reached.flatMap((module) => module.problems)],
        warnings: reached.flatMap(({ warnings }) => warnings),
    };
}

;// CONCATENATED MODULE: ./src/flow/packages/compiled-packages.ts

/**
 * `@duckdb/node-bindings` asks for `@duckdb/node-bindings-linux-x64`, which only some platforms have. Most flows import
 * the same, and each way through a lock file is gone once.
 */
function compiledPackages({ used }) {
    const known = new Map();
    return ({ workload: { program } }, { uses = [] }) => {
        if (program.kind === 'command')
            return [];
        const bundled = uses.filter(({ name }) => program.external?.includes(name) !== true);
        const key = bundled.map(useKey).sort().join('\n');
        const found = known.get(key) ?? compiledOf(used(bundled));
        known.set(key, found);
        return found.filter((name) => program.external?.includes(name) !== true);
    };
}
const useKey = ({ importer, name }) => `${(0,repository_path/* folderOf */.yS)(importer)} ${name}`;
function compiledOf(all) {
    const names = all.flatMap(({ name, by, isOfPlatforms }) => isOfPlatforms === true ? ['file' in by ? name : by.name] : []);
    return [...new Set(names)].sort();
}

// EXTERNAL MODULE: ./src/flow/packages/packages.ts + 15 modules
var packages_packages = __webpack_require__(9568);
;// CONCATENATED MODULE: ./src/flow/reach.ts


/**
 * Answers for one entry after the other what it reaches. There can be a thousand entries, each reaching a hundred
 * files, so the search works on numbers.
 */
function reacher(graph, factsOf) {
    const paths = [...graph.modules.keys()].sort();
    const ids = new Map(paths.map((path, id) => [path, id]));
    const nodes = paths.map((path) => {
        const module = graph.modules.get(path) ?? leafModule;
        return { path, module, targets: idsOf(module, ids) };
    });
    const marks = {
        round: new Uint32Array(nodes.length),
        parents: new Int32Array(nodes.length),
        current: 0,
    };
    const wrapped = wrappedNodes(nodes, ids);
    const digests = nodes.map((node, id) => {
        const isWrapped = wrapped[id] === 1;
        return digestOf(node, factsOf(node.path)?.blob ?? '', {
            isWrapped,
            isJoined: isWrapped || isJoined(graph, node),
        });
    });
    return (entry) => {
        const start = ids.get(entry);
        if (start === undefined)
            return nothingReached;
        const reached = reach_search(nodes, start, marks);
        let code = '';
        for (const id of reached)
            code += digests[id];
        return {
            code: (0,digest/* sha256 */.s)(code),
            uses: usesOf(nodes, reached),
            files: () => {
                // Searched once more rather than remembered: what a thousand flows reach is much, and few are shown.
                const again = reach_search(nodes, start, marks);
                return reach_filesOf(nodes, again, { factsOf, parents: marks.parents });
            },
        };
    };
}
function idsOf({ targets, unsure }, ids) {
    const found = [];
    for (const list of [targets, unsure])
        for (const target of list) {
            const id = ids.get(target);
            if (id !== undefined)
                found.push(id);
        }
    return found;
}
/** Which may end in functions of a bundle: what is called, and what that imports. Of all flows, as one may be another's. */
function wrappedNodes(nodes, ids) {
    const wrapped = new Uint8Array(nodes.length);
    const waiting = [];
    const wrap = (id) => {
        if (id === undefined || wrapped[id] === 1)
            return;
        wrapped[id] = 1;
        waiting.push(id);
    };
    for (const { module } of nodes) {
        for (const path of module.called)
            wrap(ids.get(path));
        // Who loads these is not known.
        for (const path of module.unsure)
            wrap(ids.get(path));
    }
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
        for (const target of nodes[id]?.targets ?? [])
            wrap(target);
    return wrapped;
}
/** Whether it is, or imports, what may be CommonJS: that is where the two kinds of modules are told apart. */
function isJoined({ modules }, { module }) {
    if (!module.isModule || module.usesPackages || module.called.length > 0)
        return true;
    return module.targets.some((path) => modules.get(path)?.isModule === false || /\.c[jt]s$/.test(path));
}
/**
 * No path, name or setting holds a zero character. Where imports lead is part of it: the same files, joined in another
 * way, are another program.
 */
function digestOf({ path, module: { settings, edges } }, blob, circumstances) {
    let text = `${path}\0${blob}\0${settings.always}`;
    if (circumstances.isWrapped)
        text += settings.ifWrapped;
    if (circumstances.isJoined)
        text += settings.ifJoined;
    for (const { specifier, targets } of edges)
        text += `\0\0${specifier}\0${targets.join('\0')}`;
    return (0,digest/* sha256 */.s)(text);
}
const nothingReached = { code: '', uses: [], files: () => new Map() };
/** The ids of what is reached, sorted; leaves in `parents` who brought each of them in. */
function reach_search(nodes, start, marks) {
    marks.current += 1;
    const { round, parents, current } = marks;
    const queue = [start];
    round[start] = current;
    parents[start] = -1;
    for (let at = 0; at < queue.length; at += 1) {
        const id = queue[at] ?? 0;
        for (const target of nodes[id]?.targets ?? []) {
            if (round[target] === current)
                continue;
            round[target] = current;
            parents[target] = id;
            queue.push(target);
        }
    }
    return queue.sort((a, b) => a - b);
}
function reach_filesOf(nodes, reached, { factsOf, parents }) {
    const files = new Map();
    for (const id of reached) {
        const path = nodes[id]?.path ?? '';
        const facts = factsOf(path);
        if (facts !== undefined)
            files.set(path, closureFile(facts, nodes[parents[id] ?? -1]?.path));
    }
    return files;
}
function usesOf(nodes, reached) {
    const uses = [];
    for (const id of reached)
        for (const use of nodes[id]?.module.uses ?? [])
            uses.push(use);
    return uses;
}
function closureFile({ blob, isExecutable }, importedBy) {
    if (importedBy === undefined)
        return isExecutable ? { blob, isExecutable } : { blob };
    return isExecutable ? { blob, importedBy, isExecutable } : { blob, importedBy };
}

;// CONCATENATED MODULE: ./src/flow/python/modules.ts

/** Sources, and what is compiled from them: `name.py`, `name.cpython-313-x86_64-linux-gnu.so`. */
const modulePattern = /^([^.]+)(?:\.py|\.pyc|(?:\.[^/]+)?\.(?:so|pyd))$/;
const projectFile = /(?:^|\/)(?:pyproject\.toml|setup\.py|setup\.cfg)$/;
/** Installable folders beyond these are not searched: each costs a look for each import. */
const mostInstallable = 1_000;
function isPython(path) {
    return path.endsWith('.py');
}
function pythonTree(paths) {
    const modules = new Map();
    const folders = new Map();
    const places = new Map();
    const projects = new Set();
    for (const path of paths) {
        const folder = (0,repository_path/* folderOf */.yS)(path);
        if (projectFile.test(path))
            for (const root of [folder, inside(folder, 'src')])
                projects.add(root);
        const name = modulePattern.exec(path.slice(folder === '' ? 0 : folder.length + 1))?.[1];
        if (name === undefined || folder.endsWith('__pycache__'))
            continue;
        const key = inside(folder, name);
        append(modules, key, path);
        register(folders, places, folder, name);
    }
    return { modules, folders, places, installable: [...projects].slice(0, mostInstallable) };
}
/** A name in its folder, and the folder as a name in the one above, up to the root. */
function register(folders, places, start, name) {
    let folder = start;
    let child = name;
    for (;;) {
        const names = folders.get(folder) ?? new Set();
        folders.set(folder, names);
        if (names.has(child))
            return;
        names.add(child);
        append(places, child, folder);
        if (folder === '')
            return;
        child = folder.slice(folder.lastIndexOf('/') + 1);
        folder = (0,repository_path/* folderOf */.yS)(folder);
    }
}
function append(map, key, value) {
    const list = map.get(key);
    if (list === undefined)
        map.set(key, [value]);
    else
        list.push(value);
}
function inside(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}
/**
 * The files that importing this runs, if it is looked for in one folder: each package on the way, the module, and the
 * names that are modules. A folder without `__init__.py` is a package too (PEP 420). Where a package and a module have one
 * name, both are given: which of them is there decides.
 */
function findIn(tree, root, { module, names }) {
    const files = [];
    let folder = root;
    for (const part of module === '' ? [] : module.split('.')) {
        folder = inside(folder, part);
        const found = modules_filesOf(tree, folder);
        files.push(...found);
        if (found.length === 0 && !tree.folders.has(folder))
            return files;
    }
    if (module === '')
        files.push(...(tree.modules.get(inside(root, '__init__')) ?? []));
    const children = names.includes('*') ? (tree.folders.get(folder) ?? []) : names;
    for (const name of children)
        if (name !== '*')
            files.push(...modules_filesOf(tree, inside(folder, name)));
    return files;
}
function modules_filesOf(tree, key) {
    return [...(tree.modules.get(`${key}/__init__`) ?? []), ...(tree.modules.get(key) ?? [])];
}
/** Everything whose dotted name begins so: `steps.` is all of a package, `jobs.load_` what begins with that in it. */
function findPrefix(tree, root, prefix) {
    const parts = prefix.split('.');
    const start = parts.pop() ?? '';
    const folder = parts.reduce(inside, root);
    if (parts.length === 0 && start === '')
        return [];
    // A module of that name runs before it is found to be no package.
    const files = findIn(tree, root, { module: parts.join('.'), names: [] });
    const waiting = [...(tree.folders.get(folder) ?? [])]
        .filter((name) => name.startsWith(start))
        .map((name) => inside(folder, name));
    const found = [...files];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
        found.push(...modules_filesOf(tree, key));
        for (const name of tree.folders.get(key) ?? [])
            if (name !== '__init__')
                waiting.push(inside(key, name));
    }
    return found;
}
/** The folders that a name which begins so can be imported from, were they searched. */
function placesOfPrefix({ places }, prefix) {
    const [first = '', ...rest] = prefix.split('.');
    if (rest.length > 0)
        return places.get(first) ?? [];
    if (first === '')
        return [];
    return [...places].flatMap(([name, folders]) => (name.startsWith(first) ? folders : []));
}
/** The folder that a relative import starts from; undefined above the root. */
function packageOf(file, level) {
    return (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(file), '../'.repeat(level - 1));
}

;// CONCATENATED MODULE: ./src/flow/python/strings.ts
/** As of Python 3.14: `t` is a template, which has fields as `f` has. */
const prefixPattern = /^(?:[rR]|[uU]|[bB][rR]?|[rR][bB]|[fFtT][rR]?|[rR][fFtT])$/;
function isPrefix(name) {
    return name.length <= 2 && prefixPattern.test(name);
}
/** A string whose quote stands at `quoteAt`, with its prefix from `at` on. */
function stringStart(text, at, quoteAt) {
    const prefix = text.slice(at, quoteAt);
    const character = text[quoteAt] ?? '';
    const triple = character.repeat(3);
    const quote = text.startsWith(triple, quoteAt) ? triple : character;
    return {
        quote,
        isRaw: /r/i.test(prefix),
        isFormatted: /[ft]/i.test(prefix),
        isBytes: /b/i.test(prefix),
        contentAt: quoteAt + quote.length,
    };
}
/** The end of a string without fields. One that lacks its end stops where its line, or the text, does. */
function skipPlain(text, { quote, contentAt }) {
    for (let at = contentAt; at < text.length;) {
        const character = text[at];
        // In raw strings too: a quote behind a backslash is part of the string.
        if (character === '\\')
            at += text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 2;
        else if (text.startsWith(quote, at))
            return at + quote.length;
        else if (quote.length === 1 && (character === '\n' || character === '\r'))
            return at;
        else
            at += 1;
    }
    return text.length;
}
const simpleEscapes = {
    '\n': '',
    '\\': '\\',
    "'": "'",
    '"': '"',
    a: '\x07',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
};
const escapePattern = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(N\{)|\r\n|([\s\S]))/g;
/** What the text between the quotes stands for; undefined if that takes a table of names. */
function decodeString(content, { isRaw, isFormatted }) {
    const plain = isFormatted ? content.replaceAll(/\{\{|\}\}/g, (braces) => braces.slice(1)) : content;
    if (isRaw || !plain.includes('\\'))
        return plain;
    let isKnown = true;
    const decoded = plain.replace(escapePattern, (whole, octal, hex2, hex4, hex8, named, character) => {
        if (named !== undefined)
            isKnown = false;
        const code = octal === undefined ? (hex2 ?? hex4 ?? hex8) : octal;
        if (code === undefined)
            return character === undefined ? '' : (simpleEscapes[character] ?? whole);
        const point = Number.parseInt(code, octal === undefined ? 16 : 8);
        return point > 0x10ffff ? whole : String.fromCodePoint(point);
    });
    return isKnown ? decoded : undefined;
}

;// CONCATENATED MODULE: ./src/flow/python/tokens.ts

const unicodeName = /[\p{XID_Start}_][\p{XID_Continue}]*/uy;
/** What an ASCII character can begin, or go on with. Names and numbers are most of a file, so they are told by a table. */
const blank = 1;
const nameStart = 2;
const digit = 3;
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    if (' \t\f'.includes(character))
        return blank;
    if (/[A-Za-z_]/.test(character))
        return nameStart;
    return /\d/.test(character) ? digit : 0;
});
/** The tokens of a file. What is no Python gives tokens all the same: a file that cannot run imports nothing. */
function tokensOf(text) {
    const scan = { text, tokens: [], open: [], depth: 0 };
    for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;)
        at = takeOne(scan, at);
    return scan.tokens;
}
function takeOne(scan, at) {
    const { text } = scan;
    const code = text.charCodeAt(at);
    const kind = code < 128 ? classes[code] : nameStart;
    if (kind === blank)
        return at + 1;
    if (kind === nameStart)
        return takeName(scan, at);
    if (kind === digit)
        return endOfWord(text, at, true);
    const character = text[at] ?? '';
    if (character === '"' || character === "'")
        return takeString(scan, at, at);
    if (character === '#')
        return endOfLine(text, at);
    if (character === '\\')
        return at + (text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 2);
    if (character !== '\n' && character !== '\r')
        return takeOperator(scan, character, at);
    if (scan.depth === 0)
        add(scan, 'newline', '\n', at);
    return at + 1;
}
/** A name, or the string that it turns out to be the prefix of. */
function takeName(scan, at) {
    const { text } = scan;
    const end = endOfWord(text, at, false);
    const following = text[end];
    if ((following === '"' || following === "'") && isPrefix(text.slice(at, end)))
        return takeString(scan, at, end);
    if (text.charCodeAt(at) < 128 && !(text.charCodeAt(end) > 127)) {
        add(scan, 'name', text.slice(at, end), at);
        return end;
    }
    unicodeName.lastIndex = at;
    const [name] = unicodeName.exec(text) ?? [];
    if (name !== undefined)
        add(scan, 'name', normalized(name), at);
    return at + (name?.length ?? 1);
}
/** A number goes on with letters and points: none of it can be an import. */
function endOfWord(text, start, isNumber) {
    let end = start + 1;
    for (;;) {
        const code = text.charCodeAt(end);
        const kind = code < 128 ? classes[code] : 0;
        if (kind !== nameStart && kind !== digit && !(isNumber && code === 46))
            return end;
        end += 1;
    }
}
function endOfLine(text, at) {
    const end = text.indexOf('\n', at);
    const line = end === -1 ? text.length : end;
    const bare = text.slice(at, line).indexOf('\r');
    return bare === -1 ? line : at + bare;
}
/** As Python compares names: https://docs.python.org/3/reference/lexical_analysis.html#identifiers */
function normalized(name) {
    return name.normalize('NFKC');
}
function add({ tokens }, kind, text, offset) {
    tokens.push({ kind, text, isLiteral: false, offset });
}
function takeOperator(scan, operator, at) {
    const end = at + 1;
    const string = scan.open.at(-1);
    const base = string?.fields.at(-1);
    if (string !== undefined && base !== undefined && scan.depth === base + 1) {
        if (operator === '}') {
            closeField(scan, string);
            return takeText(scan, string, end);
        }
        // What follows is no code: how the value is written.
        if (operator === ':')
            return takeText(scan, string, end);
    }
    add(scan, 'operator', operator, at);
    if ('([{'.includes(operator))
        scan.depth += 1;
    else if (')]}'.includes(operator))
        scan.depth = Math.max(scan.depth - 1, base === undefined ? 0 : base + 1);
    return end;
}
function closeField(scan, { fields }) {
    scan.depth = fields.pop() ?? 0;
}
function takeString(scan, at, quoteAt) {
    const start = stringStart(scan.text, at, quoteAt);
    const { quote, isRaw, isFormatted, isBytes, contentAt } = start;
    const formatted = { quote, isRaw, fields: [] };
    if (isFormatted)
        scan.open.push(formatted);
    const end = isFormatted ? takeText(scan, formatted, contentAt) : skipPlain(scan.text, start);
    const hasFields = formatted.fields.length > 0;
    const content = scan.text.slice(contentAt, hasFields ? end - 1 : Math.max(end - quote.length, contentAt));
    const value = isBytes ? undefined : decodeString(content, start);
    scan.tokens.push({
        kind: 'string',
        text: value ?? '',
        isLiteral: value !== undefined && !hasFields,
        offset: at,
    });
    return end;
}
/** The text of a formatted string, up to its end, which closes it, or to its next field, which is code. */
function takeText(scan, string, from) {
    const { text } = scan;
    const { quote, isRaw } = string;
    for (let at = from; at < text.length;) {
        const character = text[at];
        if (character === '\\')
            at += escapeLength(text, at, isRaw);
        else if (text.startsWith(quote, at))
            return tokens_close(scan, at + quote.length);
        else if (quote.length === 1 && (character === '\n' || character === '\r'))
            return tokens_close(scan, at);
        else if (character !== '{' && character !== '}')
            at += 1;
        else if (isFieldStart(string, text, at))
            return openField(scan, string, at);
        else
            at += takeBrace(scan, string, at);
    }
    return tokens_close(scan, text.length);
}
/** `{{` is a brace in the text, but not where a field says how its value is written. */
function isFieldStart({ fields }, text, at) {
    return text[at] === '{' && (fields.length > 0 || text[at + 1] !== '{');
}
function openField(scan, { fields }, at) {
    fields.push(scan.depth);
    scan.depth += 1;
    return at + 1;
}
/** A brace that opens no field: it ends one, or is part of the text. */
function takeBrace(scan, string, at) {
    if (string.fields.length === 0)
        return scan.text[at + 1] === scan.text[at] ? 2 : 1;
    closeField(scan, string);
    return 1;
}
/** A backslash hides what follows it, but for a brace; `\N{BULLET}` is one character. */
function escapeLength(text, at, isRaw) {
    const following = text[at + 1];
    if (following === '{' || following === '}')
        return 1;
    if (following === '\r' && text[at + 2] === '\n')
        return 3;
    if (isRaw || !text.startsWith('N{', at + 1))
        return 2;
    const end = text.indexOf('}', at);
    return end === -1 ? 2 : end + 1 - at;
}
function tokens_close(scan, end) {
    const [outermost] = scan.open.pop()?.fields ?? [];
    if (outermost !== undefined)
        scan.depth = outermost;
    return end;
}

;// CONCATENATED MODULE: ./src/flow/python/imports.ts

/** Without these a file asks for nothing: `import_module` and `__import__` hold the first. */
const asking = /import|run_path|run_module|SourceFileLoader|spec_from_file_location/;
function pythonImports(text) {
    if (!asking.test(text))
        return [];
    const reader = { tokens: tokensOf(text), callees: new Set(callees), found: [] };
    for (let at = 0; at < reader.tokens.length;)
        at = take(reader, at);
    return reader.found;
}
const callees = ['__import__', 'import_module', 'run_module'];
const pathCallees = new Set(['run_path', 'spec_from_file_location', 'SourceFileLoader', 'addsitedir']);
function take(reader, at) {
    const { tokens, callees: known } = reader;
    const token = tokens[at];
    if (token?.kind !== 'name')
        return at + 1;
    const isAttribute = isOperator(tokens[at - 1], '.');
    if (token.text === 'import' && !isAttribute)
        return takeImport(reader, at);
    if (token.text === 'from' && !isAttribute && !isName(tokens[at - 1], 'yield'))
        return takeFrom(reader, at);
    if (token.text === 'path' && isAttribute && isName(tokens[at - 2], 'sys'))
        return takeSearch(reader, at);
    if (!isOperator(tokens[at + 1], '(') || isName(tokens[at - 1], 'def'))
        return at + 1;
    if (known.has(token.text))
        return takeCall(reader, at);
    return pathCallees.has(token.text) ? takePathCall(reader, at) : at + 1;
}
function isOperator(token, text) {
    return token?.kind === 'operator' && token.text === text;
}
function isName(token, text) {
    return token?.kind === 'name' && token.text === text;
}
/** `a.b.c`, from this token on; an empty name if there is none. */
function dottedAt(tokens, at) {
    const parts = [];
    let end = at;
    while (tokens[end]?.kind === 'name' && !isName(tokens[end], 'import')) {
        parts.push(tokens[end]?.text ?? '');
        end += 1;
        if (!isOperator(tokens[end], '.'))
            break;
        end += 1;
    }
    return { name: parts.join('.'), end };
}
/** `import a.b as c, d`. */
function takeImport(reader, start) {
    const { tokens, found } = reader;
    let at = start + 1;
    for (;;) {
        const { name, end } = dottedAt(tokens, at);
        if (name === '')
            return Math.max(end, start + 1);
        found.push({ kind: 'module', module: name, level: 0, names: [], offset: tokens[at]?.offset ?? 0 });
        at = isName(tokens[end], 'as') ? end + 2 : end;
        if (!isOperator(tokens[at], ','))
            return at;
        at += 1;
    }
}
/** `from ..a.b import (c as d, e)`; nothing for `raise x from y`. */
function takeFrom(reader, start) {
    const { tokens, found } = reader;
    let at = start + 1;
    while (isOperator(tokens[at], '.'))
        at += 1;
    const level = at - start - 1;
    const { name: module, end } = dottedAt(tokens, at);
    if (!isName(tokens[end], 'import') || (module === '' && level === 0))
        return start + 1;
    const offset = tokens[start]?.offset ?? 0;
    const names = namesAt(reader, end + 1);
    found.push({ kind: 'module', module, level, names: names.names, offset });
    if (module === 'sys' && names.names.includes('path'))
        found.push({ kind: 'search', folder: '', offset });
    return names.end;
}
/** The names behind `import`, in brackets or up to the end of the line. */
function namesAt({ tokens, callees: known }, start) {
    if (isOperator(tokens[start], '*'))
        return { names: ['*'], end: start + 1 };
    const names = [];
    let at = isOperator(tokens[start], '(') ? start + 1 : start;
    while (tokens[at]?.kind === 'name') {
        const name = tokens[at]?.text ?? '';
        names.push(name);
        at += 1;
        if (isName(tokens[at], 'as')) {
            // `from importlib import import_module as load`
            if (known.has(name))
                known.add(tokens[at + 1]?.text ?? '');
            at += 2;
        }
        if (!isOperator(tokens[at], ','))
            break;
        at += 1;
    }
    return { names, end: Math.max(at, start) };
}
/** Longer than any real list of arguments: hostile text must not be read again for each of its brackets. */
const mostArguments = 100;
/** The arguments of a call, `at` being its bracket. */
function callAt(tokens, at) {
    const strings = [];
    let depth = 0;
    let end = at;
    for (; end < tokens.length && end < at + mostArguments; end += 1) {
        const token = tokens[end];
        if (token?.kind === 'string')
            strings.push(token.text);
        if (token?.kind !== 'operator')
            continue;
        if ('([{'.includes(token.text))
            depth += 1;
        else if (')]}'.includes(token.text))
            depth -= 1;
        if (depth === 0)
            break;
    }
    const leading = [];
    for (let each = at + 1; tokens[each]?.kind === 'string'; each += 1)
        leading.push(tokens[each]);
    const follows = tokens[at + 1 + leading.length];
    const isAlone = isOperator(follows, ',') || isOperator(follows, ')');
    const isLiteral = leading.length > 0 && isAlone && leading.every((token) => token.isLiteral);
    const prefix = prefixOf(leading, follows);
    return { others: strings.slice(leading.length), first: isLiteral ? prefix : undefined, prefix };
}
/** `f"steps.{name}"`, `"steps." + name`, `"steps.%s" % name`, `"steps.{}".format(name)`. */
function prefixOf(leading, follows) {
    const firstOpen = leading.findIndex((token) => !token.isLiteral);
    const known = firstOpen === -1 ? leading : leading.slice(0, firstOpen + 1);
    const text = known.map((token) => token.text).join('');
    if (isOperator(follows, '%'))
        return text.split('%')[0] ?? '';
    return isOperator(follows, '.') ? (text.split('{')[0] ?? '') : text;
}
/** `__import__('a.b')`, `importlib.import_module('.c', 'a.b')`, `runpy.run_module('a')`. */
function takeCall({ tokens, found }, at) {
    const { first, prefix, others: names } = callAt(tokens, at + 1);
    const offset = tokens[at]?.offset ?? 0;
    if (first === undefined) {
        found.push({ kind: 'computed', prefix, offset });
        return at + 1;
    }
    const level = /^\.*/.exec(first)?.[0].length ?? 0;
    const module = first.slice(level);
    found.push({ kind: 'module', module, level, names, offset });
    // A relative name is relative to the package that is named beside it, if one is.
    if (level > 0)
        for (const base of names.filter((name) => name !== ''))
            found.push({ kind: 'module', module: `${base}.${module}`, level: 0, names: [], offset });
    return at + 1;
}
/** `runpy.run_path('jobs/a.py')`, and what loads a file by its path. */
function takePathCall({ tokens, found }, at) {
    const { others, prefix, first } = callAt(tokens, at + 1);
    const offset = tokens[at]?.offset ?? 0;
    if (isName(tokens[at], 'addsitedir'))
        found.push({ kind: 'search', folder: [prefix, ...others].join('/'), offset });
    else if (isName(tokens[at], 'run_path') && first !== undefined)
        found.push({ kind: 'path', path: first, offset });
    else
        found.push({ kind: 'computed', prefix: '', offset });
    return at + 1;
}
/** `sys.path.insert(0, …)`, `sys.path += […]`; reading it changes nothing. */
function takeSearch({ tokens, found }, at) {
    const offset = tokens[at]?.offset ?? 0;
    const line = tokens.slice(at + 1, at + 1 + mostArguments);
    const end = line.findIndex(({ kind, text }) => kind === 'newline' || (kind === 'operator' && text === ';'));
    const rest = end === -1 ? line : line.slice(0, end);
    const isEdit = isOperator(rest[0], '.') || rest.some((token) => isOperator(token, '='));
    const folder = rest.flatMap(({ kind, text }) => (kind === 'string' ? [text] : [])).join('/');
    if (isEdit)
        found.push({ kind: 'search', folder, offset });
    return at + 1;
}

;// CONCATENATED MODULE: ./src/flow/python/reach.ts





/** Larger files are data that happens to be Python. */
const reach_codeLimitBytes = 4 * 1024 * 1024;
/**
 * The files that programs in Python reach by their imports. Nothing of them is run: names are looked for in every folder
 * that may be searched, so that the answer can be too long and not too short.
 */
async function reachPython(source, { tree, files }, starts) {
    const parsed = new Map();
    const answers = [];
    let open = starts.map((start, index) => ({ start, index }));
    while (open.length > 0) {
        const wanted = new Set();
        open = open.filter(({ start, index }) => {
            const missing = new Set();
            answers[index] = searchFrom({ tree, files, parsed, missing }, start);
            for (const path of missing)
                wanted.add(path);
            return missing.size > 0;
        });
        await parse(source, [...wanted], parsed);
    }
    return answers;
}
async function parse(source, paths, parsed) {
    const contents = await source.read(paths, reach_codeLimitBytes);
    paths.forEach((path, index) => {
        const content = contents[index] ?? 'too-large';
        const text = content === 'too-large' ? '' : new TextDecoder().decode(content);
        parsed.set(path, { imports: pythonImports(text), text });
    });
}
/** Folders that one flow's code may add; each is another place to look for each import. */
const mostRoots = 50;
function searchFrom(search, start) {
    const roots = new Set(start.roots);
    let searchesElsewhere = start.searchesElsewhere;
    for (;;) {
        const before = roots.size;
        const walk = { ...search, roots, searchesElsewhere, reached: new Map(), computed: [] };
        const addsFolders = reach_follow(walk, start);
        // What was looked for before a folder was added may lie in it.
        if ((roots.size === before || roots.size > mostRoots) && (searchesElsewhere || !addsFolders))
            return { files: walk.reached, computed: walk.computed };
        searchesElsewhere ||= addsFolders;
    }
}
/** Whether any file changes where modules are looked for. */
function reach_follow(walk, { files, modules }) {
    const queue = [];
    const visit = (path, importedBy) => {
        if (walk.reached.has(path))
            return;
        walk.reached.set(path, importedBy);
        if (isPython(path))
            queue.push(path);
    };
    for (const path of files)
        visit(path, undefined);
    for (const module of modules)
        for (const path of findEverywhere(walk, { module, names: ['__main__'] }))
            visit(path, undefined);
    let addsFolders = false;
    for (const path of queue) {
        const parsed = walk.parsed.get(path);
        if (parsed === undefined)
            walk.missing.add(path);
        for (const use of parsed?.imports ?? []) {
            if (use.kind === 'search') {
                addsFolders = true;
                addRoots(walk, path, use.folder);
            }
            else
                for (const target of targetsOf(walk, path, use))
                    visit(target, path);
        }
    }
    return addsFolders;
}
function findEverywhere(walk, wanted) {
    const [first = ''] = wanted.module.split('.');
    const elsewhere = walk.searchesElsewhere ? (walk.tree.places.get(first) ?? []) : [];
    return [...searched(walk, elsewhere)].flatMap((root) => findIn(walk.tree, root, wanted));
}
/** A folder that nobody knows may come before those that are known, and hide what is found there. */
function searched({ roots, tree }, elsewhere) {
    return new Set([...roots, ...tree.installable, ...elsewhere]);
}
function targetsOf(walk, path, use) {
    if (use.kind === 'module') {
        if (use.level === 0)
            return findEverywhere(walk, use);
        const folder = packageOf(path, use.level);
        return folder === undefined ? [] : findIn(walk.tree, folder, use);
    }
    if (use.kind === 'path')
        return namedFiles(walk, path, use.path);
    if (use.kind === 'search')
        return [];
    const found = prefixTargets(walk, path, use.prefix);
    if (found.length === 0)
        walk.computed.push(reach_computedWarning(path, walk.parsed.get(path)?.text ?? '', use.offset));
    return found;
}
/** A path from where the program starts, or from beside the file. */
function namedFiles({ roots, files }, path, named) {
    return [(0,repository_path/* folderOf */.yS)(path), ...roots].flatMap((folder) => {
        const file = (0,repository_path/* joinPath */.uJ)(folder, named);
        return file !== undefined && !named.startsWith('/') && files.has(file) ? [file] : [];
    });
}
function prefixTargets(walk, path, prefix) {
    const level = /^\.*/.exec(prefix)?.[0].length ?? 0;
    if (level === 0) {
        const elsewhere = walk.searchesElsewhere ? placesOfPrefix(walk.tree, prefix) : [];
        return [...searched(walk, elsewhere)].flatMap((root) => findPrefix(walk.tree, root, prefix));
    }
    const folder = packageOf(path, level);
    return folder === undefined ? [] : findPrefix(walk.tree, folder, prefix.slice(level));
}
/**
 * `sys.path.insert(0, "../lib")` counts from where the program starts, `Path(__file__).parents[1] / "lib"` from the file:
 * every folder above either is tried with the text that stands there.
 */
function addRoots({ tree, roots }, path, text) {
    const [own = ''] = roots;
    for (const start of [own, (0,repository_path/* folderOf */.yS)(path)]) {
        for (let above = start; above !== undefined; above = parentOf(above)) {
            const folder = (0,repository_path/* joinPath */.uJ)(above, text);
            if (folder !== undefined && tree.folders.has(folder))
                roots.add(folder);
        }
    }
}
function parentOf(folder) {
    return folder === '' ? undefined : (0,repository_path/* folderOf */.yS)(folder);
}
function reach_computedWarning(file, text, offset) {
    const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset + 200).split('\n', 1)[0] ?? '';
    return {
        code: 'W_DYNAMIC_IMPORT',
        place: { file, line: (0,imports/* lineAt */.mh)(text, offset) },
        message: `What ${(0,quote/* quote */.h)(line.trim(), 80)} loads is only known when it runs, so a change of it may redeploy nothing.`,
        fix: "Write the module's name as a literal, or name the files in the flow's `inputs`.",
    };
}

;// CONCATENATED MODULE: ./src/flow/python/requirements.ts

/** Files that say which packages a program in Python gets: each counts as a whole, where it is nearest. */
const pythonLocks = [
    'requirements.txt',
    'uv.lock',
    'poetry.lock',
    'pdm.lock',
    'pylock.toml',
    'Pipfile.lock',
    'pyproject.toml',
];
const requirements_limitBytes = 1024 * 1024;
function isRequirements(path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return (/^(?:requirements|constraints)\b.*\.(?:txt|in)$/.test(name) ||
        /(?:^|\/)requirements\/[^/]+\.txt$/.test(path));
}
/** What lists of requirements lead to, each from its own files on: others by `-r` and `-c`, and packages of the repository. */
async function followRequirements(source, paths, starts) {
    const named = new Map();
    let waiting = [...new Set(starts.flat())];
    while (waiting.length > 0) {
        const contents = await source.read(waiting, requirements_limitBytes);
        waiting.forEach((path, index) => {
            const content = contents[index];
            named.set(path, content instanceof Uint8Array ? namedBy(path, new TextDecoder().decode(content)) : []);
        });
        const lists = waiting.flatMap((path) => named.get(path) ?? []).filter(({ isList }) => isList);
        waiting = [...new Set(lists.map(({ path }) => path))].filter((path) => paths.has(path) && !named.has(path));
    }
    return starts.map((start) => reachedFrom(start, named, paths));
}
function reachedFrom(start, named, paths) {
    const reached = new Set(start);
    // A set is gone through in the order in which it grows.
    for (const path of reached)
        for (const target of named.get(path) ?? [])
            for (const each of filesAt(paths, target.path))
                reached.add(each);
    return reached;
}
/** A file, or all of a folder: a package that is installed from there. */
function filesAt(paths, target) {
    if (paths.has(target))
        return [target];
    return target === '' ? [] : [...paths].filter((path) => (0,repository_path/* isUnder */.Jo)(target, path));
}
/** Paths are relative to the file that names them (pip: "Requirements File Format"). */
function namedBy(path, text) {
    const lines = text
        .replace(/^\uFEFF/, '')
        .replaceAll(/\\\r?\n/g, ' ')
        .split(/\r?\n/);
    return lines.flatMap((line) => {
        const written = pathOf(line.replace(/(?:^|\s)#.*$/, '').trim());
        const target = written === undefined ? undefined : (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(path), written.path);
        return written === undefined || target === undefined ? [] : [{ ...written, path: target }];
    });
}
const optionPattern = /^(-r|-c|-e|--requirement|--constraint|--editable)(?:\s*=\s*|\s+|(?=[^-\s]))(.+)$/;
function pathOf(line) {
    const [, option, value] = optionPattern.exec(line) ?? [];
    const written = value ?? /@\s*(file:.+)$/.exec(line)?.[1] ?? line;
    const path = written
        .replace(/\s*;.*$/, '')
        .replace(/\s+--.*$/, '')
        .replace(/\[[^\]]*\]$/, '')
        .replace(/^file:(?=[^/])/, '')
        .trim();
    const isNamed = option !== undefined ||
        /^\.{1,2}(?:\/|$)/.test(path) ||
        /^[\w./-]+\.(?:whl|zip|tar\.gz)$/.test(path) ||
        written.startsWith('file:');
    // Addresses, places of this machine, and what a variable gives lead out of the repository.
    if (!isNamed || path === '' || /^[a-z+]+:\/\/|^\/|[$]/i.test(path))
        return undefined;
    return { path, isList: option !== undefined && !['-e', '--editable'].includes(option) };
}

;// CONCATENATED MODULE: ./src/flow/python/starts.ts


/** They run nothing in production: what they import is no reason to deploy. */
const testPattern = /(?:^|\/)(?:(?:test_[^/]*|[^/]*_test|conftest)\.py$|tests?\/)/;
/** Where the Python of a flow begins; undefined if it has none. */
function pythonStart({ manifest, named, paths, dockerfile }) {
    const folder = (0,repository_path/* folderOf */.yS)(manifest.file);
    const { program, environment } = manifest.workload;
    const argv = program.kind === 'command' ? program.argv : [];
    const words = argv.flatMap((argument) => argument.split(/[\s;&|"'()]+/));
    const called = words.flatMap((word) => calledFile(paths, folder, word));
    const modules = words.flatMap((word, index) => (words[index - 1] === '-m' ? [word] : []));
    const own = named.filter((path) => isPython(path) && !testPattern.test(path.slice(folder.length)));
    const files = [...new Set([...called, ...own])];
    if (files.length === 0 && !modules.some((module) => /^[\w.]+$/.test(module)))
        return undefined;
    const searched = (environment['PYTHONPATH'] ?? '').split(':').flatMap((entry) => {
        const found = entry === '' || entry.startsWith('/') ? undefined : (0,repository_path/* joinPath */.uJ)(folder, entry);
        return found === undefined ? [] : [found];
    });
    return {
        files,
        modules: modules.filter((module) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(module)),
        roots: [...new Set([folder, `${folder}/src`, ...called.map(repository_path/* folderOf */.yS), ...searched, '', 'src'])],
        searchesElsewhere: environment['PYTHONPATH'] !== undefined || /PYTHONPATH|\.pth\b/.test(dockerfile),
    };
}
/** A file that a word of the command names, from the flow's folder, where it starts. */
function calledFile(paths, folder, word) {
    const path = word === '' || word.startsWith('/') ? undefined : (0,repository_path/* joinPath */.uJ)(folder, word);
    return path !== undefined && paths.has(path) ? [path] : [];
}

;// CONCATENATED MODULE: ./src/flow/unbundled.ts







async function readUnbundled(source, entries, flows) {
    const paths = new Set(entries.flatMap(({ path, kind }) => (kind === 'file' || kind === 'executable' ? [path] : [])));
    const dockerfiles = flows.flatMap(({ manifest }) => {
        const path = dockerfileOf(manifest);
        return path === undefined || !paths.has(path) ? [] : [ownDockerfile(manifest.file, path)];
    });
    const images = await ownImages(source, entries, dockerfiles);
    const imageOf = (manifest) => images.get(dockerfileOf(manifest) ?? '');
    const started = flows.flatMap(({ manifest, named }) => {
        const dockerfile = imageOf(manifest)?.text ?? '';
        const start = pythonStart({ manifest, named, paths, dockerfile });
        return start === undefined ? [] : [{ manifest, named, start }];
    });
    const python = await readPython(source, paths, started);
    const holdsFolders = started.length > 0 && (await holdsFoldersOnly(source, paths));
    return (manifest) => {
        const made = unbundledOf(imageOf(manifest), python.get(manifest));
        const left = holdsFolders && made.image === undefined ? outsideWarning(manifest, made.files.keys()) : [];
        return left.length === 0 ? made : { ...made, warnings: [...made.warnings, ...left] };
    };
}
/** Whether the project's image is made by `headgate build`, which gives a `command` flow its folder and no more. */
async function holdsFoldersOnly(source, paths) {
    if (!paths.has('Dockerfile'))
        return false;
    const [content] = await source.read(['Dockerfile'], 1024 * 1024);
    return content instanceof Uint8Array && /\bheadgate\s+build\b/.test(new TextDecoder().decode(content));
}
function dockerfileOf({ file, workload }) {
    return workload.dockerfile === undefined ? undefined : (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(file), workload.dockerfile);
}
function unbundledOf(image, python) {
    // What can be loaded lies in an image of the flow's own, and all that it takes counts.
    const computed = image === undefined ? (python?.reached.computed ?? []) : [];
    const files = new Map(python?.reached.files);
    for (const path of python?.required ?? [])
        if (!files.has(path))
            files.set(path, undefined);
    return {
        files,
        locks: python?.locks ?? [],
        ...(image === undefined ? {} : { image }),
        warnings: [...computed, ...(image?.warnings ?? [])],
    };
}
async function readPython(source, files, started) {
    if (started.length === 0)
        return new Map();
    const starts = started.map(({ start }) => start);
    const reached = await reachPython(source, { tree: pythonTree(files), files }, starts);
    const locks = started.map(({ manifest }, index) => [...(reached[index]?.files.keys() ?? [])].some(isPython) ? locksOf(files, manifest) : []);
    const required = await followRequirements(source, files, started.map(({ named }, index) => [...named, ...(locks[index] ?? [])].filter(isRequirements)));
    return new Map(started.map(({ manifest }, index) => {
        const own = locks[index] ?? [];
        const python = {
            reached: reached[index] ?? { files: new Map(), computed: [] },
            locks: own,
            required: [...(required[index] ?? [])].filter((path) => !own.includes(path)),
        };
        return [manifest, python];
    }));
}
/** Of each kind the nearest one, in the flow's folder or above. */
function locksOf(files, { file }) {
    return pythonLocks.flatMap((name) => {
        const near = (0,repository_path/* foldersUp */.TS)((0,repository_path/* folderOf */.yS)(file)).map((folder) => (folder === '' ? name : `${folder}/${name}`));
        return near.find((path) => files.has(path)) ?? [];
    });
}

;// CONCATENATED MODULE: ./src/flow/closure.ts














/** What every flow is made of, from one reading of the tree. */
async function closuresOf(manifests, source) {
    const entries = await source.list();
    const regular = entries.filter(isRegular);
    const tree = {
        entries: new Map(regular.map((entry) => [entry.path, entry])),
        paths: regular.map(({ path }) => path),
    };
    const packages = await (0,packages_packages/* repositoryPackages */.C)(source, new Map(regular.map(({ path, blob }) => [path, blob])));
    const files = await fileNames(source, entries);
    const graph = await moduleGraph(source, { files, packages }, manifests.flatMap(entryOf));
    const context = {
        tree,
        reach: reacher(graph, (path) => {
            const entry = tree.entries.get(path);
            return entry === undefined ? undefined : factsOf(entry);
        }),
        packages,
        projectImage: readImage(tree, 'Dockerfile', false),
        problems: [...graph.problems],
        warnings: [...graph.warnings],
    };
    const folders = filesByFolder(manifests, tree.paths);
    const parts = manifests.map((manifest) => partsOf(context, manifest, folders.get((0,repository_path/* folderOf */.yS)(manifest.file)) ?? []));
    const unbundled = await readUnbundled(source, entries, parts);
    const closures = new Map(parts.map((own) => [own.manifest.name, closureOf(context, own, unbundled(own.manifest))]));
    return {
        closures,
        problems: context.problems,
        warnings: unique(context.warnings),
        learning: learning(tree, packages),
        compiled: compiledPackages(packages),
    };
}
function entryOf({ file, workload }) {
    return workload.program.kind === 'entrypoint' ? [`${(0,repository_path/* folderOf */.yS)(file)}/${workload.program.file}`] : [];
}
function filesByFolder(manifests, paths) {
    const folders = new Map(manifests.map(({ file }) => [(0,repository_path/* folderOf */.yS)(file), []]));
    for (const path of paths) {
        for (let folder = (0,repository_path/* folderOf */.yS)(path); folder !== ''; folder = (0,repository_path/* folderOf */.yS)(folder)) {
            const list = folders.get(folder);
            if (list !== undefined) {
                list.push(path);
                break;
            }
        }
    }
    return folders;
}
function partsOf(context, manifest, own) {
    const image = closure_imageOf(context, manifest);
    const locks = own.filter((path) => isFolderLock(manifest, path));
    const left = new Set([manifest.file, ...(image?.isOwn === true ? image.files.keys() : [])]);
    const isCommand = manifest.workload.program.kind === 'command';
    const named = [
        ...(isCommand ? own.filter((path) => !locks.includes(path)) : []),
        ...inputsOf(context, manifest),
    ].filter((path) => !left.has(path));
    return { manifest, image, locks: isCommand ? locks : locks.filter(isForeign), named };
}
function closureOf(context, parts, unbundled) {
    const { manifest, image, named } = parts;
    const [entry] = entryOf(manifest);
    const reached = entry === undefined ? nothingReached : context.reach(entry);
    const all = [...new Set([...named, ...unbundled.files.keys()])].filter((path) => path !== manifest.file);
    const files = () => withNamed(context.tree, reached.files(), { named: all, importers: unbundled.files });
    context.warnings.push(...unbundled.warnings, ...leftOutOf(parts, unbundled, files));
    return {
        code: codeOf(context.tree, reached, all),
        uses: reached.uses,
        packages: packagesOf(context, reached.uses, [...parts.locks, ...unbundled.locks]),
        ...(image === undefined ? {} : { image: withCopied(image, unbundled) }),
        files,
    };
}
function withCopied(image, { image: own }) {
    if (own === undefined)
        return image;
    return { ...image, copied: own.copied, ...(own.isWhole ? { takesAll: true } : {}) };
}
function leftOutOf({ manifest, image }, { image: own }, files) {
    if (own === undefined || image === undefined)
        return [];
    const warning = leftOutWarning(ownDockerfile(manifest.file, image.dockerfile), own, files().keys());
    return warning === undefined ? [] : [warning];
}
/** No path holds a zero character, so one text says it all, and is hashed faster than a list. */
function codeOf(tree, reached, named) {
    if (named.length === 0)
        return reached.code;
    let text = reached.code;
    for (const path of [...new Set(named)].sort()) {
        const entry = tree.entries.get(path);
        if (entry !== undefined)
            text += `\0\0${path}\0${entry.blob}${entry.kind === 'executable' ? '\0x' : ''}`;
    }
    return (0,digest/* sha256 */.s)(text);
}
function inputsOf(context, manifest) {
    if (manifest.inputs.length === 0)
        return [];
    const { paths, problems, warnings } = matchInputs(manifest, context.tree.paths);
    context.problems.push(...problems);
    context.warnings.push(...warnings);
    return paths;
}
/** What was reached, and what the folder, `inputs` and other languages name; sorted. */
function withNamed(tree, reached, { named, importers }) {
    const files = new Map(reached);
    for (const path of named) {
        const entry = tree.entries.get(path);
        if (entry !== undefined && !files.has(path))
            files.set(path, closureFile(factsOf(entry), importers.get(path)));
    }
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function factsOf({ blob, kind }) {
    return { blob, isExecutable: kind === 'executable' };
}
function isFolderLock(manifest, path) {
    const folder = (0,repository_path/* folderOf */.yS)(manifest.file);
    return (0,repository_path/* folderOf */.yS)(path) === folder && lock_names/* folderLocks */.b.includes(path.slice(folder.length + 1));
}
/** Not of npm and its like, which are found by what is imported. */
function isForeign(path) {
    return /(?:requirements\.txt|poetry\.lock|uv\.lock|Pipfile\.lock)$/.test(path);
}
const noPackages = [];
function packagesOf(context, uses, locks) {
    if (uses.length === 0 && locks.length === 0)
        return noPackages;
    const locked = context.packages.locked(uses);
    context.warnings.push(...locked.warnings);
    if (locks.length === 0)
        return locked.packages;
    const whole = locks.map((path) => `${path} ${context.tree.entries.get(path)?.blob}`);
    return [...new Set([...locked.packages, ...whole])].sort();
}
function closure_imageOf(context, manifest) {
    const written = manifest.workload.dockerfile;
    if (written === undefined)
        return context.projectImage;
    const image = readImage(context.tree, (0,repository_path/* joinPath */.uJ)((0,repository_path/* folderOf */.yS)(manifest.file), written), true);
    if (image === undefined) {
        context.problems.push({
            code: 'E_DOCKERFILE',
            place: { file: manifest.file },
            field: 'image.dockerfile',
            message: `There is no file ${(0,quote/* quote */.h)(written)} in the flow's folder.`,
            fix: 'Correct the path, or commit the Dockerfile.',
        });
    }
    return image;
}
function readImage(tree, dockerfile, isOwn) {
    if (dockerfile === undefined || !tree.entries.has(dockerfile))
        return undefined;
    const ignore = ignoreFileOf(tree.entries, dockerfile);
    const names = ignore === undefined ? [dockerfile] : [dockerfile, ignore];
    return {
        dockerfile,
        isOwn,
        files: new Map(names.map((path) => [path, tree.entries.get(path)?.blob ?? ''])),
    };
}
function unique(problems) {
    return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}


/***/ }),

/***/ 6364:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ loadFlows)
});

// EXTERNAL MODULE: ./src/core/flow.ts
var flow = __webpack_require__(2398);
// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/core/nearest.ts
var nearest = __webpack_require__(3606);
// EXTERNAL MODULE: ./src/flow/yaml-node.ts
var yaml_node = __webpack_require__(6674);
;// CONCATENATED MODULE: ./src/flow/flow-set.ts



/** Rules over all flows together. `folders` are all flows that exist, those with problems of their own included. */
function flowSetProblems(flows, folders) {
    return [...upstreamProblems(flows, folders), ...cycleProblems(flows), ...groupProblems(flows)];
}
function problemAt({ document }, path, fault) {
    return { ...fault, place: (0,yaml_node/* placeOfPath */.E)(document, path, 'value') };
}
function upstreamProblems(flows, folders) {
    return flows.flatMap((flow) => (flow.manifest.policy.after?.flows ?? []).flatMap((upstream, index) => {
        const path = ['after', 'flows', index];
        const field = `after.flows[${index}]`;
        if (upstream === flow.manifest.name) {
            const message = 'A flow cannot run after itself.';
            return [problemAt(flow, path, { code: 'E_DEP_SELF', field, message, fix: 'Remove it.' })];
        }
        if (folders.has(upstream))
            return [];
        const close = (0,nearest/* nearest */.p)(upstream, folders);
        const message = `There is no flow ${(0,quote/* quote */.h)(upstream)}.`;
        const fix = close === undefined ? 'Name a folder under flows/.' : `Did you mean ${(0,quote/* quote */.h)(close)}?`;
        return [problemAt(flow, path, { code: 'E_DEP_UNKNOWN', field, message, fix })];
    }));
}
/** One problem for each cycle of `after`, at its first flow by name. Iterative: chains may be long. */
function cycleProblems(flows) {
    const byName = new Map(flows.map((flow) => [flow.manifest.name, flow]));
    const waiting = flowsThatWaitForEver(byName);
    const seen = new Set();
    return [...waiting].sort().flatMap((start) => {
        const cycle = walkToCycle(start, seen, (name) => upstreamsOf(byName.get(name)).find((upstream) => waiting.has(upstream)));
        const first = byName.get(cycle[0]);
        return first === undefined ? [] : [cycleProblem(first, cycle, byName)];
    });
}
function upstreamsOf(flow) {
    const own = flow?.manifest.name;
    return (flow?.manifest.policy.after?.flows ?? []).filter((name) => name !== own);
}
/** What is left once flows that wait for nothing are taken away again and again: cycles, and what hangs on them. */
function flowsThatWaitForEver(byName) {
    const downstreams = new Map([...byName.keys()].map((name) => [name, []]));
    const counts = new Map();
    for (const [name, flow] of byName) {
        const known = [...new Set(upstreamsOf(flow))].filter((upstream) => byName.has(upstream));
        counts.set(name, known.length);
        for (const upstream of known)
            downstreams.get(upstream)?.push(name);
    }
    const left = new Set(byName.keys());
    const free = [...left].filter((name) => counts.get(name) === 0);
    for (let name = free.pop(); name !== undefined; name = free.pop()) {
        left.delete(name);
        for (const next of downstreams.get(name) ?? []) {
            const count = (counts.get(next) ?? 0) - 1;
            counts.set(next, count);
            if (count === 0)
                free.push(next);
        }
    }
    return left;
}
/** The cycle that a walk upstream from `start` ends in, from its first name on; empty if an earlier walk was there. */
function walkToCycle(start, seen, upstreamOf) {
    const walked = new Map();
    let name = start;
    while (name !== undefined && !seen.has(name)) {
        seen.add(name);
        walked.set(name, walked.size);
        name = upstreamOf(name);
    }
    const from = name === undefined ? undefined : walked.get(name);
    if (from === undefined)
        return [];
    const cycle = [...walked.keys()].slice(from);
    const first = cycle.indexOf([...cycle].sort()[0]);
    return [...cycle.slice(first), ...cycle.slice(0, first)];
}
const shownOfCycle = 20;
function cycleProblem(first, cycle, byName) {
    const shown = cycle.length <= shownOfCycle ? [...cycle, cycle[0]] : [...cycle.slice(0, shownOfCycle), '…', cycle[0]];
    const path = shown.join(' → ');
    const isLoop = cycle.some((name) => byName.get(name)?.manifest.policy.after?.when !== 'succeeded');
    const fault = isLoop
        ? { code: 'E_TRIGGER_LOOP', message: `These flows would start each other for ever: ${path}.` }
        : { code: 'E_DEP_CYCLE', message: `These flows wait for each other: ${path}.` };
    return problemAt(first, ['after', 'flows'], {
        ...fault,
        field: 'after.flows',
        fix: 'Remove one of the steps.',
    });
}
function groupProblems(flows) {
    const firsts = new Map();
    return flows.flatMap((flow) => {
        const { concurrency } = flow.manifest.policy;
        if (concurrency === undefined)
            return [];
        const { group, limit } = concurrency;
        const first = firsts.get(group);
        if (first === undefined)
            firsts.set(group, { name: flow.manifest.name, limit });
        if (first === undefined || first.limit === limit)
            return [];
        const message = `The group ${(0,quote/* quote */.h)(group)} has limit ${limit} here and ${first.limit} in the flow ${first.name}.`;
        const fault = {
            code: 'E_CONCURRENCY_LIMIT',
            field: 'concurrency.limit',
            message,
            fix: 'Write the same limit.',
        };
        return [problemAt(flow, ['concurrency', 'limit'], fault)];
    });
}

// EXTERNAL MODULE: ./src/flow/manifest.ts
var flow_manifest = __webpack_require__(8630);
// EXTERNAL MODULE: ./src/flow/yaml.ts + 3 modules
var yaml = __webpack_require__(2082);
;// CONCATENATED MODULE: ./src/flow/discover.ts






const root = 'flows';
const manifestNames = ['flow.yml', 'flow.yaml'];
/** Every flow of a tree. Only regular files count; a folder's name is the flow's name; a flow's sub-folders are its own. */
async function loadFlows(source, project) {
    const entries = (await source.list()).filter(({ path }) => path === root || path.startsWith(`${root}/`));
    const folders = foldersOf(entries);
    const paths = new Set(entries.map(({ path }) => path));
    const looked = folders.map(lookAt);
    const foreign = new Set(looked.flatMap(({ isFlow, folder }) => (isFlow ? [] : [folder.name])));
    const irregular = entries.filter(({ path, kind }) => !isRegular(kind) && !isInside(foreign, path));
    const files = looked.flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest]));
    const bytes = await source.read(files.map(({ path }) => path), yaml/* yamlLimitBytes */.Yt);
    const names = new Set(looked.flatMap(({ manifest, folder }) => (manifest === undefined ? [] : [folder.name])));
    const parsed = files.map(({ path }, index) => parseFile(path, bytes[index], { project, folders: names }));
    const loaded = parsed.flatMap(({ flow }) => (flow === undefined ? [] : [withEntrypoint(flow, paths)]));
    const flows = loaded.flatMap((flow) => ('problem' in flow ? [] : [flow]));
    return {
        manifests: flows.map(({ manifest }) => manifest),
        problems: [
            ...irregular.map(irregularProblem),
            ...looked.flatMap(({ problems }) => problems),
            ...caseProblems(folders, foreign),
            ...parsed.flatMap(({ problems }) => problems),
            ...loaded.flatMap((flow) => ('problem' in flow ? [flow.problem] : [])),
            ...flowSetProblems(flows, names),
        ],
        warnings: foreignWarnings(looked.filter(({ isFlow }) => !isFlow).map(({ folder }) => folder)),
    };
}
function isRegular(kind) {
    return kind === 'file' || kind === 'executable';
}
/** Below one of these folders; a link in the place of a folder is not. */
function isInside(folders, path) {
    const [, name = '', inner] = path.split('/', 3);
    return inner !== undefined && folders.has(name);
}
function foldersOf(entries) {
    const folders = new Map();
    for (const entry of entries) {
        const [, name, inner] = entry.path.split('/', 3);
        if (name === undefined || inner === undefined)
            continue;
        const known = folders.get(name);
        if (known === undefined)
            folders.set(name, [entry]);
        else
            known.push(entry);
    }
    return [...folders]
        .map(([name, own]) => ({ name, entries: own }))
        .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function lookAt(folder) {
    const path = `${root}/${folder.name}`;
    const [first, second] = folder.entries.filter((entry) => manifestNames.some((name) => entry.path === `${path}/${name}`));
    if (first === undefined)
        return { folder, isFlow: false, problems: [] };
    if ((0,flow/* judgeFlowName */.x)(folder.name).kind !== 'ok')
        return { folder, isFlow: true, problems: [(0,flow_manifest/* folderProblem */.IV)(folder.name, path)] };
    if (second === undefined)
        return { folder, isFlow: true, ...(isRegular(first.kind) ? { manifest: first } : {}), problems: [] };
    const message = `${(0,quote/* quote */.h)(path)} has both flow.yml and flow.yaml.`;
    const problem = { code: 'E_MANIFEST_AMBIGUOUS', place: { file: path }, message, fix: 'Keep one of them.' };
    return { folder, isFlow: true, problems: [problem] };
}
/** A repository that moves here from elsewhere may have a hundred: those after these are counted. */
const mostForeign = 10;
function foreignWarnings(folders) {
    const named = folders.slice(0, mostForeign).map(foreignWarning);
    const left = folders.length - named.length;
    if (left === 0)
        return named;
    const message = `${left} more folders have files but no flow.yml, so they are not flows.`;
    return [...named, { code: 'W_NO_MANIFEST', place: { file: root }, message, fix: foreignFix }];
}
const foreignFix = 'Nothing of it is deployed until it has one.';
function foreignWarning({ name, entries }) {
    const path = `${root}/${name}`;
    const other = entries.find((entry) => /^flows\/[^/]+\/[^/]*flow[^/]*\.ya?ml$/i.test(entry.path));
    const message = `${(0,quote/* quote */.h)(path)} has files but no flow.yml, so it is not a flow.`;
    const fix = other === undefined ? foreignFix : `If it is to be one, rename ${(0,quote/* quote */.h)(other.path)} to flow.yml.`;
    return { code: 'W_NO_MANIFEST', place: { file: path }, message, fix };
}
function irregularProblem(entry) {
    const place = { file: entry.path };
    if (entry.kind === 'symlink') {
        const message = `${(0,quote/* quote */.h)(entry.path, 200)} is a symbolic link; none are followed under flows/.`;
        return {
            code: 'E_SYMLINK',
            place,
            message,
            fix: 'Put the file itself there, or name it under `inputs`.',
        };
    }
    const kind = entry.kind === 'submodule' ? 'a submodule' : 'neither a file nor a folder';
    const message = `${(0,quote/* quote */.h)(entry.path, 200)} is ${kind}.`;
    return { code: 'E_NOT_REGULAR_FILE', place, message, fix: 'Only regular files can be part of a flow.' };
}
/** Names that are one name on file systems that ignore case or normalise Unicode, one of them a flow's. */
function caseProblems(folders, foreign) {
    const firsts = new Map();
    return folders.flatMap(({ name }) => {
        const plain = name.normalize('NFC').toLowerCase();
        const first = firsts.get(plain);
        firsts.set(plain, first === undefined || foreign.has(first) ? name : first);
        if (first === undefined || (foreign.has(first) && foreign.has(name)))
            return [];
        const message = `${(0,quote/* quote */.h)(`${root}/${first}`)} and ${(0,quote/* quote */.h)(`${root}/${name}`)} are one folder on some systems.`;
        return [{ code: 'E_NAME_COLLISION', place: { file: `${root}/${name}` }, message, fix: 'Rename one.' }];
    });
}
function parseFile(file, bytes, context) {
    const folder = file.split('/')[1] ?? '';
    if (bytes === undefined || bytes === 'too-large') {
        const message = `The file has more than ${yaml/* yamlLimitBytes */.Yt} bytes.`;
        return {
            problems: [
                { code: 'E_YAML_TOO_LARGE', place: { file }, message, fix: 'Move data into files of their own.' },
            ],
        };
    }
    const { manifest, document, problems } = (0,flow_manifest/* parseManifest */.Ng)({ folder, file, bytes, ...context });
    if (manifest === undefined || document === undefined)
        return { problems };
    return { flow: { manifest, document }, problems };
}
/** The program's file must be in the tree: found here rather than when a run cannot start. */
function withEntrypoint(flow, paths) {
    const { name, workload } = flow.manifest;
    if (workload.program.kind !== 'entrypoint')
        return flow;
    const path = `${root}/${name}/${workload.program.file}`;
    if (paths.has(path))
        return flow;
    const message = `The file ${(0,quote/* quote */.h)(path, 200)} does not exist.`;
    const fix = 'Add it, or name another file, or write `command`.';
    const place = (0,yaml_node/* placeOfPath */.E)(flow.document, ['entrypoint'], 'value');
    return { problem: { code: 'E_ENTRYPOINT', place, field: 'entrypoint', message, fix } };
}


/***/ }),

/***/ 1561:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ isTypeScript),
/* harmony export */   Eq: () => (/* binding */ withSourceMap),
/* harmony export */   Ox: () => (/* binding */ prepareImports),
/* harmony export */   Yj: () => (/* binding */ lexImports),
/* harmony export */   _m: () => (/* binding */ isCode),
/* harmony export */   mh: () => (/* binding */ lineAt)
/* harmony export */ });
/* harmony import */ var es_module_lexer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(708);

const programEnding = /\.(?:[cm]?[jt]s|[jt]sx)$/;
/** As the bundler has it: a name without a dot is one of a program, and so is one of declarations. */
function isCode(path) {
    return programEnding.test(path) || !path.includes('.', path.lastIndexOf('/') + 1);
}
function isTypeScript(path) {
    return /\.(?:[cm]?ts|tsx)$/.test(path);
}
/** Loads the lexer; once is enough. */
async function prepareImports() {
    await (0,es_module_lexer__WEBPACK_IMPORTED_MODULE_0__/* .init */ .T)();
}
const nothingAsked = { uses: [], isModule: false, means: 'parsed' };
/**
 * The modules that a text asks for when it runs, by a lexer that is fast, but sees no call of `require`, no element and
 * of an expression no more than one literal. Undefined: the text needs the parser.
 */
function lexImports(path, text) {
    if (/\.[jt]sx$/.test(path))
        return undefined;
    // `\u0072equire` is `require`.
    const mayCall = (text.includes('require') && /\brequire\b/.test(text)) || text.includes('\\u');
    if (mayCall)
        return undefined;
    if (!/import|export|sourceMappingURL=/.test(text))
        return nothingAsked;
    try {
        const [imports, exports] = (0,es_module_lexer__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .q)(text);
        const isModule = [...imports, ...exports].some(isOfModule);
        return lexedText({ path, text }, imports, isModule);
    }
    catch {
        return undefined;
    }
}
/** Types make no module of a text, and neither do calls of `import()`. */
function isOfModule(found) {
    return found.type !== 'dynamic' && !found.typeOnly;
}
function lexedText({ path, text }, imports, isModule) {
    const namesTypes = isTypeScript(path) && text.includes('type ');
    const uses = [];
    for (const found of imports) {
        if (found.type === 'import-meta')
            continue;
        const base = { kind: 'name', form: 'import', offset: found.importStart };
        if (found.type === 'dynamic') {
            // An expression, or a place where only the whole text says whether it is code or a type.
            if (found.specifier === undefined || found.glob || found.probablyTypeOnly)
                return undefined;
            uses.push({ ...base, specifier: found.specifier, isDynamic: true });
        }
        else if (!found.typeOnly) {
            const { specifier } = found;
            const isOfTypes = namesTypes && namesOnlyTypes(text.slice(found.importStart, found.start));
            uses.push(isOfTypes ? { ...base, specifier, isInlineTypeOnly: true } : { ...base, specifier });
        }
    }
    return { uses: withSourceMap(text, uses), isModule, means: 'lexed' };
}
function namesOnlyTypes(statement) {
    const names = /^(?:import|export)\s*\{([^}]*)\}/.exec(statement)?.[1];
    if (names === undefined || names.includes('/'))
        return false;
    const listed = names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
    return listed.length > 0 && listed.every((name) => /^type\s+(?!as\s+\w+$)\S/.test(name));
}
const sourceMapPattern = /\/[/*][#@] sourceMappingURL=([^\s*]{1,1000})/g;
/** A comment is not looked for as one: to take the text of a string for it costs no more than a file too many. */
function withSourceMap(text, uses) {
    if (!text.includes(' sourceMappingURL='))
        return uses;
    const maps = Array.from(text.matchAll(sourceMapPattern), (match) => {
        return { kind: 'map', form: 'import', offset: match.index, url: match[1] ?? '' };
    });
    return [...uses, ...maps];
}
/** From 1. */
function lineAt(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
        line += 1;
    return line;
}


/***/ }),

/***/ 3331:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ folderLocks),
/* harmony export */   v: () => (/* binding */ nodeLocks)
/* harmony export */ });
/** Lock files of packages for Node.js. Where several lie in one folder, all count: one was forgotten, and which is not known. */
const nodeLocks = [
    'package-lock.json',
    'npm-shrinkwrap.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'bun.lock',
    'bun.lockb',
];
/** Lock files that count whole when they lie in the folder of a flow that imports nothing. */
const folderLocks = [
    ...nodeLocks,
    'requirements.txt',
    'poetry.lock',
    'uv.lock',
    'Pipfile.lock',
];


/***/ }),

/***/ 9568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ repositoryPackages),
  K: () => (/* binding */ usedPackagesAt)
});

// EXTERNAL MODULE: ./src/core/quote.ts
var quote = __webpack_require__(1748);
// EXTERNAL MODULE: ./src/flow/repository-path.ts
var repository_path = __webpack_require__(4131);
// EXTERNAL MODULE: ./src/flow/read-json.ts
var read_json = __webpack_require__(9566);
;// CONCATENATED MODULE: ./src/flow/packages/lock-graph.ts
const whole = [{ kind: 'whole' }];
/** Of one package; real trees have a dozen of the busiest ones. */
const mostVersions = 100;
/** Everything that bears a name, where the lock file does not say which of them is meant. */
function anyOf(ids, targetOf) {
    return ids.length > mostVersions ? whole : ids.map(targetOf);
}

;// CONCATENATED MODULE: ./src/flow/packages/names.ts
/** `@scope/name@range` → its parts; the whole is the name if there is no range. */
function splitAt(text) {
    const at = text.indexOf('@', 1);
    return at === -1 ? { name: text, range: '' } : { name: text.slice(0, at), range: text.slice(at + 1) };
}
/** Every name that keys such as `a`, `a@1`, `a/@s/b`, `a>b` or `**` + `/b` speak of, and some words that are none. */
function namesIn(keys) {
    const names = new Set();
    for (const key of keys) {
        for (const [name] of key.matchAll(/(?:@[^@/>\s]{1,214}\/)?[^@/>\s]{1,214}/g))
            names.add(name);
    }
    return names;
}
/** Ids by the group that each belongs to. */
function groupBy(ids, groupOf) {
    const groups = new Map();
    for (const id of ids) {
        const group = groupOf(id);
        if (group === undefined)
            continue;
        const same = groups.get(group);
        if (same === undefined)
            groups.set(group, [id]);
        else
            same.push(id);
    }
    return groups;
}
function once(make) {
    let made;
    return () => {
        made ??= { value: make() };
        return made.value;
    };
}

;// CONCATENATED MODULE: ./src/flow/packages/parse-lock-json.ts

/** What a parser makes of a bracket takes fifty times its place. Real lock files have three to a package. */
const mostBrackets = 1_000_000;
/** The object that a lock file holds, its memory bounded; undefined if it is none. */
function parseLockJson(text) {
    if (text.length > mostBrackets && openings(text) > mostBrackets)
        return undefined;
    try {
        const value = JSON.parse(text);
        return (0,read_json/* isObject */.Gv)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function openings(text) {
    let count = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0x5b || code === 0x7b)
            count += 1;
    }
    return count;
}

;// CONCATENATED MODULE: ./src/flow/packages/bun-lock.ts





const mostSteps = 500_000;
const longestPlace = 1_000;
const needKeys = ['dependencies', 'optionalDependencies', 'peerDependencies'];
const askedKeys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
/** `bun.lock`: JSON with a comma after the last of everything, each at the end of its line. */
function readBunLock(lock) {
    const written = parseLockJson(lock.text.replace(/,(?=\r?\n\s*[}\]])/g, ''));
    const packages = written?.['packages'];
    const workspaces = written?.['workspaces'];
    if (!(0,read_json/* isObject */.Gv)(packages) || !(0,read_json/* isObject */.Gv)(workspaces))
        return undefined;
    const places = new Map();
    for (const [place, entry] of Object.entries(packages)) {
        const placed = placedOf(entry);
        if (placed === undefined || place.length > longestPlace)
            return undefined;
        places.set(place, placed);
    }
    const patches = written?.['patchedDependencies'];
    return graphOf({
        lock,
        places,
        workspaces,
        patches: (0,read_json/* isObject */.Gv)(patches) ? patches : {},
        byFolder: once(() => groupBy(places.keys(), (place) => localFolder(lock, places.get(place)))),
        steps: 0,
    });
}
/** `[name@version, registry, facts, checksum]`; places that are no registry's leave some of these out. */
function placedOf(entry) {
    if (!Array.isArray(entry))
        return undefined;
    const [ident, ...rest] = entry;
    if (typeof ident !== 'string' || ident.indexOf('@', 1) === -1)
        return undefined;
    const facts = rest.find(read_json/* isObject */.Gv) ?? {};
    const texts = rest.filter((item) => typeof item === 'string');
    return { ident, facts, proof: texts.join(' ') };
}
function graphOf(bun) {
    const known = new Map();
    const inside = (folder) => bun.lock.folder === '' ? folder : folder.slice(bun.lock.folder.length + 1);
    return {
        find(folder, name) {
            if (!(0,repository_path/* isUnder */.Jo)(bun.lock.folder, `${folder}/`))
                return [];
            const targets = holdersOf(bun, inside(folder)).flatMap((holder) => locate(bun, holder, name));
            return [...new Map(targets.map((target) => [JSON.stringify(target), target])).values()];
        },
        get(id) {
            if (!known.has(id))
                known.set(id, packageOf(bun, id));
            return known.get(id);
        },
        agrees: (folder, name, range) => (askedIn(bun.workspaces[inside(folder)], name) ?? range) === range,
    };
}
/** The places under which a folder's own packages are written: of the workspace that it belongs to, or of a folder that is copied. */
function holdersOf({ workspaces, byFolder, lock }, folder) {
    for (const above of (0,repository_path/* foldersUp */.TS)(folder)) {
        const workspace = Object.hasOwn(workspaces, above) && above !== '' ? workspaces[above] : undefined;
        const name = (0,read_json/* isObject */.Gv)(workspace) ? (0,read_json/* stringOf */.Je)(workspace['name']) : undefined;
        const places = byFolder().get((0,repository_path/* joinPath */.uJ)(lock.folder, above) ?? '') ?? [];
        if (name !== undefined || places.length > 0)
            return [...(name === undefined ? [] : [name]), ...places];
    }
    return [''];
}
function locate(bun, from, name) {
    for (let holder = from;; holder = outer(holder)) {
        bun.steps += 1;
        if (bun.steps > mostSteps)
            return whole;
        const place = holder === '' ? name : `${holder}/${name}`;
        const placed = bun.places.get(place);
        if (placed !== undefined)
            return [targetOf(bun, place, placed)];
        if (holder === '')
            return [];
    }
}
/** `a/@s/b` → `a`; `@s/b` → nothing. */
function outer(place) {
    const above = (0,repository_path/* folderOf */.yS)(place);
    const last = above.slice(above.lastIndexOf('/') + 1);
    return last.startsWith('@') ? (0,repository_path/* folderOf */.yS)(above) : above;
}
function localFolder(lock, placed) {
    const path = /^(?:workspace|link|file|root):(.*)$/s.exec(splitAt(placed?.ident ?? '').range)?.[1];
    const joined = path === undefined ? undefined : (0,repository_path/* joinPath */.uJ)(lock.folder, path);
    return joined === undefined || lock.isFile(joined) ? undefined : joined;
}
function targetOf({ lock }, place, placed) {
    const folder = localFolder(lock, placed);
    return folder === undefined ? { kind: 'package', id: place } : { kind: 'folder', folder };
}
function packageOf(bun, place) {
    const placed = bun.places.get(place);
    if (placed === undefined)
        return undefined;
    const { ident, facts, proof } = placed;
    const needs = new Set(needKeys.flatMap((key) => ((0,read_json/* isObject */.Gv)(facts[key]) ? Object.keys(facts[key]) : [])));
    const edges = [...needs].sort().map((name) => ({ name, targets: locate(bun, place, name) }));
    const patch = Object.hasOwn(bun.patches, ident) ? (0,read_json/* stringOf */.Je)(bun.patches[ident]) : undefined;
    const { name, range: version } = splitAt(ident);
    const local = [version.replace(/^file:/, ''), ...(patch === undefined ? [] : [patch])];
    const files = local.flatMap((path) => (0,repository_path/* joinPath */.uJ)(bun.lock.folder, path) ?? []).filter(bun.lock.isFile);
    const isOfPlatforms = facts['os'] !== undefined || facts['cpu'] !== undefined;
    return { name, version, proof: `${proof} ${place}`, edges, files, isOfPlatforms };
}
function askedIn(workspace, name) {
    for (const key of askedKeys) {
        const written = (0,read_json/* isObject */.Gv)(workspace) ? workspace[key] : undefined;
        if ((0,read_json/* isObject */.Gv)(written) && Object.hasOwn(written, name))
            return (0,read_json/* stringOf */.Je)(written[name]);
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/flow/packages/lock-names.ts
var lock_names = __webpack_require__(3331);
;// CONCATENATED MODULE: ./src/flow/packages/npm-lock-1.ts


/** Far above what any real tree has: a package at its tenth level is rare. */
const deepest = 100;
const mostPlaces = 100_000;
const longestPrefix = 1_000;
/** npm 6 and older wrote packages within packages. The same as a list of places, as newer versions write it. */
function packagesOfVersion1(lock, text) {
    if (lock['lockfileVersion'] !== 1 || !(0,read_json/* isObject */.Gv)(lock['dependencies']))
        return undefined;
    const places = new Map();
    const waiting = [{ prefixes: [''], packages: lock['dependencies'], depth: 0 }];
    for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
        const isTooDeep = level.depth > deepest || level.prefixes.some(({ length }) => length > longestPrefix);
        if (isTooDeep || places.size > mostPlaces)
            return undefined;
        for (const [name, entry] of Object.entries(level.packages)) {
            if (!(0,read_json/* isObject */.Gv)(entry))
                return undefined;
            const below = place(places, { level, name, entry, text });
            if (below !== undefined)
                waiting.push(below);
        }
    }
    return places;
}
/** Writes a package to its places, and gives what lies below it. */
function place(places, { level, name, entry, text }) {
    const path = /^file:(.*)$/s.exec((0,read_json/* stringOf */.Je)(entry['version']) ?? '')?.[1];
    const isTarball = path !== undefined && text.isFile((0,repository_path/* joinPath */.uJ)(text.folder, path) ?? '');
    const locations = level.prefixes.map((prefix) => `${prefix}node_modules/${name}`);
    const placed = npm_lock_1_placedOf(entry, { path, isTarball });
    for (const location of locations)
        places.set(location, placed);
    if (!(0,read_json/* isObject */.Gv)(entry['dependencies']))
        return undefined;
    // What a linked folder needs is written below its link, and lies in the folder.
    const linked = path === undefined || isTarball ? [] : [(0,repository_path/* joinPath */.uJ)('', path) ?? ''];
    const prefixes = [...locations, ...linked].map((prefix) => `${prefix}/`);
    return { prefixes, packages: entry['dependencies'], depth: level.depth + 1 };
}
function npm_lock_1_placedOf(entry, { path, isTarball }) {
    const { requires } = entry;
    const dependencies = (0,read_json/* isObject */.Gv)(requires) ? requires : {};
    const integrity = entry['integrity'] ?? null;
    if (isTarball)
        return { version: '', dependencies, integrity, resolved: `file:${path}` };
    if (path !== undefined)
        return { resolved: path, link: true };
    const version = (0,read_json/* stringOf */.Je)(entry['version']) ?? '';
    const facts = { dependencies, integrity, resolved: entry['resolved'] ?? version };
    const [, name, aliased] = /^npm:(.+)@([^@]*)$/.exec(version) ?? [];
    return name === undefined ? { version, ...facts } : { name, version: aliased ?? '', ...facts };
}

;// CONCATENATED MODULE: ./src/flow/packages/npm-lock.ts





/** Where Node.js looks is a question of paths: longer ones than any real tree has are not followed. */
const longestLocation = 1_000;
/** Steps through folders, over all questions to one lock file; a real one of 3,000 packages takes 50,000. */
const npm_lock_mostSteps = 500_000;
const npm_lock_needKeys = ['dependencies', 'optionalDependencies', 'peerDependencies'];
/** `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3: what lies in which `node_modules`. */
function readNpmLock(lock) {
    const written = parseLockJson(lock.text);
    if (written === undefined)
        return undefined;
    const entries = (0,read_json/* isObject */.Gv)(written['packages'])
        ? entriesOf(written['packages'])
        : packagesOfVersion1(written, lock);
    if (entries === undefined || [...entries.keys()].some((location) => location.length > longestLocation))
        return undefined;
    return npm_lock_graphOf(entries, lock);
}
function entriesOf(packages) {
    const entries = Object.entries(packages);
    const isSound = entries.every(([, entry]) => (0,read_json/* isObject */.Gv)(entry));
    return isSound ? new Map(entries) : undefined;
}
function npm_lock_graphOf(entries, lock) {
    const known = new Map();
    let steps = 0;
    const locate = (from, name) => {
        for (const folder of (0,repository_path/* foldersUp */.TS)(from)) {
            steps += 1;
            if (steps > npm_lock_mostSteps)
                return whole;
            if (folder === 'node_modules' || folder.endsWith('/node_modules'))
                continue;
            const location = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
            const entry = entries.get(location);
            if (entry !== undefined)
                return [npm_lock_targetOf(location, entry, lock)];
        }
        return [];
    };
    const inside = (folder) => lock.folder === '' ? folder : folder.slice(lock.folder.length + 1);
    return {
        find: (folder, name) => ((0,repository_path/* isUnder */.Jo)(lock.folder, `${folder}/`) ? locate(inside(folder), name) : []),
        get(id) {
            if (known.has(id))
                return known.get(id);
            const entry = entries.get(id);
            const made = entry === undefined ? undefined : npm_lock_packageOf(id, entry, { lock, locate });
            known.set(id, made);
            return made;
        },
        agrees: (folder, name, range) => (npm_lock_askedIn(entries.get(inside(folder)), name) ?? range) === range,
    };
}
function npm_lock_targetOf(location, entry, { folder, isFile }) {
    const resolved = (0,read_json/* stringOf */.Je)(entry['resolved']);
    const path = entry['link'] === true ? resolved : /^file:(.*)$/s.exec(resolved ?? '')?.[1];
    if (path === undefined)
        return entry['link'] === true ? { kind: 'whole' } : { kind: 'package', id: location };
    const joined = (0,repository_path/* joinPath */.uJ)(folder, path);
    if (joined === undefined)
        return { kind: 'whole' };
    return isFile(joined) ? { kind: 'package', id: location } : { kind: 'folder', folder: joined };
}
function npm_lock_packageOf(location, entry, { lock, locate }) {
    const resolved = (0,read_json/* stringOf */.Je)(entry['resolved']) ?? '';
    const tarball = resolved.startsWith('file:') ? (0,repository_path/* joinPath */.uJ)(lock.folder, resolved.slice(5)) : undefined;
    const needs = new Set(npm_lock_needKeys.flatMap((key) => ((0,read_json/* isObject */.Gv)(entry[key]) ? Object.keys(entry[key]) : [])));
    return {
        name: (0,read_json/* stringOf */.Je)(entry['name']) ?? location.slice(location.lastIndexOf('node_modules/') + 13),
        version: (0,read_json/* stringOf */.Je)(entry['version']) ?? '',
        proof: `${(0,read_json/* stringOf */.Je)(entry['integrity']) ?? resolved} ${location}`,
        edges: [...needs].sort().map((name) => ({ name, targets: locate(location, name) })),
        files: tarball === undefined ? [] : [tarball],
        isOfPlatforms: entry['os'] !== undefined || entry['cpu'] !== undefined,
    };
}
function npm_lock_askedIn(entry, name) {
    for (const key of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
        const written = entry?.[key];
        if ((0,read_json/* isObject */.Gv)(written) && Object.hasOwn(written, name))
            return (0,read_json/* stringOf */.Je)(written[name]);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/flow/packages/indented-maps.ts
const indented_maps_deepest = 12;
/** Bounds the memory: the largest real lock files have a quarter. */
const mostKeys = 400_000;
/**
 * Maps within maps, one key a line: the part of YAML that pnpm and Yarn write, in a hundredth of the time that a parser
 * of all YAML takes. Undefined for anything else, for a key that stands twice, and for the marks of a merge conflict.
 */
function readIndentedMaps(text) {
    const root = new Map();
    const reading = {
        levels: [{ indent: 0, map: root }],
        open: undefined,
        skipped: Number.POSITIVE_INFINITY,
        asked: undefined,
        keys: 0,
    };
    for (let start = 0; start < text.length;) {
        const found = text.indexOf('\n', start);
        const end = found === -1 ? text.length : found;
        const line = text.slice(start, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end);
        if (!readLine(reading, line))
            return undefined;
        start = end + 1;
    }
    return reading.asked === undefined ? root : undefined;
}
/** False for a line that is none of the kind. */
function readLine(reading, line) {
    const indent = line.search(/[^ ]/);
    if (indent === -1 || indent > reading.skipped)
        return true;
    if (line.charCodeAt(indent) === 0x23)
        return true;
    reading.skipped = Number.POSITIVE_INFINITY;
    const content = line.slice(indent);
    if (content.startsWith('- ') || content === '-')
        return skipItem(reading, indent);
    if (content.startsWith('? ')) {
        reading.asked = unquote(content.slice(2).trimEnd());
        return reading.asked !== undefined && level(reading, indent) !== undefined;
    }
    if (reading.asked !== undefined) {
        const key = reading.asked;
        reading.asked = undefined;
        return content === ':' && put(reading, indent, { key, value: '' });
    }
    const split = splitKey(content);
    return split !== undefined && put(reading, indent, split);
}
function skipItem(reading, indent) {
    const { open } = reading;
    if (open !== undefined) {
        if (indent < open.indent)
            return false;
        levelOf(reading, open.indent)?.map.set(open.key, null);
        reading.open = undefined;
    }
    // Its own lines lie deeper, and so do those of the next items.
    reading.skipped = indent;
    return indent > 0;
}
function put(reading, indent, { key, value }) {
    const at = level(reading, indent);
    reading.keys += 1;
    if (at === undefined || reading.keys > mostKeys || at.map.has(key) || isBeyond({ key, value }))
        return false;
    if (value === '') {
        at.map.set(key, '');
        reading.open = { indent, key };
        return true;
    }
    const isBlock = /^[|>][-+0-9]{0,3}$/.test(value);
    const simple = isBlock ? undefined : unquote(value);
    at.map.set(key, simple ?? null);
    if (simple === undefined)
        reading.skipped = indent;
    return true;
}
/** Anchors, aliases, tags and merge keys mean something that these lines alone do not say. */
function isBeyond({ key, value }) {
    return key === '<<' || /^[&*!@`%]/.test(value);
}
/** The map that a line of this indent belongs to: an open one, the one of the line before, or one further out. */
function level(reading, indent) {
    const { open, levels } = reading;
    reading.open = undefined;
    if (open !== undefined && indent > open.indent) {
        const map = new Map();
        levelOf(reading, open.indent)?.map.set(open.key, map);
        levels.push({ indent, map });
        return levels.length > indented_maps_deepest ? undefined : levels.at(-1);
    }
    while ((levels.at(-1)?.indent ?? -1) > indent)
        levels.pop();
    return levelOf(reading, indent);
}
function levelOf({ levels }, indent) {
    const last = levels.at(-1);
    return last?.indent === indent ? last : undefined;
}
/** `key: value`, `'key': value`, `file:a/b:` – a colon within a plain key has no blank behind it. */
function splitKey(content) {
    const first = content[0];
    if (first === "'" || first === '"') {
        const end = endOfQuoted(content, first);
        const key = end === -1 ? undefined : unquote(content.slice(0, end + 1));
        const rest = content.slice(end + 1);
        return key === undefined || !/^:(?: |$)/.test(rest) ? undefined : { key, value: rest.slice(1).trim() };
    }
    const at = content.indexOf(': ');
    if (at !== -1)
        return { key: content.slice(0, at), value: content.slice(at + 1).trim() };
    return content.endsWith(':') ? { key: content.slice(0, -1), value: '' } : undefined;
}
function endOfQuoted(text, quote) {
    for (let at = 1; at < text.length; at += 1) {
        if (text[at] === '\\' && quote === '"')
            at += 1;
        else if (text[at] === quote) {
            if (quote === '"' || text[at + 1] !== "'")
                return at;
            at += 1;
        }
    }
    return -1;
}
/** Undefined if the text does not end where its quotes do: it goes on in the next line. */
function unquote(text) {
    const first = text[0];
    if (first === '{' || first === '[')
        return text.endsWith(first === '{' ? '}' : ']') ? text : undefined;
    if (first !== "'" && first !== '"')
        return text;
    if (endOfQuoted(text, first) !== text.length - 1)
        return undefined;
    if (first === "'")
        return text.slice(1, -1).replaceAll("''", "'");
    try {
        const value = JSON.parse(text);
        return typeof value === 'string' ? value : undefined;
    }
    catch {
        return undefined;
    }
}
/** The map under a key: empty if there is none, undefined if something else stands there. */
function mapAt(map, key) {
    const value = map.get(key) ?? (map.has(key) ? null : '');
    if (value === '' || value === '{}')
        return new Map();
    return value === null || typeof value === 'string' ? undefined : value;
}
function textAt(map, key) {
    const value = map.get(key);
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./src/flow/packages/pnpm-lock.ts




const pnpm_lock_askedKeys = ['dependencies', 'devDependencies', 'optionalDependencies'];
const pnpm_lock_needKeys = ['dependencies', 'optionalDependencies'];
/** `pnpm-lock.yaml`, versions 5 to 9: which importer and which package uses which. */
function readPnpmLock(lock) {
    const root = readIndentedMaps(lock.text);
    if (root === undefined || !/^[5-9](?:\.\d+)?$/.test(textAt(root, 'lockfileVersion') ?? ''))
        return undefined;
    const packages = mapAt(root, 'packages');
    const snapshots = root.has('snapshots') ? mapAt(root, 'snapshots') : packages;
    // A repository of one package has no importers of its own before version 9.
    const importers = root.has('importers') ? mapAt(root, 'importers') : new Map([['.', root]]);
    const [overrides, patches] = [mapAt(root, 'overrides'), mapAt(root, 'patchedDependencies')];
    if (packages === undefined || snapshots === undefined || importers === undefined)
        return undefined;
    if (overrides === undefined || patches === undefined)
        return undefined;
    const made = { lock, importers, snapshots, packages, overridden: namesIn(overrides.keys()), patches };
    return pnpm_lock_graphOf({
        ...made,
        byName: once(() => groupBy(snapshots.keys(), (key) => pnpm_lock_splitKey(key).name)),
        byFolder: once(() => groupBy(snapshots.keys(), (key) => packedFolder(made, key))),
    });
}
function pnpm_lock_graphOf(pnpm) {
    const known = new Map();
    return {
        find: (folder, name) => find(pnpm, folder, name),
        get(id) {
            if (!known.has(id))
                known.set(id, pnpm_lock_packageOf(pnpm, id));
            return known.get(id);
        },
        // An override stands in the place of what the folder asks for.
        agrees: (folder, name, range) => pnpm.overridden.has(name) || (specifierOf(pnpm, folder, name) ?? range) === range,
    };
}
function find(pnpm, folder, name) {
    for (const above of (0,repository_path/* foldersUp */.TS)(folder)) {
        if (!(0,repository_path/* isUnder */.Jo)(pnpm.lock.folder, `${above}/`))
            break;
        const targets = [...imported(pnpm, above, name), ...usedFrom(pnpm, above, name)];
        if (targets.length > 0)
            return targets;
    }
    // Imported without being asked for: found only where pnpm hoists, and which of them is not written.
    return anyOf(pnpm.byName().get(name) ?? [], (id) => ({ kind: 'package', id }));
}
function importerOf({ lock, importers }, folder) {
    const inside = lock.folder === '' ? folder : folder.slice(lock.folder.length + 1);
    const found = importers.get(inside === '' ? '.' : inside);
    return typeof found === 'object' && found !== null ? found : undefined;
}
function imported(pnpm, folder, name) {
    const importer = importerOf(pnpm, folder);
    if (importer === undefined)
        return [];
    for (const key of pnpm_lock_askedKeys) {
        const map = mapAt(importer, key);
        if (map === undefined)
            return whole;
        const written = map.get(name);
        if (written === undefined)
            continue;
        // Before version 6 there is only the version.
        const version = typeof written === 'object' && written !== null ? textAt(written, 'version') : written;
        return [pnpm_lock_targetOf(pnpm, { name, version: version ?? undefined, base: folder })];
    }
    return [];
}
/** What a folder uses that is packed into the store, which its files find there. */
function usedFrom(pnpm, folder, name) {
    const keys = pnpm.byFolder().get(folder) ?? [];
    return keys.flatMap((key) => pnpm_lock_packageOf(pnpm, key)?.edges.find((edge) => edge.name === name)?.targets ?? []);
}
function specifierOf(pnpm, folder, name) {
    const importer = importerOf(pnpm, folder);
    if (importer === undefined)
        return undefined;
    const listed = mapAt(importer, 'specifiers');
    if (listed?.has(name) === true)
        return textAt(listed, name);
    const written = pnpm_lock_askedKeys.map((key) => mapAt(importer, key)?.get(name)).find((item) => item !== undefined);
    return typeof written === 'object' && written !== null ? textAt(written, 'specifier') : undefined;
}
function pnpm_lock_targetOf(pnpm, { name, version, base }) {
    if (version === undefined)
        return { kind: 'whole' };
    if (version.startsWith('link:')) {
        const folder = (0,repository_path/* joinPath */.uJ)(base, version.slice(5));
        return folder === undefined ? { kind: 'whole' } : { kind: 'folder', folder };
    }
    const id = [
        `${name}@${version}`,
        `/${name}@${version}`,
        `/${name}/${version}`,
        version,
        `/${version}`,
    ].find((key) => pnpm.snapshots.has(key));
    if (id === undefined)
        return { kind: 'whole' };
    const folder = packedFolder(pnpm, id);
    return folder === undefined ? { kind: 'package', id } : { kind: 'folder', folder };
}
/** Without the peers that were chosen: `a@1.0.0(b@2.0.0)`. */
function withoutPeers(key) {
    const at = key.indexOf('(');
    return at === -1 ? key : key.slice(0, at);
}
function resolutionOf({ packages }, key) {
    const entry = packages.get(key) ?? packages.get(withoutPeers(key));
    if (typeof entry !== 'object' || entry === null)
        return undefined;
    const written = entry.get('resolution');
    if (typeof written === 'string')
        return written;
    return written === null || written === undefined
        ? undefined
        : [...written].map(([field, value]) => `${field}: ${value}`).join(', ');
}
function packedFolder(pnpm, key) {
    const resolution = key.includes('file:') ? resolutionOf(pnpm, key) : undefined;
    const directory = /\bdirectory: '?([^',}]+)/.exec(resolution ?? '')?.[1];
    return directory === undefined ? undefined : (0,repository_path/* joinPath */.uJ)(pnpm.lock.folder, directory);
}
function pnpm_lock_packageOf(pnpm, key) {
    const snapshot = mapAt(pnpm.snapshots, key);
    const proof = resolutionOf(pnpm, key);
    if (snapshot === undefined || proof === undefined || !pnpm.snapshots.has(key))
        return undefined;
    const edges = [];
    for (const needKey of pnpm_lock_needKeys) {
        const needs = mapAt(snapshot, needKey);
        if (needs === undefined)
            return undefined;
        for (const [name, written] of needs) {
            const version = typeof written === 'string' ? written : undefined;
            edges.push({ name, targets: [pnpm_lock_targetOf(pnpm, { name, version, base: pnpm.lock.folder })] });
        }
    }
    const { name, version } = pnpm_lock_splitKey(key);
    const files = filesOf(pnpm, { name, proof });
    const entry = pnpm.packages.get(withoutPeers(key));
    const isOfPlatforms = typeof entry === 'object' && (entry?.has('os') === true || entry?.has('cpu') === true);
    return { name, version, proof: `${proof} ${key}`, edges, files, isOfPlatforms };
}
function filesOf({ lock, patches }, { name, proof }) {
    const tarball = /\btarball: '?file:([^',}]+)/.exec(proof)?.[1];
    const named = [...patches].filter(([key]) => pnpm_lock_splitKey(key).name === name || key === name);
    const paths = named.map(([, patch]) => typeof patch === 'object' && patch !== null ? textAt(patch, 'path') : '');
    return [tarball, ...paths].flatMap((path) => (0,repository_path/* joinPath */.uJ)(lock.folder, path ?? '') ?? []).filter(lock.isFile);
}
/** `a@1.0.0(b@2.0.0)`, and before version 6 `/a/1.0.0_b@2.0.0`. */
function pnpm_lock_splitKey(key) {
    const plain = withoutPeers(key.startsWith('/') ? key.slice(1) : key);
    const at = plain.indexOf('@', 1);
    const slash = plain.startsWith('@') ? plain.indexOf('/', plain.indexOf('/') + 1) : plain.indexOf('/');
    if (slash !== -1 && (at === -1 || slash < at))
        return { name: plain.slice(0, slash), version: plain.slice(slash + 1).replace(/_.*$/s, '') };
    const { name, range } = splitAt(plain);
    return { name, version: range };
}

// EXTERNAL MODULE: ./src/core/digest.ts
var core_digest = __webpack_require__(3298);
;// CONCATENATED MODULE: ./src/flow/packages/subtrees.ts

/** Beyond, the whole repository counts. */
const mostFolders = 1_000;
const none = [];
/**
 * Packages use each other in circles, so the packages of a circle get their digests together: Tarjan's strongly
 * connected components, without recursion, since chains may be long. Each package is looked at once for a lock file.
 */
function subtreesOf(of) {
    const search = { of, done: new Map(), order: new Map(), lowest: new Map(), open: [], frames: [] };
    return (id) => {
        const known = search.done.get(id);
        if (known !== undefined)
            return known;
        enter(search, id);
        for (let frame = search.frames.at(-1); frame !== undefined; frame = search.frames.at(-1)) {
            const { value: next, done } = frame.next.next();
            if (done === true)
                leave(search, frame);
            else if (!search.order.has(next))
                enter(search, next);
            else if (!search.done.has(next))
                lower(search, frame.id, search.order.get(next) ?? 0);
        }
        return search.done.get(id) ?? { digest: (0,core_digest/* sha256 */.s)(of.line), folders: none };
    };
}
function enter({ of, order, lowest, open, frames }, id) {
    const found = of.graph.get(id);
    lowest.set(id, order.size);
    order.set(id, order.size);
    open.push(id);
    const targets = found?.edges.flatMap((edge) => edge.targets) ?? [];
    const ids = targets.flatMap((target) => (target.kind === 'package' ? [target.id] : []));
    frames.push({ id, found, next: ids[Symbol.iterator]() });
}
function lower({ lowest }, id, to) {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, to));
}
function leave(search, { id }) {
    const { order, lowest, open, frames } = search;
    frames.pop();
    const low = lowest.get(id) ?? 0;
    const above = frames.at(-1);
    if (above !== undefined)
        lower(search, above.id, low);
    if (low !== order.get(id))
        return;
    finish(search, open.splice(open.lastIndexOf(id)));
}
function finish({ of, done }, circle) {
    const members = new Map(circle.map((id) => [id, of.graph.get(id)]));
    const folders = new Set();
    const texts = circle.map((id) => {
        const found = members.get(id);
        if (found === undefined)
            return of.line;
        const edges = found.edges.map(({ name, targets }) => `${name}=${targets.map(nameOf).join(',')}`);
        return [ownText(found, of), ...edges].join('\n');
    });
    const together = (0,core_digest/* sha256 */.s)([...texts].sort().join('\n\n'));
    const shared = folders.size > mostFolders ? [''] : folders.size === 0 ? none : [...folders].sort();
    circle.forEach((id, index) => {
        const digest = circle.length === 1 ? together : (0,core_digest/* sha256 */.s)(`${texts[index]}\n\n${together}`);
        done.set(id, { digest, folders: shared });
    });
    function nameOf(target) {
        if (target.kind === 'whole')
            return of.line;
        if (target.kind === 'folder') {
            folders.add(target.folder);
            return `folder ${target.folder}`;
        }
        const member = members.get(target.id);
        if (member !== undefined)
            return ownText(member, of);
        const subtree = done.get(target.id);
        for (const folder of subtree?.folders ?? none)
            folders.add(folder);
        return subtree?.digest ?? of.line;
    }
}
/** Stands for the package alone, with what of the repository it is made of. */
function ownText({ name, version, proof, files }, { blobOf, patchesOf }) {
    const brought = [...files, ...patchesOf(name)].map((path) => `${path} ${blobOf(path)}`);
    return [`${name}@${version} ${proof}`, ...brought].join(' ');
}

;// CONCATENATED MODULE: ./src/flow/packages/yarn-lock-1.ts



/** Bounds the memory; real lock files have some thousands. */
const mostPatterns = 100_000;
/** `yarn.lock` of Yarn 1. It names no peers: which package answers one is known only from the build. */
function readYarnLock1(lock) {
    const blocks = blocksOf(lock.text);
    if (blocks === undefined)
        return undefined;
    const byName = once(() => groupBy(blocks.byId.keys(), (id) => splitAt(id).name));
    const target = (id) => yarn_lock_1_targetOf(blocks.byId.get(id), id, lock);
    const allOf = (name) => anyOf(byName().get(name) ?? [], target);
    const resolve = (name, range) => {
        const id = blocks.byPattern.get(`${name}@${range}`);
        return id === undefined || lock.isOverridden(name) ? allOf(name) : [target(id)];
    };
    const known = new Map();
    return {
        find(folder, name) {
            if (!(0,repository_path/* isUnder */.Jo)(lock.folder, `${folder}/`))
                return [];
            const [range] = lock.declared(folder, name);
            return range === undefined ? allOf(name) : resolve(name, range);
        },
        get(id) {
            if (!known.has(id))
                known.set(id, yarn_lock_1_packageOf(blocks.byId.get(id), lock, resolve));
            return known.get(id);
        },
        agrees: (_, name, range) => lock.isOverridden(name) || !byName().has(name) || blocks.byPattern.has(`${name}@${range}`),
    };
}
function blocksOf(text) {
    const blocks = { byId: new Map(), byPattern: new Map() };
    const reading = { blocks, current: undefined, isInNeeds: false };
    for (const line of text.split(/\r?\n/)) {
        if (line !== '' && !line.startsWith('#') && !yarn_lock_1_readLine(reading, line))
            return undefined;
    }
    return blocks;
}
/** False for a line that is none of the kind. */
function yarn_lock_1_readLine(reading, line) {
    const indent = line.search(/[^ ]/);
    const content = line.slice(indent);
    if (indent === 0) {
        reading.current = openBlock(reading.blocks, content);
        reading.isInNeeds = false;
        return reading.current !== undefined;
    }
    const { current, isInNeeds } = reading;
    if (current === undefined)
        return false;
    if (indent === 4)
        return addField(isInNeeds ? current.needs : undefined, content);
    if (indent !== 2)
        return false;
    if (!content.endsWith(':'))
        return addField(current.fields, content);
    reading.isInNeeds = content === 'dependencies:' || content === 'optionalDependencies:';
    return true;
}
/** `ms@2.0.0, "ms@^2.1.0 || 3":` */
function openBlock(blocks, content) {
    if (!content.endsWith(':'))
        return undefined;
    const patterns = wordsOf(content.slice(0, -1), ', ');
    const [id] = patterns ?? [];
    if (patterns === undefined || id === undefined || blocks.byPattern.size + patterns.length > mostPatterns)
        return undefined;
    const block = { patterns, fields: new Map(), needs: new Map() };
    for (const pattern of patterns) {
        if (blocks.byPattern.has(pattern))
            return undefined;
        blocks.byPattern.set(pattern, id);
    }
    blocks.byId.set(id, block);
    return block;
}
/** `version "1.0.0"`; false for what is no such line, or is there twice. */
function addField(fields, content) {
    const [key, value, ...more] = wordsOf(content, ' ') ?? [];
    if (key === undefined || value === undefined || more.length > 0)
        return false;
    if (fields?.has(key) === true)
        return false;
    fields?.set(key, value);
    return true;
}
/** Words, in quotes as JSON has them where they need them. */
function wordsOf(text, separator) {
    const words = [];
    const pattern = /("(?:[^"\\]|\\.)*"|[^",\s]+)(, | |$)/y;
    for (let at = 0; at < text.length; at = pattern.lastIndex) {
        pattern.lastIndex = at;
        const [, word, end] = pattern.exec(text) ?? [];
        if (word === undefined || (end !== separator && end !== ''))
            return undefined;
        const read = word.startsWith('"') ? quoted(word) : word;
        if (read === undefined)
            return undefined;
        words.push(read);
    }
    return words;
}
function quoted(text) {
    try {
        return String(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
/** A path of the repository that the block was made of. Of folders nothing is fetched, so only a pattern names them. */
function localOf({ patterns, fields }) {
    const resolved = fields.get('resolved');
    const places = resolved === undefined ? patterns.map((pattern) => splitAt(pattern).range) : [resolved];
    return places.flatMap((place) => /^(?:(?:file|link|portal):|(?=\.{1,2}\/))([^#]*)/.exec(place)?.[1] ?? [])[0];
}
function yarn_lock_1_targetOf(block, id, { folder, isFile }) {
    const path = block === undefined ? undefined : localOf(block);
    if (path === undefined)
        return { kind: 'package', id };
    const joined = (0,repository_path/* joinPath */.uJ)(folder, path);
    if (joined === undefined)
        return { kind: 'whole' };
    return isFile(joined) ? { kind: 'package', id } : { kind: 'folder', folder: joined };
}
function yarn_lock_1_packageOf(block, lock, resolve) {
    if (block === undefined)
        return undefined;
    const path = (0,repository_path/* joinPath */.uJ)(lock.folder, localOf(block) ?? '');
    const resolved = block.fields.get('resolved') ?? '';
    return {
        name: splitAt(block.patterns[0] ?? '').name,
        version: block.fields.get('version') ?? '',
        proof: `${block.fields.get('integrity') ?? ''} ${resolved.replace(/^https?:\/\/[^/]+/, '')}`,
        edges: [...block.needs].map(([name, range]) => ({ name, targets: resolve(name, range) })),
        files: path !== undefined && lock.isFile(path) ? [path] : [],
    };
}

;// CONCATENATED MODULE: ./src/flow/packages/yarn-lock-berry.ts




const ambiguous = '';
/** `yarn.lock` of Yarn 2 and newer. */
function readYarnLockBerry(lock) {
    const root = readIndentedMaps(lock.text);
    if (root === undefined)
        return undefined;
    const blocks = new Map();
    const byDescriptor = new Map();
    for (const [key, block] of root) {
        if (key === '__metadata')
            continue;
        const resolution = typeof block === 'object' && block !== null ? textAt(block, 'resolution') : undefined;
        if (resolution === undefined || blocks.has(resolution))
            return undefined;
        blocks.set(resolution, block);
        if (!describe(byDescriptor, key, resolution))
            return undefined;
    }
    return yarn_lock_berry_graphOf({
        lock,
        blocks,
        byDescriptor,
        byName: once(() => groupBy(blocks.keys(), (id) => splitAt(id).name)),
        mended: once(() => groupBy(blocks.keys(), (id) => (/@patch:[^#]*#.*builtin</.test(id) ? splitAt(id).name : undefined))),
        byFolder: once(() => groupBy(blocks.keys(), (id) => yarn_lock_berry_localFolder(lock, id))),
    });
}
/** `"ms@npm:2.0.0, ms@npm:^2.0.0":`; false if one of them stands for something else already. */
function describe(byDescriptor, key, resolution) {
    for (const descriptor of key.split(', ')) {
        const known = byDescriptor.get(descriptor);
        if (known !== undefined && known !== ambiguous)
            return false;
        byDescriptor.set(descriptor, resolution);
        // The rest is who asks: `lib@file:../lib::locator=…`.
        const unbound = descriptor.replace(/::.*$/s, '');
        if (unbound === descriptor)
            continue;
        byDescriptor.set(unbound, (byDescriptor.get(unbound) ?? resolution) === resolution ? resolution : ambiguous);
    }
    return true;
}
function yarn_lock_berry_graphOf(berry) {
    const known = new Map();
    return {
        find(folder, name) {
            if (!(0,repository_path/* isUnder */.Jo)(berry.lock.folder, `${folder}/`))
                return [];
            const range = rangeFrom(berry, folder, name) ?? berry.lock.declared(folder, name)[0];
            return range === undefined ? allOf(berry, name) : resolve(berry, name, range);
        },
        get(id) {
            if (!known.has(id))
                known.set(id, yarn_lock_berry_packageOf(berry, id));
            return known.get(id);
        },
        agrees(folder, name, range) {
            const recorded = recordedRange(berry, folder, name);
            return recorded === undefined || recorded.replace(/^npm:/, '') === range.replace(/^npm:/, '');
        },
    };
}
/** What the nearest folder that the lock file knows, and that asks for the name, asks for. */
function rangeFrom(berry, folder, name) {
    for (const above of (0,repository_path/* foldersUp */.TS)(folder)) {
        const range = recordedRange(berry, above, name);
        if (range !== undefined)
            return range;
    }
    return undefined;
}
function recordedRange({ byFolder, blocks }, folder, name) {
    for (const id of byFolder().get(folder) ?? []) {
        const needs = mapAt(blocks.get(id) ?? new Map(), 'dependencies');
        const range = needs === undefined ? undefined : textAt(needs, name);
        if (range !== undefined)
            return range;
    }
    return undefined;
}
function allOf(berry, name) {
    return anyOf(berry.byName().get(name) ?? [], (id) => yarn_lock_berry_targetOf(berry.lock, id));
}
/** Catalogs, and `resolutions` of the root, put another range in the place of the one that is written. */
function resolve(berry, name, range) {
    const id = [`${name}@${range}`, `${name}@npm:${range}`]
        .map((descriptor) => berry.byDescriptor.get(descriptor))
        .find((found) => found !== undefined);
    if (id === undefined || id === ambiguous || berry.lock.isOverridden(name))
        return allOf(berry, name);
    // Yarn mends some packages by itself, whatever asks for them.
    const mended = berry.mended().get(name) ?? [];
    return anyOf([...new Set([id, ...mended])], (found) => yarn_lock_berry_targetOf(berry.lock, found));
}
/** `./lib` of `lib@portal:./lib::locator=app%40workspace%3Apackages%2Fapp`, from the root of the repository. */
function localPath(lock, id) {
    const { range } = splitAt(id);
    const workspace = /^workspace:([^:]*)/.exec(range)?.[1];
    if (workspace !== undefined)
        return (0,repository_path/* joinPath */.uJ)(lock.folder, workspace);
    const path = /^(?:portal|link|file):(.*?)(?:#|::|$)/s.exec(range)?.[1];
    return path === undefined ? undefined : fromLocator(lock, id, path);
}
function fromLocator(lock, id, path) {
    if (path.startsWith('~/'))
        return (0,repository_path/* joinPath */.uJ)(lock.folder, path.slice(2));
    const locator = decoded(/[:&]locator=([^&]*)/.exec(id)?.[1] ?? '');
    const asking = /@workspace:([^:]*)/.exec(locator)?.[1] ?? '';
    return (0,repository_path/* joinPath */.uJ)((0,repository_path/* joinPath */.uJ)(lock.folder, asking) ?? '', path);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
function yarn_lock_berry_localFolder(lock, id) {
    const path = localPath(lock, id);
    return path === undefined || lock.isFile(path) ? undefined : path;
}
function yarn_lock_berry_targetOf(lock, id) {
    const folder = yarn_lock_berry_localFolder(lock, id);
    return folder === undefined ? { kind: 'package', id } : { kind: 'folder', folder };
}
function yarn_lock_berry_packageOf(berry, id) {
    const block = berry.blocks.get(id);
    const needs = block === undefined ? undefined : mapAt(block, 'dependencies');
    const peers = block === undefined ? undefined : mapAt(block, 'peerDependencies');
    if (block === undefined || needs === undefined || peers === undefined)
        return undefined;
    const edges = [...needs].map(([name, range]) => ({
        name,
        targets: typeof range === 'string' ? resolve(berry, name, range) : whole,
    }));
    // Who answers a peer depends on who asks.
    for (const name of peers.keys())
        edges.push({ name, targets: allOf(berry, name) });
    const patch = patchOf(berry, id);
    if (patch !== undefined)
        edges.push({ name: 'patched', targets: patch.targets });
    const tarball = localPath(berry.lock, id);
    const files = [...(patch?.files ?? []), ...(tarball === undefined ? [] : [tarball])];
    return {
        name: splitAt(id).name,
        version: textAt(block, 'version') ?? '',
        proof: `${textAt(block, 'checksum') ?? ''} ${id}`,
        edges,
        files: files.filter(berry.lock.isFile),
        isOfPlatforms: block.has('conditions'),
    };
}
/** `ms@patch:ms@npm%3A2.0.0#~/.yarn/patches/ms.patch::version=2.0.0&hash=…` */
function patchOf({ lock, byDescriptor }, id) {
    const [, source, paths] = /@patch:([^#]*)#(.*?)(?:::|$)/s.exec(id) ?? [];
    if (source === undefined || paths === undefined)
        return undefined;
    const inner = byDescriptor.get(decoded(source));
    const files = paths
        .split('&')
        .map((path) => path.replace(/^(?:[a-z]+)!/, ''))
        .flatMap((path) => (path.includes('builtin<') ? [] : (fromLocator(lock, id, decoded(path)) ?? [])));
    return { targets: inner === undefined || inner === ambiguous ? whole : [yarn_lock_berry_targetOf(lock, inner)], files };
}

;// CONCATENATED MODULE: ./src/flow/packages/lock.ts










/** Ten times the largest that were found in public repositories. Above, the whole file counts. */
const limitBytes = 32 * 1024 * 1024;
/** The lock files of a folder. They are read at once, and looked through when something is asked. */
async function locksAt(folder, sources) {
    const paths = lock_names/* nodeLocks */.v
        .map((name) => (0,repository_path/* joinPath */.uJ)(folder, name) ?? name)
        .filter((path) => sources.blobOf(path) !== undefined);
    if (paths.length === 0)
        return [];
    const contents = await sources.source.read(paths, limitBytes);
    return paths.map((path, index) => {
        const content = contents[index];
        const line = `${path} ${sources.blobOf(path)}`;
        const read = readers[path.slice(path.lastIndexOf('/') + 1)];
        if (content === undefined || content === 'too-large' || read === undefined)
            return { path, line, parts: () => undefined };
        const parts = once(() => partsOf(read, textOf(content, folder, sources), { line, sources }));
        return { path, line, parts };
    });
}
const readers = {
    'package-lock.json': readNpmLock,
    'npm-shrinkwrap.json': readNpmLock,
    'pnpm-lock.yaml': readPnpmLock,
    'yarn.lock': (lock) => (/^__metadata:/m.test(lock.text) ? readYarnLockBerry(lock) : readYarnLock1(lock)),
    'bun.lock': readBunLock,
};
function partsOf(read, lock, { line, sources }) {
    const graph = read(lock);
    if (graph === undefined)
        return undefined;
    const { blobOf, patchesOf } = sources;
    const of = { graph, line, blobOf, patchesOf };
    return { graph, subtrees: subtreesOf(of), textOf: (locked) => ownText(locked, of) };
}
function textOf(content, folder, { blobOf, own }) {
    const overridden = once(() => {
        const resolutions = own.at(folder)?.content['resolutions'];
        return namesIn((0,read_json/* isObject */.Gv)(resolutions) ? Object.keys(resolutions) : []);
    });
    return {
        text: new TextDecoder().decode(content),
        folder,
        isFile: (path) => blobOf(path) !== undefined,
        declared: (from, name) => own.declarations(from, name).map(({ range }) => range),
        isOverridden: (name) => overridden().has(name),
    };
}

;// CONCATENATED MODULE: ./src/flow/packages/own-packages.ts


const dependencyKeys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
/** Packages in the repository itself: their names, what they export, and what they depend on. */
async function ownPackages(source, files) {
    const paths = [...files].filter((path) => path === 'package.json' || path.endsWith('/package.json'));
    const own = paths.filter((path) => !path.includes('node_modules/'));
    const contents = await (0,read_json/* readJsonObjects */.lm)(source, own);
    const byFolder = new Map();
    own.forEach((path, index) => {
        const content = contents[index];
        const folder = (0,repository_path/* folderOf */.yS)(path);
        if (content !== undefined)
            byFolder.set(folder, { folder, content });
    });
    const byName = groupByName(byFolder.values());
    return {
        nearest(folder) {
            for (let current = folder;; current = (0,repository_path/* folderOf */.yS)(current)) {
                const found = byFolder.get(current);
                if (found !== undefined || current === '')
                    return found;
            }
        },
        at: (folder) => byFolder.get(folder),
        named: (name) => byName.get(name) ?? [],
        declarations: (folder, name) => (0,repository_path/* foldersUp */.TS)(folder).flatMap((above) => {
            const range = rangeIn(byFolder.get(above)?.content, name);
            return range === undefined ? [] : [{ folder: above, range }];
        }),
    };
}
function groupByName(packages) {
    const byName = new Map();
    for (const found of packages) {
        const name = (0,read_json/* stringOf */.Je)(found.content['name']);
        if (name === undefined)
            continue;
        const same = byName.get(name);
        if (same === undefined)
            byName.set(name, [found]);
        else
            same.push(found);
    }
    return byName;
}
function rangeIn(content, name) {
    for (const key of dependencyKeys) {
        const written = content?.[key];
        const range = (0,read_json/* isObject */.Gv)(written) && Object.hasOwn(written, name) ? (0,read_json/* stringOf */.Je)(written[name]) : undefined;
        if (range !== undefined)
            return range;
    }
    return undefined;
}
/** `file:../lib`, `link:lib`, `portal:lib` or a plain path → where it leads; undefined for anything else. */
function own_packages_localPath({ folder, range }) {
    const written = /^(?:(?:file|link|portal):|(?=\.{1,2}\/))(.*)$/s.exec(range)?.[1];
    return written === undefined ? undefined : (0,repository_path/* joinPath */.uJ)(folder, written);
}

;// CONCATENATED MODULE: ./src/flow/packages/patch-files.ts
/**
 * Patches of packages that no lock file need name: patch-package applies every file of its folder by its name. The
 * others name their patches too, and give them names of the same kind: `@babel+core+7.0.0.patch` (patch-package),
 * `@babel__core@7.0.0.patch` (pnpm), `@babel%2Fcore@7.0.0.patch` (bun), `@babel-core-npm-7.0.0-1a2b.patch` (Yarn).
 */
function patchesByPackage(paths) {
    const byStem = new Map();
    for (const path of paths) {
        if (!path.endsWith('.patch') && !path.endsWith('.diff'))
            continue;
        for (const stem of stemsOf(path.slice(path.lastIndexOf('/') + 1))) {
            const same = byStem.get(stem);
            if (same === undefined)
                byStem.set(stem, [path]);
            else
                same.push(path);
        }
    }
    if (byStem.size === 0)
        return () => [];
    return (name) => {
        const written = [name, ...['+', '__', '%2F', '-'].map((separator) => name.replace('/', separator))];
        return [...new Set(written.flatMap((stem) => byStem.get(stem) ?? []))].sort();
    };
}
/** What may be a package's name at the beginning: all up to a `+`, `@` or `-npm-`. `a++b+1.0.0` is of the `b` in `a`. */
function stemsOf(file) {
    const own = file.slice(file.lastIndexOf('++') === -1 ? 0 : file.lastIndexOf('++') + 2).slice(0, 250);
    return Array.from(own.matchAll(/\+|(?!^)@|-npm-/g), ({ index }) => own.slice(0, index));
}

;// CONCATENATED MODULE: ./src/flow/packages/used-packages.ts
/** Everything that is reached from the roots, by the shortest ways, which explain best. */
function usedPackages(roots) {
    const seen = new Map();
    const queue = [];
    const add = (lock, target, by) => {
        if (target.kind !== 'package')
            return;
        const known = seen.get(lock) ?? new Set();
        seen.set(lock, known);
        if (known.has(target.id))
            return;
        known.add(target.id);
        queue.push({ lock, id: target.id, by });
    };
    const found = [];
    const wholes = new Map();
    for (const { file, lock, target } of roots) {
        add(lock, target, { file });
        if (target.kind === 'whole')
            wholes.set(lock, wholeLock(lock, { file }));
    }
    for (let at = 0; at < queue.length; at += 1) {
        const { lock, id, by } = queue[at];
        const locked = lock.parts()?.graph.get(id);
        if (locked === undefined)
            continue;
        const { name, version, edges, isOfPlatforms } = locked;
        const proof = lock.parts()?.textOf(locked) ?? '';
        const targets = edges.flatMap((edge) => edge.targets);
        for (const target of targets)
            add(lock, target, { name, version });
        if (targets.some(({ kind }) => kind === 'whole'))
            wholes.set(lock, wholeLock(lock, { name, version }));
        const uses = new Set(targets.map((target) => labelOf(lock, target)));
        const platforms = isOfPlatforms === true ? { isOfPlatforms } : {};
        found.push({ name, version, proof, by, uses: [...uses].sort(), ...platforms });
    }
    return [...found, ...wholes.values()];
}
function wholeLock({ path, line }, by) {
    return { name: path, version: '', proof: line, by, uses: [] };
}
function labelOf(lock, target) {
    if (target.kind === 'folder')
        return target.folder;
    const found = target.kind === 'package' ? lock.parts()?.graph.get(target.id) : undefined;
    return found === undefined ? lock.path : label(found);
}
function label({ name, version }) {
    return `${name}@${version}`;
}

;// CONCATENATED MODULE: ./src/flow/packages/packages.ts






/** Own packages and those of other people. Nothing is read but what is committed: no `node_modules`. */
async function repositoryPackages(source, blobs) {
    const files = new Set(blobs.keys());
    const own = await ownPackages(source, files);
    const sources = {
        source,
        blobOf: (path) => blobs.get(path),
        own,
        patchesOf: patchesByPackage(files),
    };
    const locks = new Map();
    const known = new Map();
    const lines = new Map();
    const lookUp = (folder, name) => {
        const key = `${folder}\0${name}`;
        const found = known.get(key) ?? knownOf(folder, name, { sources, locks });
        known.set(key, found);
        return found;
    };
    return {
        async prepare(folders) {
            for (const folder of new Set([...folders].flatMap(repository_path/* foldersUp */.TS)))
                if (!locks.has(folder))
                    locks.set(folder, await locksAt(folder, sources));
        },
        nearest: own.nearest,
        provide: (folder, name) => lookUp(folder, name).provided,
        locked(uses) {
            const key = uses
                .map(({ importer, name, isCertain }) => `${(0,repository_path/* folderOf */.yS)(importer)}\0${name}\0${isCertain}`)
                .sort()
                .join('\n');
            const found = lines.get(key) ?? lockedOf(uses, lookUp);
            lines.set(key, found);
            return found;
        },
        used: (uses) => usedPackages(uses.flatMap(({ importer, name }) => lookUp((0,repository_path/* folderOf */.yS)(importer), name).answers.map((answer) => ({ file: importer, ...answer })))),
    };
}
/** The same as `used`, of any commit, by reading no more than these uses fall under. */
async function usedPackagesAt(source, blobs, uses) {
    const folders = new Set(uses.map(({ importer }) => (0,repository_path/* folderOf */.yS)(importer)));
    const above = new Set([...folders].flatMap(repository_path/* foldersUp */.TS));
    const near = [...blobs].filter(([path]) => !path.endsWith('package.json') || above.has((0,repository_path/* folderOf */.yS)(path)));
    const packages = await repositoryPackages(source, new Map(near));
    await packages.prepare(folders);
    return packages.used(uses);
}
/** Every lock file upwards that knows the name counts: which of them the image is built from is not known here. */
function knownOf(folder, name, { sources, locks }) {
    const { own } = sources;
    const declared = own.declarations(folder, name);
    const answers = (0,repository_path/* foldersUp */.TS)(folder).flatMap((above) => (locks.get(above) ?? []).flatMap((lock) => answersOf(lock, folder, name)));
    const folders = new Set(answers.flatMap(({ target }) => (target.kind === 'folder' ? [target.folder] : [])));
    for (const declaration of declared) {
        const path = own_packages_localPath(declaration);
        if (path !== undefined && sources.blobOf(path) === undefined)
            folders.add(path);
    }
    const isExact = answers.some(({ target }) => target.kind !== 'whole') || folders.size > 0;
    const isAsked = declared.some(({ range }) => range.startsWith('workspace:'));
    const named = !isExact || isAsked ? own.named(name) : [];
    const found = [...folders].map((path) => own.at(path) ?? { folder: path, content: {} });
    const all = [...new Map([...found, ...named].map((item) => [item.folder, item])).values()];
    const isLinked = folders.size > 0 || isAsked;
    const isMeant = all.length > 0 && (isLinked || declared.length === 0);
    const isForeign = !isMeant || answers.some(({ target }) => target.kind !== 'folder');
    return { declared, answers, provided: { own: all, behind: behind(answers), isLinked, isForeign } };
}
function answersOf(lock, folder, name) {
    const parts = lock.parts();
    const targets = parts === undefined ? [{ kind: 'whole' }] : parts.graph.find(folder, name);
    return targets.map((target) => ({ lock, target }));
}
function behind(answers) {
    const folders = answers.flatMap(({ lock, target }) => target.kind === 'package' ? (lock.parts()?.subtrees(target.id).folders ?? []) : []);
    return [...new Set(folders)];
}
function lockedOf(uses, lookUp) {
    const lines = new Set();
    const warnings = [];
    for (const use of uses) {
        const folder = (0,repository_path/* folderOf */.yS)(use.importer);
        const known = lookUp(folder, use.name);
        for (const { lock, target } of known.answers)
            lines.add(lineOf(`${folder} ${use.name}`, lock, target));
        const stale = known.answers.length === 0 ? undefined : staleLock(use.name, known);
        if (known.answers.length > 0 && stale === undefined)
            continue;
        const [declaration] = known.declared;
        // Nothing is known of it, and it may be no import at all: there is nothing that could change.
        if (!use.isCertain && declaration === undefined && stale === undefined)
            continue;
        lines.add([folder, use.name, 'asked', ...known.declared.map(({ range }) => range)].join(' '));
        if (stale !== undefined && declaration !== undefined)
            warnings.push(staleWarning(use.name, declaration, stale));
        else if (use.isCertain && !isLikelyOwn(known))
            warnings.push(unlockedWarning(use));
    }
    return { packages: [...lines].sort(), warnings };
}
/** Yarn 1 lists no workspaces, and asks for them by their versions. */
function isLikelyOwn({ provided, declared }) {
    return provided.own.length > 0 && declared.length > 0;
}
/** The folder is part of it: two folders may find two versions, and swap them. */
function lineOf(use, lock, target) {
    const parts = target.kind === 'package' ? lock.parts() : undefined;
    if (target.kind === 'folder')
        return `${use} folder ${target.folder}`;
    if (target.kind === 'whole' || parts === undefined)
        return lock.line;
    const found = parts.graph.get(target.id);
    const label = found === undefined ? '' : `${found.name}@${found.version}`;
    return `${use} ${label} ${parts.subtrees(target.id).digest}`;
}
/** The lock file that was not made for what the nearest `package.json` asks for. */
function staleLock(name, { declared, answers }) {
    const [nearest] = declared;
    if (nearest === undefined)
        return undefined;
    const found = answers.find(({ lock }) => lock.parts()?.graph.agrees(nearest.folder, name, nearest.range) === false);
    return found?.lock;
}
function staleWarning(name, { folder, range }, { path }) {
    return {
        code: 'W_LOCK_STALE',
        place: { file: (0,repository_path/* joinPath */.uJ)(folder, 'package.json') ?? 'package.json' },
        message: `It asks for ${(0,quote/* quote */.h)(range)} of the package ${(0,quote/* quote */.h)(name)}, and ${(0,quote/* quote */.h)(path)} was not made for that.`,
        fix: 'Install again, and commit the lock file; or delete it, if another one is in use.',
    };
}
function unlockedWarning({ importer, name }) {
    return {
        code: 'W_PACKAGE_UNLOCKED',
        place: { file: (0,repository_path/* folderOf */.yS)(importer) === '' ? 'package.json' : (0,repository_path/* folderOf */.yS)(importer) },
        message: `No lock file lists the package ${(0,quote/* quote */.h)(name)} that is imported here: only what package.json asks for counts.`,
        fix: 'Add it with `npm install`, and commit the lock file.',
    };
}


/***/ }),

/***/ 9566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Je: () => (/* binding */ stringOf),
/* harmony export */   lm: () => (/* binding */ readJsonObjects)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9796);
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(jsonc_parser__WEBPACK_IMPORTED_MODULE_0__);

/** Configuration files are small; a larger one is not what its name says. */
const limitBytes = 1024 * 1024;
/** Objects of JSON files, comments allowed; `undefined` for one that is absent, too large or no object. */
async function readJsonObjects(source, paths) {
    const contents = await source.read(paths, limitBytes);
    return contents.map((content) => (content === 'too-large' ? undefined : objectOf(content)));
}
function objectOf(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (deepest(text) > deepestNesting)
        return undefined;
    const value = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, [], { allowTrailingComma: true });
    return isObject(value) ? value : undefined;
}
const deepestNesting = 200;
/** The parser recurses: what is nested deeper than any real file is not given to it. Brackets in strings only overcount. */
function deepest(text) {
    let depth = 0;
    let most = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth += bracket === '[' || bracket === '{' ? 1 : -1;
        if (depth > most)
            most = depth;
    }
    return most;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function stringOf(value) {
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 4131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ isUnder),
/* harmony export */   TS: () => (/* binding */ foldersUp),
/* harmony export */   uJ: () => (/* binding */ joinPath),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/** Paths of the repository: relative to its root, with `/`, without `.` or `..`. */
function folderOf(path) {
    const end = path.lastIndexOf('/');
    return end === -1 ? '' : path.slice(0, end);
}
/** Joins and tidies; undefined if it leads out of the repository. */
function joinPath(folder, relative) {
    const segments = folder === '' ? [] : folder.split('/');
    for (const segment of relative.split('/')) {
        if (segment === '' || segment === '.')
            continue;
        if (segment !== '..')
            segments.push(segment);
        else if (segments.pop() === undefined)
            return undefined;
    }
    return segments.join('/');
}
/** The folder and every one above it, the root (`''`) last. */
function foldersUp(folder) {
    const folders = [folder];
    let current = folder;
    while (current !== '') {
        current = folderOf(current);
        folders.push(current);
    }
    return folders;
}
function isUnder(folder, path) {
    return folder === '' || path.startsWith(`${folder}/`);
}


/***/ })

};
