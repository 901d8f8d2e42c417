import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isTest,
  lineOf,
  listFiles,
  readFiles,
  removeStyleComments,
  TOP,
  visit,
  type SourceFile,
} from './testing/source-files.ts';

/** Names that say nothing of what a file is about. */
const EMPTY_NAMES = /(^|\/)(index|utils?|helpers?|common|types|constants|[\w-]*manager)\.(test\.)?[a-z.]+$/i;

/** Longer than this a file wants a reason, and to be in {@link LONG_FILES}. */
const MAX_LINES = 300;

/** Dictionaries, and what a script writes. */
const LONG_FILES = new Set([
  'src/i18n/ar.ts',
  'src/i18n/en.ts',
  'src/i18n/ar-later.ts',
  'src/i18n/en-later.ts',
  'src/style/fonts.css',
]);

/** Shorthands whose second and fourth value are the right and the left side. */
const SIDED = /^(margin|padding|inset|border-(width|style|color)|scroll-(margin|padding))$/;

/** Named colours of CSS Color 4 but for `transparent`, which is none; `currentColor` and system colours are no names. */
const COLOUR_NAMES = new Set(
  (
    'aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown ' +
    'burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan ' +
    'darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred ' +
    'darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink ' +
    'deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold ' +
    'goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush ' +
    'lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey ' +
    'lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow ' +
    'lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen ' +
    'mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin ' +
    'navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise ' +
    'palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue ' +
    'saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow ' +
    'springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen'
  ).split(' '),
);

const COLOUR = /#[\da-f]{3,4}\b|#[\da-f]{6}\b|#[\da-f]{8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i;

/** One `property: value` of a style sheet. */
interface Declaration {
  readonly property: string;
  /** Without strings, addresses and names of custom properties, which carry no direction and no colour. */
  readonly value: string;
  readonly place: string;
}

function findDeclarations({ path, text }: SourceFile): Declaration[] {
  const css = removeStyleComments(text);
  return Array.from(css.matchAll(/(?<=[{};]\s*)(-?-?[a-z][\w-]*)\s*:([^;{}]*)(?=[;}])/gi), (match) => ({
    property: match[1] ?? '',
    value: (match[2] ?? '').replace(/"[^"]*"|'[^']*'|url\([^)]*\)|--[\w-]+/g, ' ').trim(),
    place: `${path}:${lineOf(css, match.index)}`,
  }));
}

function hasSide(name: string): boolean {
  return /(^|[^a-z])(left|right)([^a-z]|$)/i.test(name.replace(/([a-z])([A-Z])/g, '$1-$2'));
}

/** Splits a value at its spaces, but not inside parentheses. */
function splitValue(value: string): string[] {
  return value.match(/(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g) ?? [];
}

/** @returns the name that a part of the syntax tree is; null for anything but a name */
function nameOf(node: { type: string; name?: unknown }): string | null {
  return node.type === 'Identifier' && typeof node.name === 'string' ? node.name : null;
}

/** Finds what fixes a side of the screen, where start and end follow the language. */
function findPhysicalStyles(file: SourceFile): string[] {
  const classNames = Array.from(removeStyleComments(file.text).matchAll(/\.(-?[a-z_][\w-]*)(?=[^{};]*\{)/gi))
    .filter(([, name = '']) => hasSide(name))
    .map(({ 0: name, index }) => `${file.path}:${lineOf(file.text, index)}: ${name}`);
  const declarations = findDeclarations(file).filter(({ property, value }) => {
    const [, second, , fourth] = SIDED.test(property) ? splitValue(value) : [];
    return hasSide(property) || hasSide(value) || (fourth !== undefined && second !== fourth);
  });
  return [
    ...classNames,
    ...declarations.map(({ place, property, value }) => `${place}: ${property}: ${value}`),
  ];
}

/** The same in a component: its class names, its `style` and the styles it sets by script. */
function findPhysicalMarkup(file: SourceFile): string[] {
  const found: string[] = [];
  const inspect = (node: { start: number; end: number }) => {
    const code = file.text.slice(node.start, node.end);
    if (hasSide(code)) found.push(`${file.path}:${lineOf(file.text, node.start)}: ${code}`);
  };
  visit(file, {
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier') return;
      if (node.name.name === 'className' || node.name.name === 'style') inspect(node);
    },
    MemberExpression: (node) => {
      const { object } = node;
      if (object.type === 'MemberExpression' && nameOf(object.property) === 'style') inspect(node);
      if (object.type === 'Identifier' && object.name === 'styles') inspect(node);
    },
    CallExpression: (node) => {
      const { callee } = node;
      if (callee.type === 'MemberExpression' && nameOf(callee.property) === 'setProperty') inspect(node);
    },
  });
  return found;
}

/** Finds colours outside `src/style/`: every colour has one home, so that themes reach all of them. */
function findColours(file: SourceFile): string[] {
  if (file.path.startsWith('src/style/')) return [];
  if (file.path.endsWith('.css')) {
    return findDeclarations(file)
      .filter(
        ({ value }) => COLOUR.test(value) || (value.toLowerCase().match(/[a-z-]+/g) ?? []).some(isColourName),
      )
      .map(({ place, property, value }) => `${place}: ${property}: ${value}`);
  }
  const found: string[] = [];
  const add = (offset: number, code: string) =>
    found.push(`${file.path}:${lineOf(file.text, offset)}: ${code}`);
  visit(file, {
    Literal: (node) => {
      if (typeof node.value === 'string' && COLOUR.test(node.value)) add(node.start, node.value);
    },
    TemplateElement: (node) => {
      if (COLOUR.test(node.value.raw)) add(node.start, node.value.raw);
    },
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier' || node.value?.type !== 'Literal') return;
      const isPaint = /^(fill|stroke|color|stopColor)$/.test(node.name.name);
      if (isPaint && isColourName(node.value.value)) add(node.start, file.text.slice(node.start, node.end));
    },
  });
  return found;
}

