import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** One import or re-export, as it stands in a source file. */
export interface Import {
  /** A path from the project root (`accounts/account.ts`), or the name of a package or of a module of Node. */
  readonly target: string;
  readonly internal: boolean;
  /** Vanishes when compiled: `import type`, `export type`. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the project root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Everything is run from the project root (npm does so). */
const ROOT = process.cwd();
const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-output']);

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm;
const EXPRESSION = /\bimport(?:\.meta\.resolve)?\(\s*'([^']+)'/g;

/** Every TypeScript file of the project. */
export function readSourceFiles(): readonly SourceFile[] {
  return projectFiles()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** Folders at the top that are part of the project, hidden ones left out. */
export function topFolders(): readonly string[] {
  return entries('')
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

export function readText(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return undefined;
  }
}

function projectFiles(folder = ''): readonly string[] {
  return entries(folder).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}

function entries(folder: string) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(
    ({ name }) => !NOT_OURS.has(name) && !name.startsWith('.'),
  );
}

function importsOf(path: string, text: string): readonly Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(([, type, specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
  const expressions = [...text.matchAll(EXPRESSION)].map(([, specifier = '']) => ({
    specifier,
    typeOnly: false,
  }));
  return [...statements, ...expressions].map(({ specifier, typeOnly }) => {
    const internal = specifier.startsWith('.');
    const target = internal ? normalize(join(dirname(path), specifier)) : packageOf(specifier);
    return { target, internal, typeOnly };
  });
}

/** `@koa/router/lib` → `@koa/router`; modules of Node keep their whole name. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
