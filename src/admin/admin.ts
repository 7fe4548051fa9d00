import sveltia from '@sveltia/cms';
import { type FormRules, parseForm, renderForm } from '../content/article-form.ts';
import { pinyinControl, proposedControl } from './controls.ts';

/* The page at /admin/: Sveltia CMS, bundled with it, on the configuration that the build wrote beside it. */

interface AdminConfig {
  readonly config: object;
  readonly forms: Readonly<Record<string, FormRules>>;
}

const answer = await fetch('config.json');
// Our own build wrote it.
const { config, forms }: AdminConfig = await answer.json();
for (const [name, rules] of Object.entries(forms)) {
  sveltia.registerCustomFormat(name, 'md', {
    fromFile: (text) => parseForm(text, rules),
    toFile: (values) => renderForm(values, rules),
  });
}
sveltia.registerFieldType('pinyin', pinyinControl());
sveltia.registerFieldType('proposed', proposedControl());
await sveltia.init({ config });