function isColourName(word: string): boolean {
  return COLOUR_NAMES.has(word.toLowerCase());
}

/** Finds what hides a failure or an injection: silent `catch`, raw HTML, default exports, skipped tests. */
function findForbiddenCode(file: SourceFile): string[] {
  const found: string[] = [];
  const add = (node: { start: number; end: number }, what: string) => {
    const [code = ''] = file.text.slice(node.start, node.end).split('\n', 1);
    found.push(`${file.path}:${lineOf(file.text, node.start)}: ${what}: ${code}`);
  };
  visit(file, {
    ExportDefaultDeclaration: (node) => {
      if (file.path.startsWith('src/')) add(node, 'default export');
    },
    ExportSpecifier: (node) => {
      if (node.exported.type === 'Identifier' && node.exported.name === 'default')
        add(node, 'default export');
    },
    CatchClause: (node) => {
      if (node.body.body.length === 0) add(node, 'silent catch');
    },
    CallExpression: (node) => {
      const { callee, arguments: given } = node;
      const method = callee.type === 'MemberExpression' ? nameOf(callee.property) : null;
      const [handler] = given;
      const isFunction =
        handler?.type === 'ArrowFunctionExpression' || handler?.type === 'FunctionExpression';
      const isEmpty = isFunction && handler.body?.type === 'BlockStatement' && handler.body.body.length === 0;
      if (method === 'catch' && isEmpty) add(node, 'silent catch');
      if (method === 'waitForTimeout') add(node, 'waiting for time');
      if (method === 'insertAdjacentHTML') add(node, 'raw HTML');
    },
    AssignmentExpression: (node) => {
      const { left: target } = node;
      if (target.type !== 'MemberExpression') return;
      if (/^(inner|outer)HTML$/.test(nameOf(target.property) ?? '')) add(node, 'raw HTML');
    },
    JSXAttribute: (node) => {
      if (node.name.type === 'JSXIdentifier' && node.name.name === 'dangerouslySetInnerHTML')
        add(node, 'raw HTML');
    },
    Property: (node) => {
      if (node.key.type === 'Identifier' && node.key.name === 'dangerouslySetInnerHTML')
        add(node, 'raw HTML');
    },
    MemberExpression: (node) => {
      const isTestCall = /^(test|it|describe|suite)(\.|$)/.test(
        file.text.slice(node.object.start, node.object.end),
      );
      const isLeftOut = /^(only|skip|skipIf|fixme|todo)$/.test(nameOf(node.property) ?? '');
      if (isTestCall && isLeftOut) add(node, 'test left out');
    },
  });
  return found;
}

