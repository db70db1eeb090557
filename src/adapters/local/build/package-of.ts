/** Of a file below `node_modules`, the package that it belongs to. */
export function packageOf(file: string): string | undefined {
  const marker = 'node_modules/';
  const at = file.lastIndexOf(marker);
  if (at === -1) return undefined;
  return packageName(file.slice(at + marker.length));
}

/** `@scope/name` of `@scope/name/deep/file`. */
export function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
