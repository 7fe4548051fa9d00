import { defineFile } from './define-page.ts';

export default defineFile('text', (page) => page.text);
