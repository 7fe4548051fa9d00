import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** What a folder of the house may import, beside itself and what those may import in turn. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/problems': [],
  'src/site': ['src/problems'],
  'src/markdown': ['src/problems'],
  'src/proof': ['src/problems'],
  'src/content': ['src/site', 'src/problems', 'src/markdown', 'src/proof'],
  'src/editors': ['src/content'],
  'src/archive': ['src/content'],
  'src/pages': ['src/archive', 'src/editors', 'src/site'],
  'src/build': ['src/pages'],
  'src/search': ['src/archive'],
  'src/publish': ['src/build', 'src/search', 'src/verify'],
  'src/announce': ['src/publish'],
  'src/import': ['src/content', 'src/problems'],
  'src/preview': ['src/publish', 'src/verify', 'src/import'],
  'src/cli': ['src/editors', 'src/preview', 'src/publish', 'src/announce', 'src/verify', 'src/import'],
};

/**
 * The browser's code is for the browser alone, and for who asks the index as readers do; a built site is judged
 * from outside; templates see types alone.
 */
const onlyDirectly: Readonly<Record<string, readonly string[]>> = {
  'src/browser': ['src/search'],
  'src/verify': ['src/problems', 'src/search', 'src/browser'],
  'src/admin': ['src/content'],
  templates: [],
};

interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly folder: string;
  readonly imports: readonly { readonly from: string; readonly typeOnly: boolean }[];
}

const files = ['src', 'templates'].flatMap(listSources);

function listSources(folder: string): SourceFile[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .filter((name) => /\.(tsx?|mjs|css)$/.test(name))
    .sort()
    .map((name) => {
      const text = fs.readFileSync(name, 'utf8');
      return { name, text, folder: folderOf(name), imports: parseImports(text) };
    });
}

function folderOf(name: string): string {
  return name.startsWith('templates/') ? 'templates' : name.split('/').slice(0, 2).join('/');
}

function parseImports(text: string): SourceFile['imports'] {
  const statement =
    /^(?:import|export)\s(type\s)?(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statement)].map(([, type, named, dynamic]) => ({
    from: named ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }));
}

/** Everything below a folder. */
function below(folder: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const next of mayImport[folder] ?? []) {
    if (!seen.has(next)) below(next, seen.add(next));
  }
  return seen;
}

const namesWhere = (holds: (file: SourceFile) => boolean): string[] =>
  files.filter(holds).map(({ name }) => name);

const importers = (library: string): string[] =>
  namesWhere(({ imports }) => imports.some(({ from }) => from === library || from.startsWith(`${library}/`)));

describe('the layers of the house', () => {
  test('every folder of src has its place', () => {
    const known = [...Object.keys(mayImport), ...Object.keys(onlyDirectly)];
    expect(
      [...new Set(files.map(({ folder }) => folder))].filter((folder) => !known.includes(folder)),
    ).toEqual([]);
  });

  test('imports go one way only', () => {
    const wrong = files.flatMap(({ name, folder, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from, typeOnly }) => ({ to: path.posix.join(path.posix.dirname(name), from), typeOnly }))
        .filter(({ to, typeOnly }) => {
          const target = folderOf(to);
          if (target === folder) return false;
          if (folder === 'templates') return !typeOnly;
          const allowed = onlyDirectly[folder];
          return allowed ? !allowed.includes(target) : !below(folder).has(target);
        })
        .map(({ to }) => `${name} → ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every import of ours names a file that is there', () => {
    const lost = files.flatMap(({ name, imports }) =>
      imports
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => path.posix.join(path.posix.dirname(name), from))
        .filter((to) => !fs.existsSync(to))
        .map((to) => `${name} → ${to}`),
    );
    expect(lost).toEqual([]);
  });

  test('gray-matter stands behind one wrapper', () => {
    expect(importers('gray-matter')).toHaveLength(1);
    expect(importers('gray-matter')[0]).toMatch(/^src\/content\//);
  });

  test('YAML has one door, src/content', () => {
    expect(importers('yaml').filter((name) => !name.startsWith('src/content/'))).toEqual([]);
  });

  test('time has one door, src/site', () => {
    expect(importers('luxon').filter((name) => !name.startsWith('src/site/'))).toEqual([]);
  });

  test('unescaped HTML comes out in two places only', () => {
    const outside = (pattern: RegExp): string[] =>
      namesWhere(({ name, text }) => !name.startsWith('templates/jsx/') && pattern.test(text));
    expect(outside(/\btrusted\(/)).toEqual(['templates/parts/html.tsx', 'templates/parts/json-ld.tsx']);
    expect(outside(/new Html\(|dangerouslySetInnerHTML|innerHTML/)).toEqual([]);
  });
});

describe('names and sizes', () => {
  const code = files.filter(({ name }) => /\.(tsx?|mjs)$/.test(name));

  test('no index files', () => {
    expect(namesWhere(({ name }) => /(^|\/)index\.[a-z.]+$/.test(name))).toEqual([]);
  });

  test('no grab-bags', () => {
    expect(namesWhere(({ name }) => /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.)/.test(name))).toEqual([]);
  });

  test('file names are kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.11ty)?(\.d)?\.[a-z]+$/;
    expect(namesWhere(({ name }) => !kebab.test(path.posix.basename(name)))).toEqual([]);
  });

  test('only Eleventy gets default exports', () => {
    const wrong = code.filter(
      ({ name, text }) =>
        /^export default/m.test(text) && !/\.11ty\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('no file is longer than 300 lines', () => {
    const lines = ({ text }: SourceFile): number => text.split('\n').length - 1;
    expect(files.filter((file) => lines(file) > 300).map((file) => `${file.name} ${lines(file)}`)).toEqual(
      [],
    );
  });
});
