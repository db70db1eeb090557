import { guessImports, styleImports } from './guess-imports.ts';
import { isCode, lexImports, type ModuleText } from './imports.ts';
import type { WorkLimit } from './work-limit.ts';

type Parse = (path: string, text: string) => ModuleText | undefined;

export type ModuleTexts = {
  /** `needsParser` where only the parser can tell; it is loaded by `prepare`. */
  read(path: string, text: string, isExact: boolean): ModuleText | 'needsParser';
  prepare(): Promise<void>;
};

/** Reads files by what is enough for each. The parser is large and slow, so it is loaded when a file needs it. */
export function moduleTexts(limit: WorkLimit): ModuleTexts {
  let parse: Parse | undefined;
  return {
    read(path, text, isExact) {
      if (!isCode(path)) return styleImports(text);
      const lexed = isExact ? undefined : lexImports(path, text);
      if (lexed !== undefined) return lexed;
      if (parse === undefined) return 'needsParser';
      limit.spend(text.length);
      return parse(path, text) ?? guessImports(text);
    },
    async prepare() {
      parse ??= (await import('./parse-imports.ts')).parseImports;
    },
  };
}
