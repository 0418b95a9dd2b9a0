import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';

import {
  DOORS,
  ENVIRONMENT_READERS,
  MAY_IMPORT,
  PURE_NODE_MODULES,
  RULES,
} from './support/house-rules.ts';
import { readSourceFiles, readText, topFolders, type Import } from './support/source-files.ts';

const MOST_LINES = 200;
const MOST_TEST_LINES = 300;
const MOST_README_LINES = 20;
const DRAWERS = /(^|\/)(utils?|helpers?|services?|misc)(\/|\.tsx?$)/;

describe('The house keeps its plan (design, section 4):', () => {
  const files = readSourceFiles();

  it('there are files to look at', () => {
    assert.ok(files.length > 100, `only ${files.length}`);
    assert.ok(files.some(({ imports }) => imports.length > 10));
  });

  it('every folder imports only what stands below it', () => {
    none(
      files.flatMap(({ path, imports }) =>
        imports
          .filter((each) => each.internal && !mayImport(path, each))
          .map(({ target, typeOnly }) => `${path} → ${target}${typeOnly ? ' (types)' : ''}`),
      ),
    );
  });

  it('every library has one door', () => {
    none(
      files
        .filter(({ path }) => !path.startsWith('test/'))
        .flatMap(({ path, imports }) =>
          imports
            .filter(({ internal, target }) => !internal && !hasDoor(path, target))
            .map(({ target }) => `${path} → ${target}`),
        ),
    );
  });

  it('rules know nothing of HTTP, storage, processes and files', () => {
    none(
      files
        .filter(({ path }) => RULES.test(path))
        .flatMap(({ path, imports }) =>
          imports
            .filter(({ target }) => isBuiltin(target) && !PURE_NODE_MODULES.has(target))
            .map(({ target }) => `${path} → ${target}`),
        ),
    );
  });

  it('only the boot and the command line read the environment', () => {
    none(
      files
        .filter(({ path }) => !ENVIRONMENT_READERS.test(path))
        .filter(({ text }) => /\bprocess\.env\b|\bprocess\['env'\]/.test(text))
        .map(({ path }) => path),
    );
  });

  it(`no file is longer than ${MOST_LINES} lines, and no test longer than ${MOST_TEST_LINES}`, () => {
    none(
      files
        .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
        .filter(({ path, lines }) => lines > mostLines(path))
        .map(({ path, lines }) => `${path}: ${lines}`),
    );
  });

  it('no file is a drawer for everything', () => {
    none(files.map(({ path }) => path).filter((path) => DRAWERS.test(path)));
  });

  it(`every folder says in at most ${MOST_README_LINES} lines what it is`, () => {
    none(
      topFolders()
        .filter((folder) => folder !== 'bin')
        .map((folder) => ({
          folder,
          lines: readText(`${folder}/README.md`)?.trimEnd().split('\n'),
        }))
        .filter(({ lines }) => lines === undefined || lines.length > MOST_README_LINES)
        .map(({ folder, lines }) => `${folder}/README.md: ${lines?.length ?? 'missing'}`),
    );
  });
});

function none(violations: readonly string[]): void {
  assert.deepEqual([...new Set(violations)].toSorted(), []);
}

function mayImport(path: string, { target, typeOnly }: Import): boolean {
  const part = partOf(path);
  if (part === undefined) return false;
  if (isIn(target, part) && partOf(target) === part) return true;
  return (MAY_IMPORT[part] ?? []).some((allowed) => {
    if (allowed === '*') return true;
    const types = allowed.startsWith('types of ');
    return (
      (typeOnly || !types) && isIn(target, types ? allowed.slice('types of '.length) : allowed)
    );
  });
}

/** The longest path of the plan that the file lies under. */
function partOf(path: string): string | undefined {
  return Object.keys(MAY_IMPORT)
    .filter((part) => isIn(path, part))
    .toSorted((a, b) => b.length - a.length)[0];
}

function isIn(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}

function hasDoor(path: string, library: string): boolean {
  const door = DOORS[library];
  return door === undefined ? isBuiltin(library) : door.test(path);
}

function mostLines(path: string): number {
  return path.startsWith('test/') ? MOST_TEST_LINES : MOST_LINES;
}
