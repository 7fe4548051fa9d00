import fs from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { articleFields } from '../../src/content/article-fields.ts';
import { buildAdminConfig } from '../../src/editors/cms-config.ts';
import type { Cms } from '../../src/site/site.ts';
import { sampleSite } from '../archive/sample-content.ts';
import { sampleNames } from './sample-names.ts';

const names = await sampleNames();
const schema = JSON.parse(fs.readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8'));
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
const github: Cms = { backend: 'github', repo: 'a/b', branch: 'main', server: undefined, auth: undefined };
const own: Cms = {
  backend: 'gitea',
  repo: 'a/b',
  branch: 'main',
  server: 'https://git.example',
  auth: 'https://auth.example/',
};

it.each([github, own, { ...github, backend: 'gitlab' }, { ...github, backend: 'test' }] satisfies Cms[])(
  'Sveltia takes the configuration for $backend',
  (cms) => {
    const { config } = buildAdminConfig(sampleSite, cms, names);
    expect(validate(JSON.parse(JSON.stringify(config))), JSON.stringify(validate.errors?.slice(-5))).toBe(
      true,
    );
  },
);

it('what is filed on GitHub is a pull request, signed in by a token or a service', () => {
  expect(buildAdminConfig(sampleSite, github, names).config).toMatchObject({
    publish_mode: 'editorial_workflow',
    backend: { name: 'github', repo: 'a/b', branch: 'main', auth_methods: ['token'] },
  });
  expect(buildAdminConfig(sampleSite, own, names).config).toMatchObject({
    backend: {
      name: 'gitea',
      api_root: 'https://git.example/api/v1',
      base_url: 'https://auth.example/',
      auth_methods: ['oauth', 'token'],
    },
  });
});

it('the form has every key, in the order of the table, with what the registries hold', () => {
  const { config, forms } = buildAdminConfig(sampleSite, github, names);
  const text = JSON.stringify(config);
  expect(forms.article?.keys).toEqual(Object.keys(articleFields));
  for (const { name } of [...names.zones, ...names.channels, ...names.topics])
    expect(text).toContain(`"${name}"`);
  expect(forms.article?.names.zone).toMatchObject({ sip: '苏州工业园区' });
  expect(forms.article?.names.medium).toEqual({ text: '文字新闻', picture: '图片新闻', video: '视频新闻' });
  expect(forms.article).toMatchObject({
    flags: ['draft'],
    falsy: ['prev', 'next'],
    pairs: { source: { main: 'name', other: 'url' } },
  });
});
