import { describe, expect, it } from 'vitest';
import {
  findReferences,
  isTest,
  readFiles,
  resolveReference,
  visit,
  type SourceFile,
} from './testing/source-files.ts';

/** The order of the house (ARCHITECTURE.md): what each room may import besides itself. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  corpus: ['text'],
  anchoring: ['text', 'corpus'],
  claims: ['text', 'corpus', 'anchoring'],
  link: ['text', 'anchoring', 'claims'],
  search: ['text', 'corpus'],
  discovery: ['text', 'corpus', 'anchoring', 'claims'],
  exchange: ['text', 'corpus', 'anchoring', 'claims'],
  library: ['text', 'corpus', 'anchoring', 'claims'],
  painting: ['text'],
  i18n: [],
  style: [],
  'ui/kit': ['i18n', 'style'],
};

/** Each part of the interface may import all of the above, but no other part. */
const BELOW_PARTS = Object.keys(ROOMS);

/** The only file that may know the address bar. */
const ADDRESS_OWNER = 'src/app/address.ts';

const REACT = /^(react|react-dom|@tanstack\/react-query)(\/|$)/;
const TRANSLATION = /^i18next(\/|$)/;

/** @returns the room a file stands in, e.g. `text` or `ui/reader`; empty for a file beside the rooms */
function findRoom(path: string): string {
  const [, first = '', second, ...deeper] = path.split('/');
  if (first === 'ui' && deeper.length > 0) return `ui/${second}`;
  return second === undefined ? '' : first;
}

function mayImport(from: string, to: string): boolean {
  if (from === to || from === 'app') return true;
  const allowed = ROOMS[from] ?? (from.startsWith('ui/') ? BELOW_PARTS : []);
  return allowed.includes(to);
}

function mayUsePackage(room: string, name: string): boolean {
  const isInterface = room === 'app' || room.startsWith('ui/');
  if (isInterface || (room === 'i18n' && TRANSLATION.test(name))) return true;
  return !REACT.test(name) && !TRANSLATION.test(name);
}

/** Says what is wrong with the imports of one file; nothing for a test, which may look anywhere. */
function findForbidden(file: SourceFile): string[] {
  if (isTest(file.path)) return [];
  const room = findRoom(file.path);
  const isRoom = room === 'app' || room.startsWith('ui/') || room in ROOMS;
  if (!isRoom) return [`${file.path}: stands in no room of the house`];
  return findReferences(file).flatMap(({ specifier, code }) => {
    if (specifier === null) return [`${file.path}: ${code} is computed, so nobody can say where it leads`];
    const target = resolveReference(file.path, specifier);
    if (target === null) {
      return mayUsePackage(room, specifier) ? [] : [`${file.path}: ${room} may not use ${specifier}`];
    }
    if (isTest(target)) return [`${file.path}: ${target} is for tests only`];
    if (!target.startsWith('src/')) return [`${file.path}: ${target} is outside src`];
    const other = findRoom(target);
    return mayImport(room, other) ? [] : [`${file.path}: ${room} may not import ${other} (${target})`];
  });
}

/** Finds circles of files that name one another, each as `a → b → a`. */
function findCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map((file) => [
      file.path,
      findReferences(file).flatMap(({ specifier }) =>
        specifier === null ? [] : (resolveReference(file.path, specifier) ?? []),
      ),
    ]),
  );
  const finished = new Set<string>();
  const cycles: string[] = [];
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!finished.has(path)) {
      for (const target of targets.get(path) ?? []) follow(target, [...trail, path]);
      finished.add(path);
    }
  };
  for (const path of targets.keys()) follow(path, []);
  return cycles;
}

/** Finds where a file reads or writes the address bar or listens to it. */
function findAddressUses(file: SourceFile): string[] {
  const found: string[] = [];
  const add = (node: { start: number; end: number }) => {
    found.push(`${file.path}: ${file.text.slice(node.start, node.end)}`);
  };
  const isAddress = (name: string) => name === 'location' || name === 'history';
  const isGlobal = (name: string) => ['window', 'document', 'globalThis', 'self', 'top'].includes(name);
  visit(file, {
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier') return;
      const throughGlobal =
        isGlobal(node.object.name) && node.property.type === 'Identifier' && isAddress(node.property.name);
      if (isAddress(node.object.name) || throughGlobal) add(node);
    },
    Literal: (node) => {
      if (node.value === 'popstate' || node.value === 'hashchange') add(node);
    },
  });
  return found;
}

const files = readFiles('src', ['.ts', '.tsx', '.css']);
const modules = files.filter(({ path }) => !path.endsWith('.css'));

describe('the house', () => {
  it('is read at all', () => {
    expect(modules.length).toBeGreaterThan(5);
  });

  it('has rooms that import only what their place in the order allows', () => {
    expect(files.flatMap(findForbidden)).toEqual([]);
  });

  it('has no files that import one another in a circle', () => {
    expect(findCycles(files)).toEqual([]);
  });

  it('leaves the address bar to one file', () => {
    const others = modules.filter(({ path }) => path !== ADDRESS_OWNER && !isTest(path));
    expect(others.flatMap(findAddressUses)).toEqual([]);
  });
});

