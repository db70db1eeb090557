import type { Deployment } from '../../core/deployment.ts';
import type { ParameterSchemas } from '../../core/flow.ts';
import { flowStatus, nextOf } from './flows.ts';
import { type Html, html, nothing } from './html.ts';
import { livePart, momentOf, type Overview, pageText } from './page.ts';
import { buttonOf } from './parts.ts';
import { runsOf, runTable } from './runs.ts';

const base = '../';
const mostRuns = 50;

export function flowPage(overview: Overview, deployment: Deployment): string {
  const { flow } = deployment;
  const runs = runsOf(overview.state, flow);
  const left = runs.length - mostRuns;
  const list =
    runs.length === 0
      ? html`<h2>Runs</h2><p>There is no run yet.</p>`
      : html`${runTable({ overview, runs: runs.slice(0, mostRuns), base, caption: 'Runs', isOfFlow: true })}${left > 0 ? html`<p>\u2026 and ${left} older ones.</p>` : nothing}`;
  const body = html`<h1>${flow}</h1>
${livePart('facts', facts(overview, deployment))}${startForm(overview, deployment)}${livePart('list', list)}${backfillForm(overview, deployment)}`;
  return pageText({ title: flow, overview, base, body });
}

function facts(overview: Overview, deployment: Deployment): Html {
  const { flow, policy, version, deployedAt } = deployment;
  const [newest] = runsOf(overview.state, flow);
  const schedules = policy.schedules.map((schedule) => html`<li>${overview.describeSchedule(schedule)}</li>`);
  const pause = overview.state.pauses.get(flow);
  const rows: readonly (readonly [string, Html])[] = [
    ['Status', flowStatus(overview, deployment, newest)],
    ['Schedules', schedules.length === 0 ? html`none` : html`<ul>${schedules}</ul>`],
    ['Next slot', nextOf(overview, deployment)],
    ['Deployed', html`${momentOf(deployedAt)}, commit <code>${version.commit.slice(0, 7)}</code>`],
    ...(pause === undefined
      ? []
      : [['Paused', html`${momentOf(pause.at)} by ${overview.outgoing.title(pause.by, 100)}`] as const]),
  ];
  const button =
    pause === undefined
      ? buttonOf(overview, base, { deed: 'pause', subject: flow, label: 'Pause' })
      : buttonOf(overview, base, { deed: 'resume', subject: flow, label: 'Resume' });
  return html`<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>${button}`;
}

/** Outside what is replaced: a person may be writing in it. */
function startForm(overview: Overview, deployment: Deployment): Html {
  if (overview.mode.kind === 'static' || deployment.retiredAt !== undefined) return nothing;
  const { flow, policy } = deployment;
  const names = Object.keys(policy.parameters);
  const fields =
    names.length === 0
      ? nothing
      : html`<label for="parameters">Parameters, as a JSON object</label>${parameterList(policy.parameters, overview)}<textarea id="parameters" name="parameters" rows="4" spellcheck="false" aria-describedby="parameter-list">${defaultsOf(policy.parameters)}</textarea>`;
  return html`<section id="start"><h2>Run it now</h2>${buttonOf(overview, base, { deed: 'run', subject: flow, label: 'Run', fields })}</section>
`;
}

function backfillForm(overview: Overview, { flow, policy, retiredAt }: Deployment): Html {
  if (overview.mode.kind === 'static' || retiredAt !== undefined || policy.schedules.length === 0)
    return nothing;
  const field = (name: string, label: string) =>
    html`<span><label for="${name}">${label}</label><input type="datetime-local" id="${name}" name="${name}" required></span>`;
  const button = buttonOf(overview, base, {
    deed: 'backfill',
    subject: flow,
    label: 'Backfill',
    question: `Run every slot of flow ${flow} in this range that has no run?`,
    fields: html`<span class="range">${field('from', 'From, in UTC')}${field('to', 'To, in UTC')}</span>`,
  });
  return html`<section id="backfill"><h2>Backfill</h2><p>Runs the slots of a range that have no run, with this deployment.</p>${button}</section>
`;
}

function parameterList(schemas: ParameterSchemas, { outgoing }: Overview): Html {
  const items = Object.entries(schemas).map(([name, schema]) => {
    const needed = schema.default === undefined ? ', required' : '';
    const about = schema.description === undefined ? '' : `: ${outgoing.title(schema.description, 300)}`;
    return html`<li><code>${name}</code> (${schema.type}${needed})${about}</li>`;
  });
  return html`<ul id="parameter-list">${items}</ul>`;
}

function defaultsOf(schemas: ParameterSchemas): string {
  const given = Object.entries(schemas).flatMap(([name, schema]) =>
    schema.default === undefined ? [] : [[name, schema.default] as const],
  );
  return JSON.stringify(Object.fromEntries(given), undefined, 1);
}
