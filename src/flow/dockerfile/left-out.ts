import type { Manifest } from '../../core/flow.ts';
import type { Problem } from '../../core/problem.ts';
import { quote } from '../../core/quote.ts';
import { folderOf, isUnder } from '../repository-path.ts';
import type { OwnDockerfile, OwnImage } from './own-images.ts';

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
export function leftOutWarning(
  { dockerfile, folder }: OwnDockerfile,
  { copied, isWhole }: Pick<OwnImage, 'copied' | 'isWhole'>,
  files: Iterable<string>,
): Problem | undefined {
  const missing = [...files].filter(
    (path) =>
      !copied.some((taken) => taken.has(path)) &&
      !forPeople.some((pattern) => pattern.test(within(folder, path))),
  );
  if (missing.length === 0) return undefined;
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
export function outsideWarning({ file, workload }: Manifest, files: Iterable<string>): readonly Problem[] {
  const folder = folderOf(file);
  const missing = [...files].filter((path) => !isUnder(folder, path));
  if (missing.length === 0 || workload.program.kind !== 'command') return [];
  return [
    {
      ...warningOf(missing, "the project's image holds only the flow's folder"),
      place: { file },
      fix: 'Give the flow an image of its own with `image: { dockerfile: Dockerfile }`, or move the code into its folder.',
    },
  ];
}

const mostNamed = 3;

function warningOf(missing: readonly string[], why: string): Pick<Problem, 'code' | 'message'> {
  const named = missing.slice(0, mostNamed).map((path) => quote(path, 120));
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  const isOne = missing.length === 1;
  const reason = isOne ? why : why.replace(/\bit\b/, 'them');
  return {
    code: 'W_NOT_IN_IMAGE',
    message: `${named.join(', ')}${more} ${isOne ? 'is' : 'are'} not in the image: ${reason}.`,
  };
}

/** Only what lies in the flow's folder is judged by how it is called: what is imported from elsewhere is needed. */
function within(folder: string, path: string): string {
  return isUnder(folder, path) ? path.slice(folder.length + 1) : '';
}
