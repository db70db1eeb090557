import type { JsonObject } from '../core/json.ts';
import type { ExitCode, Problem } from '../core/problem.ts';
import type { Project } from '../core/project.ts';
import type { Presentation } from '../engine/report.ts';
import type { World } from '../ports.ts';
import type { Terminal } from '../report/terminal.ts';
import type { Account, Forge } from '../setup-ports.ts';

/** A composed world, and everything else that a verb needs to know. */
export type Site = {
  readonly world: World;
  readonly project: Project;
  /** What a relative path is relative to. */
  readonly cwd: string;
  /** `owner/name`; locally `local/<project>`. Part of the identity of every attempt. */
  readonly repository: string;
  readonly presentation: Presentation;
  readonly terminal: Terminal;
  /** What `doctor` can examine here. */
  readonly examinations: readonly Examination[];
  /** The account in AWS and the repository on GitHub, for `doctor` to ask; left out where there is none. */
  readonly account?: Account;
  readonly forge?: Forge;
  /** Who asked. */
  readonly by: string;
  /** Names the request: the same name never gives a second run. */
  readonly request: string;
};

/** One thing that `doctor` looks at; nothing found: it is well. */
export type Examination = { readonly name: string; readonly look: () => Promise<Findings> };
export type Findings = Problem | readonly Problem[] | undefined;

/** What a verb came to, for every door to show in its own way. */
export type Performed = {
  readonly exitCode: ExitCode;
  /** The one JSON document. */
  readonly document: JsonObject;
  /** For a terminal. */
  readonly text: string;
  /** For a job summary; left out where there is nothing worth one. */
  readonly summary?: string;
};
