// Writes docs/problems.md: `npm run docs:problems`.
import fs from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['tests/problems/problems-document.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString('base64');
const { readExamples, renderProblemsDocument } = await import(`data:text/javascript;base64,${code}`);
fs.writeFileSync('docs/problems.md', renderProblemsDocument(readExamples('tests/bad-content')));
