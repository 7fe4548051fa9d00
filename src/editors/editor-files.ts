import { articleFields } from '../content/article-fields.ts';
import {
  channelFields,
  pageFields,
  regionFields,
  siteFields,
  sourceEntryFields,
  topicFields,
  zoneFields,
} from '../content/registry-fields.ts';
import { buildFileSchema, buildListSchema } from './file-schema.ts';
import type { RegistryNames } from './registry-names.ts';
import { buildSnippets } from './snippets.ts';
import {
  editorconfig,
  gitattributes,
  vscodeExtensions,
  vscodeSettings,
  vscodeTasks,
} from './workspace-files.ts';

/** Files for editors' programs, by path in the project. `content` is where the content folder lies in it. */
export function buildEditorFiles(names: RegistryNames, content: string): Readonly<Record<string, string>> {
  const schemas = {
    article: { of: `${content}/news/**/*.md`, schema: buildFileSchema('稿件', articleFields, names) },
    zone: { of: `${content}/zones/*.md`, schema: buildFileSchema('开发区', zoneFields, names) },
    topic: { of: `${content}/topics/*.md`, schema: buildFileSchema('专题', topicFields, names) },
    page: { of: `${content}/pages/*.md`, schema: buildFileSchema('固定页面', pageFields, names) },
    site: { of: `${content}/site.yaml`, schema: buildFileSchema('网站', siteFields, names) },
    channels: { of: `${content}/channels.yaml`, schema: buildListSchema('栏目', channelFields, names) },
    regions: { of: `${content}/regions.yaml`, schema: buildListSchema('地区', regionFields, names) },
    sources: { of: `${content}/sources.yaml`, schema: buildListSchema('来源', sourceEntryFields, names) },
  };
  const files = Object.entries(schemas).map(([name, { of, schema }]) => ({
    path: `.vscode/schemas/${name}.schema.json`,
    of,
    schema,
  }));
  const settings = {
    ...vscodeSettings,
    'yaml.schemas': Object.fromEntries(files.map(({ path, of }) => [path, of])),
  };
  return {
    '.vscode/settings.json': json(settings),
    '.vscode/extensions.json': json(vscodeExtensions),
    '.vscode/tasks.json': json(vscodeTasks),
    '.vscode/news.code-snippets': json(buildSnippets(names)),
    ...Object.fromEntries(files.map(({ path, schema }) => [path, json(schema)])),
    '.editorconfig': editorconfig,
    '.gitattributes': gitattributes,
  };
}

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