/** Finds what would make `npm ci` fail or reach elsewhere than the machine's own registry. */
function findLockFaults(lock: string): string[] {
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };
  return Object.entries(packages).flatMap(([path, { resolved, optionalDependencies = {} }]) => {
    const missing = Object.keys(optionalDependencies)
      .filter((name) => findInstalled(Object.keys(packages), path, name) === undefined)
      .map((name) => `${path}: no entry for its optional ${name}`);
    return [...(resolved?.startsWith('http') ? [`${path}: download address ${resolved}`] : []), ...missing];
  });
}

/** Looks a package up as Node does: beside the one that asks, then in every folder around it. */
function findInstalled(paths: readonly string[], from: string, name: string): string | undefined {
  const around = from
    .split(/(?<=^|\/)node_modules\//)
    .map((_, index, parts) => parts.slice(0, index + 1).join('node_modules/'));
  return around
    .map((folder) => `${folder === '' || folder.endsWith('/') ? folder : `${folder}/`}node_modules/${name}`)
    .find((path) => paths.includes(path));
}

const styles = readFiles('src', ['.css']);
const modules = readFiles('src', ['.ts', '.tsx']);
const shipped = modules.filter(({ path }) => !isTest(path));
const journeys = readFiles('e2e', ['.ts']);

describe('conventions', () => {
  it('are checked on something', () => {
    expect(styles.length).toBeGreaterThan(0);
    expect(shipped.length).toBeGreaterThan(5);
  });

  it('styles name no side of the screen', () => {
    expect(styles.flatMap(findPhysicalStyles)).toEqual([]);
  });

  it('components name no side of the screen', () => {
    expect(shipped.flatMap(findPhysicalMarkup)).toEqual([]);
  });

  it('colours stand in src/style only', () => {
    expect([...styles, ...shipped].flatMap(findColours)).toEqual([]);
  });

  it('files are named after their subject', () => {
    const paths = ['src', 'e2e', 'scripts', 'bench'].flatMap(listFiles);
    expect(paths.filter((path) => /\.(tsx?|mjs|css)$/.test(path) && EMPTY_NAMES.test(path))).toEqual([]);
  });

  it(`files have at most ${MAX_LINES} lines`, () => {
    const long = [...styles, ...shipped]
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > MAX_LINES && !LONG_FILES.has(path));
    expect(long).toEqual([]);
  });

  it('nothing fails in silence, writes raw HTML, exports by default or leaves a test out', () => {
    expect([...modules, ...journeys].flatMap(findForbiddenCode)).toEqual([]);
  });
});

