import { looksLikeSecretValue } from '../core/secret-like.ts';
import type { Found } from './judge.ts';
import type { Path, YamlNode } from './yaml-node.ts';

/** What no text of a file may hold, wherever it stands: secrets, and expressions that nobody expands. */
export function textFaults(root: YamlNode): readonly Found[] {
  const found: Found[] = [];
  const visit = (node: YamlNode, path: Path): void => {
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    else if (node.kind === 'map') for (const [key, entry] of node.entries) visit(entry.value, [...path, key]);
    else if (typeof node.value === 'string') found.push(...faultsOf(node.value, path));
  };
  visit(root, []);
  return found;
}

function faultsOf(text: string, path: Path): readonly Found[] {
  if (looksLikeSecretValue(text)) {
    const message =
      'The value looks like a secret; it would stand in git and in the task definition for all to read.';
    const fix = 'Revoke it, store the new one in Secrets Manager, and name its ARN under `secrets`.';
    return [{ path, at: 'value', fault: { code: 'E_SECRET_LIKE', message, fix } }];
  }
  if (!text.includes('${{') || path[0] === 'description') return [];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what was written.
  const message = 'GitHub expands `${{ … }}` in workflows only; the flow would get this text as it stands.';
  const fix = 'Write the value, or use `secrets` or `parameters`.';
  return [{ path, at: 'value', fault: { code: 'E_EXPR_NOT_EXPANDED', message, fix } }];
}
