export const id = 3018;
export const ids = [3018,1896];
export const modules = {

/***/ 3018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performInit: () => (/* binding */ performInit)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
var external_node_path_default = /*#__PURE__*/__webpack_require__.n(external_node_path_);
// EXTERNAL MODULE: ./src/adapters/git/repository.ts
var repository = __webpack_require__(7854);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
// EXTERNAL MODULE: ./src/flow/project.ts + 3 modules
var project = __webpack_require__(3207);
// EXTERNAL MODULE: ./src/doors/setup/templates.ts
var templates = __webpack_require__(9109);
;// CONCATENATED MODULE: ./src/doors/setup/workflows.ts

/** The workflows of a repository of flows, as `init` writes them. */
const workflowNames = ['plan', 'deploy', 'tick', 'run', 'control', 'setup', 'teardown'];
/** In Headgate's own repository the action and its user are one, and its pages are at hand. */
async function workflowFor(name, { action, branch }) {
    const [repository, commit] = action.split('@');
    return (await (0,templates/* packageFile */.nR)(`.github/workflows/${name}.yml`))
        .replaceAll('uses: ./\n', `uses: ${action}\n`)
        .replaceAll('uses: ./infrastructure\n', `uses: ${repository}/infrastructure@${commit}\n`)
        .replaceAll('docs/adopt.md', `https://github.com/${repository}/blob/${commit}/docs/adopt.md`)
        .replaceAll('branches: [main]\n', `branches: [${branch}]\n`);
}

;// CONCATENATED MODULE: ./src/doors/cli/init-authoring.ts

/** What helps whoever writes flows: a hook, completion in manifests, one way of formatting. */
async function authoringFiles() {
    const settings = await (0,templates/* packageFile */.nR)('.vscode/settings.json');
    return [
        ['.githooks/pre-commit', await (0,templates/* packageFile */.nR)('.githooks/pre-commit')],
        ['.vscode/settings.json', settings.replaceAll('"./schema/', '"./node_modules/headgate/schema/')],
        ['.vscode/extensions.json', await (0,templates/* packageFile */.nR)('.vscode/extensions.json')],
        ['biome.json', formatting],
    ];
}
/** As new flows are written. YAML stays as it is: what newer releases of Biome make of it differs from the workflows. */
const formatting = `{
  "$schema": "./node_modules/@biomejs/biome/configuration_schema.json",
  "vcs": { "enabled": true, "clientKind": "git", "useIgnoreFile": true },
  "files": { "includes": ["**", "!**/*.yml", "!**/*.yaml"] },
  "formatter": { "indentStyle": "space", "indentWidth": 2, "lineWidth": 110 },
  "javascript": { "formatter": { "quoteStyle": "single" } }
}
`;

// EXTERNAL MODULE: ./src/doors/cli/new.ts + 3 modules
var cli_new = __webpack_require__(1896);
;// CONCATENATED MODULE: ./src/doors/cli/init.ts









const firstFlow = 'hello-world';
/** Makes a repository one of Headgate's: configuration, image, workflows, a first flow. Replaces nothing that is there. */
async function performInit(options, { action, language }) {
    const cwd = external_node_path_default().resolve(options.cwd ?? '.');
    const root = await (0,repository/* topLevelOf */.Xe)(cwd);
    const pinned = action ?? (await lockedAction(root));
    if (pinned === undefined)
        throw new problem/* InputError */.dz([unknownAction]);
    const written = [];
    const files = await filesFor(root, pinned);
    const problems = await placeProblems(root, [...files.map(([file]) => file), `flows/${firstFlow}/flow.yml`]);
    if (problems.length > 0)
        throw new problem/* InputError */.dz(problems);
    for (const [file, text] of files)
        written.push(await write(root, file, text));
    written.push(await writeFirstFlow(root, language));
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: { verb: 'init', root, action: pinned, files: written.map((entry) => ({ ...entry })) },
        text: `${[...written.map(lineOf), '', ...(await advice(root, written))].join('\n')}\n`,
    };
}
function lineOf({ file, isNew }) {
    return `  ${file}${isNew ? '' : ' (was there, and stays as it is)'}`;
}
async function advice(root, written) {
    const ignored = await (0,promises_.readFile)(external_node_path_default().join(root, '.gitignore'), 'utf8');
    const toIgnore = /^\/?\.headgate\/?\s*$/m.test(ignored)
        ? []
        : ['Add the line .headgate/ to .gitignore: what runs leave on this machine is kept there.'];
    if (written.every(({ isNew }) => !isNew))
        return [...toIgnore, 'Everything was there: nothing is new.'];
    return [
        ...toIgnore,
        'Commit them. Then',
        '  npx headgate plan                        shows what a deploy would change,',
        '  npx headgate start                       deploys the flows on this machine, and runs each once,',
        '  npx headgate setup --region us-east-1    shows what it takes in AWS; use your region.',
        '',
        'For each clone, and for the repository, if you like:',
        '  git config core.hooksPath .githooks      looks at manifests and code before they are committed,',
        '  npm install --save-dev @biomejs/biome    formats and lints them: npx biome check --write',
    ];
}
/** Only where there is no flow yet: a repository that has some needs no greeting. */
async function writeFirstFlow(root, language) {
    const entries = await (0,promises_.readdir)(external_node_path_default().join(root, 'flows'), { withFileTypes: true }).catch(() => []);
    if (entries.some((entry) => entry.isDirectory()))
        return { file: 'flows/', isNew: false };
    await (0,cli_new.performNew)({ cwd: root }, { flow: firstFlow, language });
    return { file: `flows/${firstFlow}/`, isNew: true };
}
async function filesFor(root, action) {
    const { name } = (0,project/* localProject */.J)(external_node_path_default().basename(root));
    const branch = await (0,repository/* mainBranchOf */.Fk)(root);
    const shipped = await Promise.all(workflowNames.map(async (workflow) => [`.github/workflows/${workflow}.yml`, await workflowFor(workflow, { action, branch })]));
    return [
        [
            'headgate.yml',
            `# Without \`aws\` the flows run on the machine that starts them; \`npx headgate setup\` adds it.\nproject: ${name}\n`,
        ],
        ['Dockerfile', await (0,templates/* packageFile */.nR)('Dockerfile')],
        ['.dockerignore', await (0,templates/* packageFile */.nR)('.dockerignore')],
        ['.gitignore', 'node_modules/\n.headgate/\n.env\n'],
        ['.github/dependabot.yml', dependabot],
        ...shipped,
        ...(await authoringFiles()),
    ];
}
/** What stands where a file should be: nothing is written through a link to somewhere else, nor half of it. */
async function placeProblems(root, files) {
    const faults = new Map();
    const top = await (0,promises_.realpath)(root);
    for (const file of files) {
        const names = file.split('/');
        for (let depth = 1; depth <= names.length; depth += 1) {
            const path = names.slice(0, depth).join('/');
            const fault = await faultAt((0,external_node_path_.join)(root, path), { top, isFolder: depth < names.length });
            if (fault !== undefined)
                faults.set(path, fault);
            if (fault !== undefined)
                break;
        }
    }
    const fix = 'Move it away, or run `headgate init` elsewhere.';
    return [...faults].map(([file, message]) => ({ code: 'E_INIT_PLACE', place: { file }, message, fix }));
}
async function faultAt(place, { top, isFolder }) {
    const own = await (0,promises_.lstat)(place).catch(() => undefined);
    if (own === undefined)
        return undefined;
    const real = await (0,promises_.realpath)(place).catch(() => undefined);
    if (real === undefined)
        return 'This is a link that leads nowhere.';
    if ((0,external_node_path_.relative)(top, real).split(external_node_path_.sep)[0] === '..')
        return 'This is a link that leads out of the repository.';
    const stats = await (0,promises_.stat)(real);
    if (isFolder)
        return stats.isDirectory() ? undefined : 'A folder should be here, and something else is.';
    return stats.isFile() ? undefined : 'A file should be here, and something else is.';
}
async function write(root, file, text) {
    const place = external_node_path_default().join(root, file);
    await (0,promises_.mkdir)(external_node_path_default().dirname(place), { recursive: true });
    try {
        // git starts no hook that is not executable.
        await (0,promises_.writeFile)(place, text, { flag: 'wx', mode: file.startsWith('.githooks/') ? 0o755 : 0o644 });
        return { file, isNew: true };
    }
    catch (error) {
        if (error.code !== 'EEXIST')
            throw error;
        return { file, isNew: false };
    }
}
/** What npm installed, to the commit: `npm install github:owner/headgate#<commit>` writes it into the lock file. */
async function lockedAction(root) {
    const text = await (0,promises_.readFile)(external_node_path_default().join(root, 'package-lock.json'), 'utf8').catch(() => '');
    const [, repository, commit] = /"resolved": "git\+(?:ssh|https):\/\/(?:git@)?github\.com\/([\w.-]+\/headgate)\.git#([0-9a-f]{40})"/.exec(text) ?? [];
    return repository === undefined ? undefined : `${repository}@${commit}`;
}
const unknownAction = {
    code: 'E_REQUIRED',
    field: 'action',
    message: 'package-lock.json does not say from which repository and commit Headgate is taken.',
    fix: 'Install it by `npm install github:OWNER/headgate#COMMIT`, or give --action OWNER/headgate@COMMIT.',
};
const dependabot = `version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule: { interval: weekly }
    # A malicious release is mostly found within days.
    cooldown: { default-days: 7 }
  - package-ecosystem: npm
    directory: /
    schedule: { interval: weekly }
    cooldown: { default-days: 7 }
  - package-ecosystem: docker
    directory: /
    schedule: { interval: weekly }
    cooldown: { default-days: 7 }
`;


