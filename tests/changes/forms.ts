import type { Form } from './form.ts';
import { dynamics, requires } from './forms-calls.ts';
import { statics, typed } from './forms-static.ts';

const names = 'console.log(value);';
const code = 'code' as const;

const elements: readonly Form[] = [
  {
    name: 'named, in an element',
    isJsx: true,
    target: code,
    code: ({ to }) =>
      `import { value } from '${to}';\nconst jsx = (...all) => all;\nconsole.log(<p>it's {value}</p>);`,
  },
  {
    name: 'require in an element',
    isJsx: true,
    code: ({ to }) => `console.log(<p title={require('${to}').value}>don't</p>);`,
  },
  {
    name: 'dynamic after an apostrophe',
    isJsx: true,
    code: ({ to }) => `console.log(<p>don't</p>);\nconsole.log(await import('${to}'));`,
  },
  {
    name: 'static after an apostrophe',
    isJsx: true,
    target: code,
    code: ({ to }) => `console.log(<p>don't</p>);\nimport { value } from '${to}';\n${names}`,
  },
];

export const forms: readonly Form[] = [...statics, ...typed, ...dynamics, ...requires, ...elements];
