import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'vite';

/** The top of the project, with a slash at its end. */
export const TOP = fileURLToPath(new URL('../../', import.meta.url));

/** A file of the project, for tests that read the source itself. */
export interface SourceFile {
  /** From the top of the project, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}

/** One place where a file names another, or a package. */
export interface Reference {
  /** As written; null when it is computed, so that nothing can be said of it. */
  readonly specifier: string | null;
  /** The text of the place, for messages. */
  readonly code: string;
}

/** Lists the files under a folder, from the top of the project; none when it is absent. */
export function listFiles(folder: string): string[] {
  if (!existsSync(TOP + folder)) return [];
  return readdirSync(TOP + folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .toSorted();
}

/** Reads the files under a folder whose names end in one of `endings`. */
export function readFiles(folder: string, endings: readonly string[]): SourceFile[] {
  return listFiles(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readFileSync(TOP + path, 'utf8') }));
}

/** Whether a file only serves tests: a test beside the code, or what tests share. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('src/testing/');
}

/**
 * Finds every place where a module or a style sheet names another file: imports of values and of
 * types, re-exports, `import()`, `import('…').Type`, `new URL('…', import.meta.url)` (workers), and
 * in CSS `@import`, `composes … from` and `url()`.
 */
export function findReferences(file: SourceFile): Reference[] {
  return file.path.endsWith('.css') ? findStyleReferences(file.text) : findModuleReferences(file);
}

function findStyleReferences(text: string): Reference[] {
  const pattern = /@import\s+(?:url\()?["']([^"']+)|\bfrom\s+["']([^"']+)["']|\burl\(\s*["']?(\.[^"')]+)/g;
  return Array.from(removeStyleComments(text).matchAll(pattern), ([code, imported, composed, fetched]) => ({
    specifier: imported ?? composed ?? fetched ?? null,
    code,
  }));
}

function findModuleReferences(file: SourceFile): Reference[] {
  const found: Reference[] = [];
  const add = (node: { start: number; end: number }, source: unknown) => {
    found.push({ specifier: literalOf(source), code: file.text.slice(node.start, node.end) });
  };
  visit(file, {
    ImportDeclaration: (node) => add(node, node.source),
    ExportAllDeclaration: (node) => add(node, node.source),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node, node.source);
    },
    ImportExpression: (node) => add(node, node.source),
    TSImportType: (node) => add(node, node.source),
    NewExpression: (node) => {
      const [address, base] = node.arguments;
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL';
      const isOwn = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
      if (isUrl && isOwn) add(node, address);
    },
  });
  return found;
}

/** Walks the syntax tree of a module. @throws Error when it cannot be parsed. */
export function visit({ path, text }: SourceFile, visitor: ConstructorParameters<typeof Visitor>[0]): void {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`);
  new Visitor(visitor).visit(program);
}

/** The value of a string in the source, also of a template without holes; null for anything else. */
function literalOf(node: unknown): string | null {
  if (typeof node !== 'object' || node === null) return null;
  if ('value' in node && typeof node.value === 'string') return node.value;
  if (!('quasis' in node) || !Array.isArray(node.quasis) || node.quasis.length !== 1) return null;
  const [only] = node.quasis as readonly { value: { cooked: string | null } }[];
  return only?.value.cooked ?? null;
}

/** Blanks out comments, so that offsets and lines stay as they are. */
export function removeStyleComments(css: string): string {
  return css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '));
}

/**
 * Where a reference leads.
 * @returns a path from the top of the project; null for a package
 */
export function resolveReference(from: string, specifier: string): string | null {
  const [path = ''] = specifier.split('?', 1);
  if (path.startsWith('/')) return path.slice(1);
  return path.startsWith('.') ? posix.join(posix.dirname(from), path) : null;
}

/** The line of an offset, counted from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
