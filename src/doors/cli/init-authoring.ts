import { packageFile } from '../setup/templates.ts';

/** What helps whoever writes flows: a hook, completion in manifests, one way of formatting. */
export async function authoringFiles(): Promise<readonly (readonly [file: string, text: string])[]> {
  const settings = await packageFile('.vscode/settings.json');
  return [
    ['.githooks/pre-commit', await packageFile('.githooks/pre-commit')],
    ['.vscode/settings.json', settings.replaceAll('"./schema/', '"./node_modules/headgate/schema/')],
    ['.vscode/extensions.json', await packageFile('.vscode/extensions.json')],
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