/***/ }),

/***/ 1896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  performNew: () => (/* binding */ performNew)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/adapters/git/repository.ts
var repository = __webpack_require__(7854);
// EXTERNAL MODULE: ./src/core/problem.ts
var problem = __webpack_require__(2531);
;// CONCATENATED MODULE: ./src/doors/cli/new-files.ts
function manifestHead(schema) {
    return `# yaml-language-server: $schema=${schema}\n`;
}
const manifestTail = `# When it runs by itself; the catch-up says how late a slot may still start.
# schedules:
#   - cron: "0 6 * * mon-fri"
#     timezone: Europe/Berlin
# catch-up: { policy: latest, window: 6h }
parameters:
  days:
    type: integer
    description: How many days the report looks back
    minimum: 1
    maximum: 366
    default: 7
retries: { limit: 2, delay: 1m, backoff: exponential }
timeout: { start: 15m, run: 30m }
`;

;// CONCATENATED MODULE: ./src/doors/cli/new-python.ts

/** Python brings its own image, with its own requirements. Its events are lines that it prints: there is no library. */
function pythonFiles({ flow, schema }) {
    return {
        'flow.yml': manifest(flow, schema),
        'main.py': code,
        'events.py': events,
        'test_main.py': test,
        'requirements.txt': '# One package a line, with its version: requests==2.34.2\n',
        // What Python leaves behind would change the flow with every test.
        '.gitignore': '__pycache__/\n',
        Dockerfile: dockerfile(flow),
        'README.md': readme(flow),
    };
}
function manifest(flow, schema) {
    return `${manifestHead(schema)}description: What ${flow} does, in a sentence
command: [python3, main.py]
image: { dockerfile: Dockerfile }
${manifestTail}`;
}
const code = `import json
import os
from datetime import datetime, timedelta, timezone

from events import event, log, task


def weekday_of(day):
    return [day.strftime("%Y-%m-%d"), day.strftime("%A")]


def main():
    parameters = json.loads(os.environ.get("HEADGATE_PARAMETERS") or "{}")
    # The moment that the run is for: repeated later, it gives the same result. A person's run has none.
    slot = os.environ.get("HEADGATE_SLOT") or datetime.now(timezone.utc).isoformat()
    until = datetime.fromisoformat(slot.replace("Z", "+00:00"))
    with task("weekdays"):
        rows = [weekday_of(until - timedelta(days=back)) for back in range(parameters["days"])]
    log("looked at days", days=len(rows))
    table = {"kind": "table", "name": "Days", "columns": ["day", "weekday"], "rows": rows}
    event("artifact", artifact=table)
    return rows


if __name__ == "__main__":
    event("flow-started")
    main()
    event("flow-ended", outcome="succeeded")
`;
const events = `"""What a run says about itself: one JSON line an event. An exit code of 0 says that it succeeded."""

import json
import sys
import time
from contextlib import contextmanager

_calls = 0


def event(kind, **fields):
    line = {"headgate": 1, "event": kind, "at": int(time.time() * 1000), **fields}
    print(json.dumps(line), flush=True)


def log(message, level="info", **fields):
    event("log", level=level, message=message, fields=fields)


@contextmanager
def task(name):
    """A step of the timeline: from here to the end of the block."""
    global _calls
    _calls += 1
    call = {"task": _calls, "name": name}
    began = time.monotonic()
    event("task-started", **call)
    try:
        yield
    except BaseException as error:
        _ended(call, began, outcome="failed", error={"name": type(error).__name__, "message": str(error)})
        raise
    _ended(call, began, outcome="succeeded")


def _ended(call, began, **fields):
    event("task-ended", **call, attempt=1, durationMs=round((time.monotonic() - began) * 1000), **fields)


def do_not_retry(message):
    """Ends the run without another attempt: what is wrong would be wrong again."""
    log(message, level="error")
    sys.exit(86)
`;
const test = `import contextlib
import io
import os
import unittest
from unittest import mock

import main


class Days(unittest.TestCase):
    def test_shows_the_days_before_its_slot_as_a_table(self):
        variables = {"HEADGATE_PARAMETERS": '{"days": 2}', "HEADGATE_SLOT": "2026-01-02T06:00:00.000Z"}
        output = io.StringIO()
        with mock.patch.dict(os.environ, variables), contextlib.redirect_stdout(output):
            rows = main.main()
        self.assertEqual(rows, [["2026-01-02", "Friday"], ["2026-01-01", "Thursday"]])
        self.assertIn('"kind": "table"', output.getvalue())


if __name__ == "__main__":
    unittest.main()
`;
/** The same as that of `flows/python-report`: what its tag means can change, its digest cannot. */
const pythonImage = 'python:3.13-slim@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b';
function dockerfile(flow) {
    return `# Built with the repository as its context. Python 3.13 on Debian, for amd64 and arm64. A newer digest:
#   docker buildx imagetools inspect python:3.13-slim
ARG PYTHON_IMAGE=${pythonImage}

FROM \${PYTHON_IMAGE}
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
COPY flows/${flow}/requirements.txt /tmp/
RUN pip install --no-cache-dir -r /tmp/requirements.txt && rm /tmp/requirements.txt
WORKDIR /flow
COPY flows/${flow} ./
USER 1000:1000
# What ECS is told to start comes behind this, so that a run ends by its timeout even if nobody comes to stop it.
ENTRYPOINT ["sh", "-c", "exec timeout --kill-after=120 \\"\${HEADGATE_RUN_TIMEOUT_SECONDS:-0}\\" \\"$@\\"", "--"]
CMD ["python3", "--version"]
`;
}
function readme(flow) {
    return `# ${flow}

Says which weekdays the days before its slot were, as a table in the run's report: replace it by what the flow is for. Run
it with \`npx headgate run ${flow} -p days=3\`, and its tests with \`python3 -m unittest\` in this folder.
`;
}

