import assert from 'node:assert/strict';
import { isBuiltin } from 'node:module';

import { z } from 'zod';

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

const versions = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

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

describe('Dependencies keep their budget (docs/adr/0011):', () => {
  const manifest = manifestSchema.parse(JSON.parse(readText('package.json') ?? ''));
  const lock = lockSchema.parse(JSON.parse(readText('package-lock.json') ?? ''));
  const runtime = { ...manifest.dependencies, ...manifest.optionalDependencies };
  const direct = { ...runtime, ...manifest.devDependencies };
  const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
  const installedToRun = installed.filter(([, { dev, devOptional }]) => !(dev ?? devOptional));

  it('versions are exact', () => {
    none(
      Object.entries(direct).flatMap(([name, version]) =>
        /^\d+\.\d+\.\d+$/.test(version) ? [] : [name],
      ),
    );
  });

  it('no more than 25 direct ones and 125 in all are needed to run', () => {
    assert.ok(Object.keys(runtime).length <= 25, `direct: ${Object.keys(runtime).length}`);
    assert.ok(installedToRun.length <= 125, `in all: ${installedToRun.length}`);
  });

  it('none that is needed to run has an install script', () => {
    none(
      installedToRun.flatMap(([path, { hasInstallScript }]) =>
        hasInstallScript === true ? [path] : [],
      ),
    );
  });

  it('each has its reason in the decision record, and nothing else has', () => {
    const record = readText('docs/adr/0011-dependencies.md') ?? '';
    const rows = record.split('\n').filter((line) => line.startsWith('| `'));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    assert.deepEqual(named.toSorted(), Object.keys(direct).toSorted());
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
