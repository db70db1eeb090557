// Rules for workflows that public linters do not have, or have less strictly. Plain data in, findings out.
import { LineCounter, parseAllDocuments } from 'yaml';

/** On GitHub; what such a job may do in AWS is the matter of its role. */
const looks = { actions: 'read', contents: 'read', 'id-token': 'write' };
const sets = { contents: 'read', 'id-token': 'write' };

/** What each job of each workflow may do: nothing else, and nothing less. */
const permissionsOf = {
  ci: { everything: { contents: 'read' }, 'oldest-node': { contents: 'read' } },
  plan: { plan: { contents: 'read' } },
  deploy: {
    plan: { contents: 'read' },
    image: { contents: 'read', 'id-token': 'write' },
    deploy: { contents: 'write', checks: 'write', 'id-token': 'write' },
    rest: { actions: 'write' },
  },
  tick: {
    tick: { contents: 'write', checks: 'write', issues: 'write', 'id-token': 'write' },
    'not-configured': {},
  },
  run: { run: { contents: 'write', checks: 'write', 'id-token': 'write' }, 'not-configured': {} },
  control: {
    control: { contents: 'write', checks: 'write', actions: 'read', 'id-token': 'write' },
    'not-configured': {},
  },
  release: {
    verify: { contents: 'read' },
    publish: { attestations: 'write', contents: 'write', 'id-token': 'write' },
  },
  setup: { show: looks, apply: sets, 'not-configured': {} },
  teardown: { show: looks, apply: sets, 'not-configured': {} },
};

/** They run with the repository's rights on what a stranger chose. */
const forbiddenTriggers = ['pull_request_target', 'workflow_run', 'issue_comment'];

/** Where text is handed to a shell or an interpreter: an expression there is code that somebody else writes. */
const interpretedKeys = new Set(['run', 'shell', 'working-directory', 'options']);
/** The same among the inputs of actions that interpret one. */
const interpretedInputs = new Set(['script']);

const pinned = /^[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40}$|^docker:\/\/\S+@sha256:[0-9a-f]{64}$|^\.(?:\/\S*)?$/;
/** How documentation writes the action itself: readers fill in their own. */
const placeholder = /^OWNER\/headgate@SHA$/;

/** Layers beside the images, where nobody writes who may not push images too. */
const ownCache =
  /^type=registry,ref=\$\{\{ vars\.ECR_REPOSITORY \}\}-cache:\$\{\{ matrix\.name \}\}(?:,[\w=,-]+)?$/;

/** Findings in one YAML text: a workflow, `action.yml`, or a part of one out of a page (`isPage`). */
export function workflowFindings(text, { file, firstLine = 1, isPage = false }) {
  const lines = new LineCounter();
  const findings = [];
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    const note = (rule, message, node) => {
      const line = firstLine - 1 + (node?.range ? lines.linePos(node.range[0]).line : 1);
      findings.push({ rule, file, line, message });
    };
    for (const error of document.errors) note('yaml', error.message.split('\n')[0], { range: error.pos });
    if (document.errors.length > 0) continue;
    const place = { isPage, note, document };
    for (const step of nodesOf(document)) checkNode(step, place);
    if (document.has('jobs')) checkWorkflow(document, place);
  }
  return findings;
}

/** Every key of every map, at any depth; `under` is the key that holds the map. */
function* nodesOf(document) {
  const waiting = [{ node: document.contents, under: '' }];
  while (waiting.length > 0) {
    const { node, under } = waiting.pop();
    for (const item of node?.items ?? []) {
      if (item.key === undefined) waiting.push({ node: item, under });
      else {
        const key = String(item.key);
        yield { key, value: item.value, parent: node, under };
        waiting.push({ node: item.value, under: key });
      }
    }
  }
}

function checkNode({ key, value, parent, under }, { isPage, note }) {
  const text = typeof value?.value === 'string' ? value.value : '';
  const isInterpreted = under === 'with' ? interpretedInputs.has(key) : interpretedKeys.has(key);
  if (isInterpreted && text.includes('${{'))
    note('expression-in-script', `An expression in \`${key}\`: pass it through \`env\`.`, value);
  if (key === 'run' && under !== 'with' && JSON.stringify(parent).includes('secrets.'))
    note('secret-in-script', 'A step that runs a script gets a secret.', value);
  if (key === 'uses') checkUses({ text, value, parent }, { isPage, note });
  if (/^cache(?:-from|-to)?$/.test(key) && text !== '' && !ownCache.test(text))
    note('cache', `\`${key}\`: what comes from a cache others may have put there.`, value);
}

