import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FormRules, parseForm, renderForm } from '../../src/content/article-form.ts';

const rules: FormRules = {
  keys: ['title', 'date', 'source', 'channel', 'zone', 'summary', 'keywords', 'cover', 'prev', 'draft'],
  flags: ['draft'],
  falsy: ['prev'],
  pairs: { source: { main: 'name', other: 'url' } },
  names: { zone: { sip: '苏州工业园区' } },
};

const written = `---
# 编辑部备注
title: "一: 二"
zone: sip
date: 2020-01-23
keywords: [ 港口,冷链 ]   # 两个
source: {name: 江海园区报, url: https://example.com/a}
cover:
  src: a.png
  alt: 图
---

第一段。

第二段。
`;

describe('a file as a form', () => {
  it('gives what is written, names for ids, a map in two fields', () => {
    expect(parseForm(written, rules)).toMatchObject({
      title: '一: 二',
      date: '2020-01-23',
      zone: '苏州工业园区',
      keywords: ['港口', '冷链'],
      source: '江海园区报',
      source_url: 'https://example.com/a',
      cover: { src: 'a.png', alt: '图' },
      draft: false,
      body: '第一段。\n\n第二段。',
    });
  });

  it('keeps every byte of what was not changed', () => {
    expect(renderForm(parseForm(written, rules), rules)).toBe(written);
  });

  it('keeps every byte of every article of the sample', () => {
    const files = fs
      .readdirSync('content/news', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => fs.readFileSync(`content/news/${name}`, 'utf8'));
    expect(files.length).toBeGreaterThan(50);
    for (const text of files) expect(renderForm(parseForm(text, rules), rules)).toBe(text);
  });

  it('changes the lines of what was changed alone, and puts new keys in their place', () => {
    const form = {
      ...parseForm(written, rules),
      summary: '“要: 点”',
      prev: 'false',
      keywords: ['港口'],
      zone: '',
    };
    expect(renderForm(form, rules)).toBe(
      written
        .replace('zone: sip\n', '')
        .replace('keywords: [ 港口,冷链 ]   # 两个\n', 'summary: "“要: 点”"\nkeywords: [港口]\n')
        .replace('  alt: 图\n', '  alt: 图\nprev: false\n'),
    );
  });

  it('takes a source address on and off', () => {
    const form = parseForm(written, rules);
    expect(renderForm({ ...form, source_url: '' }, rules)).toContain('\nsource: 江海园区报\n');
    const plain = written.replace(/source: .*/, 'source: 江海园区报');
    const more = { ...parseForm(plain, rules), source_url: 'https://example.com/b' };
    expect(renderForm(more, rules)).toContain('\nsource: {name: 江海园区报, url: https://example.com/b}\n');
  });

  it('writes a new file in the order of the keys, without what is empty', () => {
    const form = {
      body: '正文。',
      draft: true,
      keywords: ['a, b', ''],
      title: '一百年： "好"',
      date: '2026-11-28 01:59',
      cover: { src: 'a.png', alt: '', caption: '图注' },
      zone: null,
      slug: 'yi-bai-nian',
    };
    expect(renderForm(form, rules)).toBe(
      '---\ntitle: 一百年： "好"\ndate: 2026-11-28 01:59\nkeywords: ["a, b"]\ncover: {src: a.png, caption: 图注}\ndraft: true\n---\n\n正文。\n',
    );
  });

  it('takes the draft mark away when it is published', () => {
    const draft = written.replace('---\n\n第', 'draft: true\n---\n\n第');
    expect(parseForm(draft, rules).draft).toBe(true);
    expect(renderForm({ ...parseForm(draft, rules), draft: false }, rules)).toBe(written);
  });

  it('puts a first text below a head that has none', () => {
    const form = parseForm('---\ntitle: 一\n---', rules);
    expect(renderForm(form, rules)).toBe('---\ntitle: 一\n---');
    expect(renderForm({ ...form, body: '正文。' }, rules)).toBe('---\ntitle: 一\n---\n\n正文。\n');
  });

  it('refuses what is no file of ours', () => {
    expect(() => parseForm('没有', rules)).toThrow('没有两行 ---');
    expect(() => parseForm('---\ntitle: [a\n---\n', rules)).toThrow();
  });
});