// EXTERNAL MODULE: ./src/doors/cli/parameter-types.ts
var parameter_types = __webpack_require__(6022);
;// CONCATENATED MODULE: ./src/doors/cli/new-typescript.ts


function typescriptFiles({ flow, schema, runner }) {
    return {
        'flow.yml': new_typescript_manifest(flow, schema),
        'index.ts': new_typescript_code,
        'parameters.ts': (0,parameter_types/* parameterModule */.o)({ days: { type: 'integer' } }),
        [`${flow}.test.ts`]: runner === 'node' ? nodeTest : expectTest(flow, runner),
        'README.md': new_typescript_readme(flow),
    };
}
function new_typescript_manifest(flow, schema) {
    return `${manifestHead(schema)}description: What ${flow} does, in a sentence
entrypoint: index.ts
${manifestTail}`;
}
const new_typescript_code = `import { artifact, type FlowContext, flow, log, task } from 'headgate';
import type { Parameters } from './parameters.ts';

const dayMs = 24 * 60 * 60 * 1000;

// Each call of a task is a row of the run's timeline, and is tried again on its own.
const weekdayOf = task(
  'weekday-of',
  async (day: string) => ({
    day,
    weekday: new Date(day).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }),
  }),
  { retries: 2, delay: '5s', timeout: '1m' },
);

export default flow(async ({ parameters, slot }: FlowContext<Parameters>) => {
  // The moment that the run is for: repeated later, it gives the same result. A person's run has none.
  const until = (slot ?? new Date()).getTime();
  const days = Array.from({ length: parameters.days }, (_, back) =>
    new Date(until - back * dayMs).toISOString().slice(0, 10),
  );
  const rows = await weekdayOf.map(days, { concurrency: 3 });
  log.info('looked at days', { days: rows.length });
  artifact.table('Days', rows);
  return rows;
});
`;
function expectTest(flow, runner) {
    const own = `import { describe, expect, it } from '${runner}';`;
    const sdk = "import { recordEvents } from 'headgate';";
    const imports = runner === 'vitest' ? [sdk, own] : [own, sdk];
    return `${imports.join('\n')}
import theFlow from './index.ts';

describe('${flow}', () => {
  it('shows the days before its slot as a table', async () => {
    const slot = new Date('2026-01-02T06:00:00Z');
    const { result, events } = await recordEvents(() => theFlow({ days: 2 }, { slot }));
    expect(result).toEqual([
      { day: '2026-01-02', weekday: 'Friday' },
      { day: '2026-01-01', weekday: 'Thursday' },
    ]);
    expect(events).toContainEqual(expect.objectContaining({ event: 'artifact' }));
  });
});
`;
}
const nodeTest = `import assert from 'node:assert/strict';
import { it } from 'node:test';
import { recordEvents } from 'headgate';
import theFlow from './index.ts';

it('shows the days before its slot as a table', async () => {
  const slot = new Date('2026-01-02T06:00:00Z');
  const { result, events } = await recordEvents(() => theFlow({ days: 2 }, { slot }));
  assert.deepEqual(result, [
    { day: '2026-01-02', weekday: 'Friday' },
    { day: '2026-01-01', weekday: 'Thursday' },
  ]);
  assert.ok(events.some(({ event }) => event === 'artifact'));
});
`;
function new_typescript_readme(flow) {
    return `# ${flow}

Says which weekdays the days before its slot were, as a table in the run's report: replace it by what the flow is for. Run
it with \`npx headgate run ${flow} -p days=3\`.
`;
}