describe('the test of the house', () => {
  const file = (path: string, text: string): SourceFile => ({ path, text });

  it.each([
    ["import { A } from '../corpus/a.ts';"],
    ["import type { A } from '../corpus/a.ts';"],
    ["import { type A } from '../corpus/a.ts';"],
    ["import '../corpus/a.ts';"],
    ["export { A } from '../corpus/a.ts';"],
    ["export type { A } from '../corpus/a.ts';"],
    ["export * from '../corpus/a.ts';"],
    ["const a = await import('../corpus/a.ts');"],
    ['const a = await import(`../corpus/a.ts`);'],
    ["type A = import('../corpus/a.ts').A;"],
    ["new Worker(new URL('../corpus/a.ts', import.meta.url), { type: 'module' });"],
    ["import A from '../corpus/a.ts?worker';"],
  ])('sees the upward import in: %s', (text) => {
    expect(findForbidden(file('src/text/b.ts', text))).toEqual([
      'src/text/b.ts: text may not import corpus (src/corpus/a.ts)',
    ]);
  });

  it.each([
    ['src/text/a.ts', "import { useState } from 'react';", 'text may not use react'],
    [
      'src/i18n/a.ts',
      "import { useQuery } from '@tanstack/react-query';",
      'i18n may not use @tanstack/react-query',
    ],
    ['src/link/a.ts', "import i18next from 'i18next';", 'link may not use i18next'],
    [
      'src/ui/rail/A.tsx',
      "import { B } from '../reader/B.tsx';",
      'ui/rail may not import ui/reader (src/ui/reader/B.tsx)',
    ],
    [
      'src/ui/kit/A.tsx',
      "import { b } from '../../text/b.ts';",
      'ui/kit may not import text (src/text/b.ts)',
    ],
    ['src/ui/rail/A.tsx', "import { b } from '../../app/b.ts';", 'ui/rail may not import app (src/app/b.ts)'],
    ['src/app/a.ts', "import { b } from '../testing/b.ts';", 'src/testing/b.ts is for tests only'],
    ['src/app/a.ts', "import { b } from '../text/b.test.ts';", 'src/text/b.test.ts is for tests only'],
    ['src/app/a.ts', "import data from '../../bench/b.json';", 'bench/b.json is outside src'],
    [
      'src/app/a.ts',
      'await import(`../ui/${name}.tsx`);',
      'import(`../ui/${name}.tsx`) is computed, so nobody can say where it leads',
    ],
    [
      'src/ui/rail/a.css',
      "@import '../reader/b.css';",
      'ui/rail may not import ui/reader (src/ui/reader/b.css)',
    ],
    [
      'src/ui/rail/a.css',
      ".a { composes: b from '../reader/b.css'; }",
      'ui/rail may not import ui/reader (src/ui/reader/b.css)',
    ],
    ['src/misc/a.ts', '', 'stands in no room of the house'],
    ['src/a.ts', '', 'stands in no room of the house'],
  ])('objects to %s with %s', (path, text, objection) => {
    expect(findForbidden(file(path, text))).toEqual([`${path}: ${objection}`]);
  });

  it.each([
    ['src/claims/a.ts', "import type { Span } from '../text/offsets.ts';"],
    ['src/ui/rail/A.tsx', "import { B } from '../kit/B.tsx'; import styles from './A.module.css';"],
    ['src/i18n/a.ts', "import { createInstance } from 'i18next';"],
    ['src/app/a.ts', "import { Rail } from '../ui/rail/Rail.tsx'; import { useState } from 'react';"],
    ['src/text/a.ts', "// import '../corpus/a.ts'\nconst a = \"import '../corpus/a.ts'\";"],
    ['src/text/a.test.ts', "import '../corpus/a.ts'; import '../testing/b.ts';"],
  ])('accepts %s with %s', (path, text) => {
    expect(findForbidden(file(path, text))).toEqual([]);
  });

  it('sees circles, also those closed by a type or a dynamic import', () => {
    const circle = [
      file('src/text/a.ts', "import { b } from './b.ts';"),
      file('src/text/b.ts', "import type { C } from './c.ts';"),
      file('src/text/c.ts', "await import('./a.ts');"),
    ];
    expect(findCycles(circle)).toEqual(['src/text/a.ts → src/text/b.ts → src/text/c.ts → src/text/a.ts']);
    expect(findCycles(circle.slice(0, 2))).toEqual([]);
  });

  it.each([
    'window.location.hash',
    'location.href',
    'history.pushState(null, "")',
    'globalThis.history',
    'document.location',
    'addEventListener("popstate", listen)',
  ])('sees the address bar in: %s', (text) => {
    expect(findAddressUses(file('src/app/a.ts', text))).not.toEqual([]);
  });

  it('leaves properties of other objects alone', () => {
    expect(
      findAddressUses(file('src/app/a.ts', 'article.location; undo.history; f({ location: 1 });')),
    ).toEqual([]);
  });
});
