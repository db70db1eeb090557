import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the compiler says of files that exist only here, by paths of the repository and under its settings. */
export function complaintsOf(files: ReadonlyMap<string, string>): readonly string[] {
  const settings = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile).config as {
    readonly compilerOptions: unknown;
  };
  const { options } = ts.convertCompilerOptionsFromJson(settings.compilerOptions, root);
  const texts = new Map([...files].map(([path, text]) => [`${root}${path}`, text]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  const program = ts.createProgram([...texts.keys()], options, {
    ...host,
    fileExists: (file) => texts.has(file) || fileExists(file),
    directoryExists: (folder) =>
      [...texts.keys()].some((file) => file.startsWith(`${folder}/`)) || ts.sys.directoryExists(folder),
    readFile: (file) => texts.get(file) ?? readFile(file),
    getSourceFile: (file, version) => {
      const text = texts.get(file);
      return text === undefined ? getSourceFile(file, version) : ts.createSourceFile(file, text, version);
    },
  });
  return [...texts.keys()].flatMap((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      (found) => `${file.slice(root.length)}: ${ts.flattenDiagnosticMessageText(found.messageText, '\n')}`,
    );
  });
}