;// CONCATENATED MODULE: ./src/doors/cli/new.ts






/** Writes a flow that validates, runs and passes its test as it is. Replaces nothing, and needs neither git nor state. */
async function performNew(options, { flow, language }) {
    const cwd = (0,external_node_path_.resolve)(options.cwd ?? '.');
    const root = await (0,repository/* topLevelOf */.Xe)(cwd).catch(() => cwd);
    const schema = await schemaFor(root);
    const runner = await testRunnerOf(root);
    const files = language === 'python' ? pythonFiles({ flow, schema }) : typescriptFiles({ flow, schema, runner });
    await writeFolder(root, flow, files);
    const paths = Object.keys(files).map((name) => `flows/${flow}/${name}`);
    return {
        exitCode: problem/* exitCodes */.hS.done,
        document: { verb: 'new', flow, language, root, files: paths },
        text: [
            ...paths.map((path) => `  ${path}`),
            '',
            `Run it:  npx headgate run ${flow}`,
            `Test it: ${testCommand(flow, language, runner)}`,
            '',
        ].join('\n'),
    };
}
function testCommand(flow, language, runner) {
    if (language === 'python')
        return `(cd flows/${flow} && python3 -m unittest)`;
    return runner === 'node'
        ? `node --import headgate/typescript --test flows/${flow}/${flow}.test.ts`
        : `npm test -- flows/${flow}/${flow}.test.ts`;
}
async function writeFolder(root, flow, files) {
    const flows = (0,external_node_path_.join)(root, 'flows');
    await (0,promises_.mkdir)(flows).catch(unlessExists);
    if (!(await (0,promises_.lstat)(flows)).isDirectory())
        throw exists('flows', 'It is not a folder.', 'Make it a folder: flows are found only there.');
    const folder = (0,external_node_path_.join)(flows, flow);
    await (0,promises_.mkdir)(folder).catch((error) => {
        unlessExists(error);
        throw exists(`flows/${flow}`, 'It exists already.', 'Choose another name, or remove it first.');
    });
    try {
        for (const [name, text] of Object.entries(files)) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text, { flag: 'wx' });
        }
    }
    catch (error) {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        throw error;
    }
}
function unlessExists(error) {
    if (error.code !== 'EEXIST')
        throw error;
}
function exists(file, message, fix) {
    return new problem/* InputError */.dz([{ code: 'E_EXISTS', place: { file }, message, fix }]);
}
/** As a flow's folder names it: the repository's own copy, or else that of the package. */
async function schemaFor(root) {
    const own = 'schema/flow.schema.json';
    const isThere = await (0,promises_.lstat)((0,external_node_path_.join)(root, own)).then((stats) => stats.isFile(), () => false);
    return isThere ? `../../${own}` : `../../node_modules/headgate/${own}`;
}
/** What the project tests with; Node.js has a test runner of its own. */
async function testRunnerOf(root) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, 'package.json'), 'utf8').catch(() => '');
    if (/"@jest\/globals"\s*:/.test(text))
        return '@jest/globals';
    return /"vitest"\s*:/.test(text) ? 'vitest' : 'node';
}