function checkUses({ text, value, parent }, { isPage, note }) {
  if (!pinned.test(text) && !(isPage && placeholder.test(text)))
    note('unpinned', `${JSON.stringify(text)} is not pinned by a full commit.`, value);
  if (/@[0-9a-f]{40}$/.test(text) && !/^\s*v\d+\.\d+\.\d+$/.test(value.comment ?? ''))
    note('version', `${JSON.stringify(text)} does not say which version that is.`, value);
  const setting = (name) => parent.getIn(['with', name]);
  if (text.startsWith('actions/checkout@') && setting('persist-credentials') !== false)
    note('stored-credentials', 'The checkout stores its token: set `persist-credentials: false`.', value);
  if (text.startsWith('actions/setup-node@') && setting('package-manager-cache') !== false)
    note('cache', 'Set `package-manager-cache: false`.', value);
  if (text.startsWith('actions/cache'))
    note('cache', 'What comes from a cache others may have put there.', value);
}

function checkWorkflow(document, place) {
  const { note } = place;
  const workflow = document.toJS();
  const name = String(workflow.name ?? '');
  const node = (...path) => document.getIn(path, true);
  checkTriggers(workflow.on, { note, node });
  if (JSON.stringify(workflow.permissions) !== '{}')
    note('permissions', 'The workflow does not say `permissions: {}`.', node('name'));
  if (workflow.concurrency === undefined)
    note('concurrency', 'The workflow names no concurrency group.', node('name'));
  for (const [id, job] of Object.entries(workflow.jobs))
    checkJob({ name, id, job, workflow }, { note, node });
}

function checkTriggers(on, { note, node }) {
  const triggers = typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on ?? {});
  for (const trigger of triggers.filter((name) => forbiddenTriggers.includes(name)))
    note('trigger', `\`${trigger}\` runs with the repository's rights on what a stranger chose.`, node('on'));
  if (!triggers.includes('push') || isOfReleasesOnly(on.push)) return;
  const branches = on.push?.branches;
  const isExact = Array.isArray(branches) && branches.every((branch) => /^[\w./-]+$/.test(branch));
  if (!isExact || branches.includes('headgate-state') || branches.includes('headgate-history'))
    note('branches', '`push` without a list of branches that leaves out the state branch.', node('on'));
}

/** With tags and no branches, no branch starts it. */
function isOfReleasesOnly(push) {
  return (
    push?.branches === undefined &&
    push?.['branches-ignore'] === undefined &&
    Array.isArray(push?.tags) &&
    push.tags.every((tag) => /^v[\d*]/.test(tag))
  );
}

function checkJob({ name, id, job, workflow }, { note, node }) {
  const at = node('jobs', id);
  const wanted = permissionsOf[name]?.[id];
  if (wanted === undefined)
    note('permissions', `No permissions are settled for job ${id} of workflow ${name}.`, at);
  else if (sorted(job.permissions) !== sorted(wanted))
    note('permissions', `Job ${id} has ${sorted(job.permissions)}, and needs ${sorted(wanted)}.`, at);
  if (!(job['timeout-minutes'] <= 60)) note('timeout', `Job ${id} has no timeout, or one over an hour.`, at);
  if (job.permissions?.contents !== 'write') return;
  const group = job.concurrency ?? workflow.concurrency;
  const isTick = group?.group === 'headgate-tick' && group.queue === undefined;
  // A deploy that waits for an approval holds its group, so it must not share that of people's requests.
  const queued = name === 'deploy' ? 'headgate-deploy' : 'headgate-state';
  const isQueued = group?.group === queued && group.queue === 'max';
  // A release writes tags and no state.
  const isRelease = name === 'release' && group?.group === 'release';
  if (!(isTick || isQueued || isRelease) || group['cancel-in-progress'] !== false)
    note('concurrency', `Job ${id} writes state outside of its concurrency group.`, at);
}

const sorted = (permissions) =>
  permissions === undefined
    ? 'none given'
    : JSON.stringify(Object.fromEntries(Object.entries(permissions).sort()));

/** Findings in the YAML fences of a page. A fence is judged if it holds a workflow, a job or steps. */
export function pageFindings(text, { file }) {
  return [...fencesOf(text)].flatMap(({ body, firstLine }) =>
    workflowFindings(body, { file, firstLine, isPage: true }),
  );
}

function* fencesOf(text) {
  const lines = text.split('\n');
  let opened;
  for (const [index, line] of lines.entries()) {
    const [, indent, fence, language = ''] = /^( *)(`{3,}|~{3,})\s*(\S*)/.exec(line) ?? [];
    if (opened === undefined) {
      if (fence !== undefined) opened = { indent, fence, language, index };
    } else if (fence?.startsWith(opened.fence) && language === '') {
      const { indent: outer, index: start } = opened;
      const body = lines
        .slice(start + 1, index)
        .map((inner) => inner.slice(Math.min(outer.length, inner.search(/\S|$/))));
      if (/^ya?ml$/i.test(opened.language)) yield { body: body.join('\n'), firstLine: start + 2 };
      opened = undefined;
    }
  }
}
