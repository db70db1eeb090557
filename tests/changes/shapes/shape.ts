/** A repository laid out as a kind of real ones is. */
export type Shape = {
  readonly name: string;
  /** In git: path → text. Folders under `flows/` with an index are flows. */
  readonly files: { readonly [path: string]: string };
  /** What an install links: path → folder of the repository. */
  readonly links?: { readonly [path: string]: string };
  /** What an install, or a build that git ignores, puts there. */
  readonly installed?: { readonly [path: string]: string };
};

export function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A package of the registry, as it lies in `node_modules`. */
export function installedPackage(
  location: string,
  { main = 'module.exports = {};\n', files = {} as { readonly [path: string]: string }, ...content } = {},
): { readonly [path: string]: string } {
  const name = location.slice(location.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return {
    [`${location}/package.json`]: json({ name, version: '1.0.0', main: 'index.js', ...content }),
    [`${location}/index.js`]: main,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`${location}/${path}`, text])),
  };
}