/***/ }),

/***/ 6022:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ firstLine),
/* harmony export */   o: () => (/* binding */ parameterModule)
/* harmony export */ });
/** How a module of ours is known from a person's own. */
const firstLine = '// What flow.yml declares, written by `npx headgate types`.';
/** What formatters break a line at. */
const lineWidth = 110;
/** The module that says in TypeScript which parameters a manifest declares: every run has each of them. */
function parameterModule(schemas) {
    const members = Object.entries(schemas).map(([name, schema]) => member(name, schema));
    if (members.length === 0)
        return `${firstLine}\nexport type Parameters = Readonly<Record<string, never>>;\n`;
    return [firstLine, 'export type Parameters = {', ...members, '};', ''].join('\n');
}
function member(name, schema) {
    const key = `  readonly ${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}:`;
    const alternatives = alternativesOf(schema);
    const line = `${key} ${alternatives.join(' | ')};`;
    if (line.length <= lineWidth)
        return line;
    return `${[key, ...alternatives.map((alternative) => `    | ${alternative}`)].join('\n')};`;
}
function alternativesOf(schema) {
    const { enum: values } = schema;
    if (values?.every(isLiteral) === true)
        return values.map(literal);
    switch (schema.type) {
        case 'integer':
        case 'number':
            return ['number'];
        case 'array':
            return [listOf(schema.items)];
        case 'object':
            return ['Readonly<Record<string, unknown>>'];
        default:
            return [schema.type];
    }
}
function listOf(items) {
    const alternatives = items === undefined ? ['unknown'] : alternativesOf(items);
    const item = alternatives.join(' | ');
    const isOneWord = alternatives.length === 1 && !item.startsWith('readonly ');
    return `readonly ${isOneWord ? item : `(${item})`}[]`;
}
function isLiteral(value) {
    return typeof value !== 'object';
}
function literal(value) {
    return typeof value === 'string' ? quoted(value) : JSON.stringify(value);
}
/** In the quotes that formatters prefer: single ones, unless that takes more escapes. */
function quoted(text) {
    const json = JSON.stringify(text);
    if (text.includes("'"))
        return json;
    return `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}


/***/ }),

/***/ 9109:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ adminStackName),
/* harmony export */   K8: () => (/* binding */ loadTemplates),
/* harmony export */   Qx: () => (/* binding */ stackName),
/* harmony export */   VQ: () => (/* binding */ templateNames),
/* harmony export */   nR: () => (/* binding */ packageFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3483);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2531);





/** In this order they are made; none needs another, since what they name follows from the project's name. */
const templateNames = ['network', 'cluster', 'access', 'clock'];
function stackName(project, template) {
    return `headgate-${project}-${template}`;
}
/** Made by a person from admin.yml, if they want the workflows to set up and tear down; neither makes nor removes it. */
function adminStackName(project) {
    return `headgate-${project}-admin`;
}
async function loadTemplates() {
    return Promise.all(templateNames.map(load));
}
async function load(name) {
    const text = await packageFile(`infrastructure/${name}.yml`);
    // The tags of CloudFormation mean nothing here: only names and defaults of parameters are read.
    const { Parameters } = (0,yaml__WEBPACK_IMPORTED_MODULE_3__/* .parse */ .qg)(text, { logLevel: 'silent' });
    const parameters = Object.entries(Parameters).map(([parameter, { Default }]) => [parameter, Default === undefined ? undefined : String(Default)]);
    return { name, text, parameters: new Map(parameters) };
}
/** A file of Headgate's package: one folder above the action's bundle, two above the command's, three above this source. */
async function packageFile(file) {
    const here = node_path__WEBPACK_IMPORTED_MODULE_1___default().dirname((0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(import.meta.url));
    for (const up of ['..', '../..', '../../..']) {
        const candidate = node_path__WEBPACK_IMPORTED_MODULE_1___default().join(here, up, file);
        const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(candidate, 'utf8').catch(() => undefined);
        if (text !== undefined)
            return text;
    }
    const message = `${file} of Headgate's package is missing.`;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .RefusedError */ .fk({ code: 'E_TEMPLATE', message, fix: 'Install Headgate again.' });
}


/***/ })

};
