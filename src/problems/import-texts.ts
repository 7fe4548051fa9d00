import type { Entry } from './entry.ts';

/** Rules of `import`, and what old pages hold. */
export const importTexts = {
  'rule-selector': {
    level: 'error',
    zh: {
      what: '{key} 的“{value}”不是 CSS 选择器',
      fix: '请改正；如果是标签文字，请以冒号结尾，例如“发布时间：”',
    },
    en: { what: '"{value}" of {key} is no CSS selector', fix: 'mend it; a label ends with a colon' },
  },
  'old-character-lost': {
    level: 'warning',
    zh: { what: '旧网页里有乱码“{value}”（原来的字已经丢了）', fix: '请对照原文补上，写出来的稿件里是 〓' },
    en: {
      what: 'the old page has lost a character: "{value}"',
      fix: 'write the original; the article has 〓',
    },
  },
  'old-character-private': {
    level: 'warning',
    zh: { what: '旧网页里有自造字 {value}，别的电脑上看不到', fix: '请换成通用的字' },
    en: { what: 'the old page holds the private character {value}', fix: 'write one that others can see' },
  },
} as const satisfies Record<string, Entry>;