describe('the project', () => {
  it('has every tsconfig in the solution, so that no project goes unchecked', () => {
    const { references } = JSON.parse(readFileSync(`${TOP}tsconfig.json`, 'utf8')) as {
      references: { path: string }[];
    };
    const projects = readdirSync(TOP).filter((name) => /^tsconfig\.(?!base\.).+\.json$/.test(name));
    expect(references.map(({ path }) => path.replace('./', '')).toSorted()).toEqual(projects.toSorted());
  });

  it('has a lock file that installs anywhere', () => {
    expect(findLockFaults(readFileSync(`${TOP}package-lock.json`, 'utf8'))).toEqual([]);
  });

  it.each(['package.json', 'package-lock.json', '.npmrc'])('names no registry in %s', (path) => {
    expect(readFileSync(TOP + path, 'utf8')).not.toMatch(/\bregistry\.[a-z]|\bregistry\s*=/);
  });

  it('has exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(`${TOP}package.json`, 'utf8'),
    ) as Record<string, Record<string, string>>;
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe('the test of the conventions', () => {
  const css = (text: string): SourceFile => ({ path: 'src/ui/rail/a.css', text });
  const tsx = (text: string): SourceFile => ({ path: 'src/ui/rail/A.tsx', text });

  it.each([
    '.a { margin-left: 1em; }',
    '.a { left: 0 }',
    '.a { border-top-right-radius: 2px; }',
    '.a { text-align: right; }',
    '.a { float: left; }',
    '.a { background: linear-gradient(to left, var(--a), var(--b)); }',
    '.a { transform-origin: top right; }',
    '.a { padding: 1px 2px 1px 3px; }',
    '.a { --inset-left: 1px; }',
    '.card-left { color: inherit; }',
    '@media (width > 1px) { .a { .b { padding-right: 1px; } } }',
    '.a { .b { color: inherit; } right: 0; }',
  ])('sees the side in: %s', (text) => {
    expect(findPhysicalStyles(css(text))).not.toEqual([]);
  });

  it.each([
    '.a { margin-inline-start: 1em; text-align: start; float: inline-end; }',
    '/* not left: 0; */ .a { content: "left"; background: url(left.svg); }',
    '.a { padding: 1px 2px 3px 2px; margin: calc(1px + 2px) var(--a) 0 var(--a); }',
    '.upright { color: var(--bright); }',
    'a:hover { border-start-start-radius: 2px; }',
  ])('sees no side in: %s', (text) => {
    expect(findPhysicalStyles(css(text))).toEqual([]);
  });

  it.each([
    'const a = <p style={{ marginLeft: 1 }} />;',
    "const a = <p style={{ textAlign: 'right' }} />;",
    'const a = <p className="pull-left" />;',
    'const a = <p className={styles.left} />;',
    'element.style.left = "1px";',
    "element.style.setProperty('right', '1px');",
  ])('sees the side in: %s', (text) => {
    expect(findPhysicalMarkup(tsx(text))).not.toEqual([]);
  });

  it('leaves keys and measured boxes alone', () => {
    expect(findPhysicalMarkup(tsx("if (event.key === 'ArrowLeft') move(box.left, styles.bright);"))).toEqual(
      [],
    );
  });

  it.each([
    css('.a { color: #fff; }'),
    css('.a { border: 1px solid oklch(50% 0.1 20); }'),
    css('.a { background: light-dark(white, var(--ink)); }'),
    tsx("const a = '#12ab3f';"),
    tsx('const a = <path fill="red" />;'),
    tsx('const a = `1px solid rgb(${red} 0 0)`;'),
  ])('sees the colour in: $text', (file) => {
    expect(findColours(file)).not.toEqual([]);
  });

  it.each([
    css('#abc .white { color: var(--red); background: color-mix(in oklch, var(--a), transparent); }'),
    css('.a { color: CanvasText; fill: currentColor; white-space: nowrap; }'),
    tsx('const a = <path fill="none" stroke="currentColor" href="#passage" />;'),
    { path: 'src/style/tokens.css', text: ':root { --ink: #111; }' },
  ])('sees no colour in: $text', (file) => {
    expect(findColours(file)).toEqual([]);
  });

  it.each([
    'src/text/index.ts',
    'src/text/utils.ts',
    'src/ui/helpers.tsx',
    'src/link/types.ts',
    'src/app/StateManager.tsx',
    'src/common.css',
  ])('objects to the name %s', (path) => {
    expect(path).toMatch(EMPTY_NAMES);
  });

  it.each(['src/text/fold.ts', 'src/app/use-view.ts', 'src/i18n/strings.ts', 'src/corpus/datatypes.ts'])(
    'accepts the name %s',
    (path) => {
      expect(path).not.toMatch(EMPTY_NAMES);
    },
  );

  it.each([
    'export default function a() {}',
    'export { a as default };',
    'try { a(); } catch {}',
    'try { a(); } catch (error) { /* later */ }',
    'a().catch(() => {});',
    "test.only('a', () => {});",
    "test.describe.skip('a', () => {});",
    "it.skip('a', () => {});",
    'await page.waitForTimeout(100);',
    'const a = <p dangerouslySetInnerHTML={{ __html: a }} />;',
    'createElement("p", { dangerouslySetInnerHTML: a });',
    'element.innerHTML = a;',
  ])('objects to: %s', (text) => {
    expect(findForbiddenCode(tsx(text))).not.toEqual([]);
  });

  it('accepts a catch that answers, and other things called skip', () => {
    expect(findForbiddenCode(tsx('try { a(); } catch { b(); } list.skip(1); a.catch(() => null);'))).toEqual(
      [],
    );
  });

  it('sees a download address and a missing optional binary in a lock file', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/a': {
          resolved: 'https://example.org/a.tgz',
          optionalDependencies: { 'a-linux': '1.0.0' },
        },
        'node_modules/b': { optionalDependencies: { c: '1.0.0', d: '1.0.0' } },
        'node_modules/b/node_modules/c': {},
        'node_modules/d': {},
      },
    };
    expect(findLockFaults(JSON.stringify(lock))).toEqual([
      'node_modules/a: download address https://example.org/a.tgz',
      'node_modules/a: no entry for its optional a-linux',
    ]);
  });
});
