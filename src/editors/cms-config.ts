import { articleFields } from '../content/article-fields.ts';
import { type FormRules, SLUG_KEY } from '../content/article-form.ts';
import type { Fields } from '../content/fields.ts';
import { schemaOf } from '../content/kinds.ts';
import { pageFields, topicFields, zoneFields } from '../content/registry-fields.ts';
import type { Schema } from '../content/schema.ts';
import type { Cms, Site } from '../site/site.ts';
import { buildCmsFields, type CmsField, pairOf } from './cms-fields.ts';
import { type RegistryNames, writtenNames } from './registry-names.ts';

/** What the page at `/admin/` is told: Sveltia's own configuration, and how each form's file is written. */
export interface AdminConfig {
  readonly config: object;
  readonly forms: Readonly<Record<string, FormRules>>;
}

/** Folder of the content in the repository. */
const root = 'content';

/** The folder of an article: of its date as written. Sveltia's own {{year}} would be that of UTC or the browser. */
const month = "{{fields.date | date('YYYY')}}/{{fields.date | date('MM')}}";

/** Collections, drop-downs and hints from the tables that read content and from its registries. */
export function buildAdminConfig(site: Site, cms: Cms, names: RegistryNames): AdminConfig {
  const kinds = [
    {
      name: 'article',
      label: '稿件',
      folder: 'news',
      path: `${month}/{{slug}}/index`,
      of: articleFields,
    },
    {
      name: 'plain',
      label: '单个文件的稿件',
      folder: 'news',
      path: `${month}/{{slug}}`,
      of: articleFields,
    },
    { name: 'zone', label: '开发区', folder: 'zones', path: '{{slug}}', of: zoneFields },
    { name: 'topic', label: '专题', folder: 'topics', path: '{{slug}}', of: topicFields },
    { name: 'page', label: '固定页面', folder: 'pages', path: '{{slug}}', of: pageFields },
  ];
  const isReviewed = cms.backend === 'github' || cms.backend === 'gitlab';
  const collections = kinds.map(({ name, label, folder, path, of }) => {
    const first = Object.keys(of)[0] ?? '';
    return {
      name,
      label,
      folder: `${root}/${folder}`,
      path,
      format: name,
      identifier_field: first,
      create: name !== 'plain',
      // A file that is deleted leaves an address without an answer.
      delete: false,
      slug: { template: `{{fields.${SLUG_KEY}}}`, editable: false },
      media_folder: '',
      public_folder: '',
      ...(name === 'plain' && { description: '早先的稿件，没有自己的文件夹。新稿件请建在“稿件”里。' }),
      ...(of === articleFields && {
        summary: '{{title}}（{{date}}）',
        sortable_fields: { fields: ['date', 'title'], default: { field: 'date', direction: 'descending' } },
        view_filters: [{ label: '草稿', field: 'draft', pattern: true }],
      }),
      fields: withSlug(buildCmsFields(schemaOf(of), names, site.timeZone), first),
    };
  });
  return {
    config: {
      load_config_file: false,
      backend: backendOf(cms),
      ...(isReviewed && { publish_mode: 'editorial_workflow' }),
      // It would show the fields once more, not the page of the site.
      editor: { preview: false },
      app_title: `${site.name} 投稿`,
      site_url: site.url,
      media_folder: `${root}/news`,
      media_libraries: { default: { config: { slugify_filename: true } }, stock_assets: { providers: [] } },
      slug: { encoding: 'ascii', clean_accents: true, maxlength: 80 },
      issue_reports: { url: site.url },
      collections,
    },
    forms: Object.fromEntries(kinds.map(({ name, of }) => [name, buildFormRules(of, names)])),
  };
}

/** After the title, the name of a new file, which the page makes from it. */
function withSlug(fields: readonly CmsField[], after: string): CmsField[] {
  const at = fields.findIndex(({ name }) => name === after) + 1;
  const slug: CmsField = {
    name: SLUG_KEY,
    label: '网址名',
    widget: 'pinyin',
    required: false,
    title: after,
    hint: '网址的最后一段，用标题的拼音；以后改标题不会变',
  };
  return [...fields.slice(0, at), slug, ...fields.slice(at)];
}

function backendOf({ backend, repo, branch, server, auth }: Cms): object {
  if (backend === 'test') return { name: 'test-repo' };
  const api = { github: '/api/v3', gitlab: '/api/v4', gitea: '/api/v1' }[backend];
  return {
    name: backend,
    repo,
    branch,
    ...(server !== undefined && { api_root: `${server}${api}` }),
    ...((auth ?? server) !== undefined && { base_url: auth ?? server }),
    auth_methods: auth === undefined ? ['token'] : ['oauth', 'token'],
    commit_messages: {
      create: '新稿件：{{slug}}',
      update: '修改：{{slug}}',
      delete: '删除：{{slug}}',
      uploadMedia: '图片：{{path}}',
      deleteMedia: '删除图片：{{path}}',
    },
  };
}

function buildFormRules(fields: Fields, names: RegistryNames): FormRules {
  const entries = Object.entries(schemaOf(fields).properties ?? {});
  const keysWhere = (holds: (schema: Schema) => boolean): string[] =>
    entries.filter(([, schema]) => holds(schema)).map(([key]) => key);
  const pairs = entries.flatMap(([key, schema]) => {
    const [main, other] = Object.keys(pairOf(schema)?.properties ?? {});
    return main === undefined || other === undefined ? [] : [[key, { main, other }] as const];
  });
  return {
    keys: entries.map(([key]) => key),
    flags: keysWhere(({ type }) => type === 'boolean'),
    falsy: keysWhere(({ anyOf }) => anyOf?.some((each) => each.const === false) === true),
    pairs: Object.fromEntries(pairs),
    names: Object.fromEntries(entries.map(([key, schema]) => [key, shownNames(schema, names)])),
  };
}

/** By every word that may stand there, the one that a form shows. */
function shownNames(schema: Schema, names: RegistryNames): Record<string, string> {
  const registry = schema.registry ?? schema.items?.registry;
  if (registry === undefined) return { ...schema.shownAs };
  const items = names[registry];
  const written = writtenNames(items);
  return Object.fromEntries(items.map(({ id }, index) => [id, written[index] ?? id]));
}
