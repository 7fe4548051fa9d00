import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/read-content.ts';
import { articleText, contentFolder, readFolder } from './content-folder.ts';
import { avif, exif, gif, jpeg, png, svg, webp } from './picture-bytes.ts';

const folder = 'news/2020/01';

const show = async (name: string, bytes: string | Buffer) => {
  const { articles, problems } = await readFolder({
    [`${folder}/a.md`]: articleText('', `\n![图](${name})\n`),
    [`${folder}/${name}`]: bytes,
  });
  return {
    picture: articles[0]?.firstPicture,
    html: articles[0]?.html,
    told: problems.map(({ code, values }) => `${code} ${values.found ?? values.size ?? ''}`.trim()),
  };
};

describe('pictures', () => {
  it.each([
    ['a.png', png(30, 20)],
    ['a.jpg', jpeg(30, 20)],
    ['a.jpeg', jpeg(30, 20, undefined, 200_000)],
    ['a.gif', gif(30, 20)],
    ['a.webp', webp(30, 20)],
    ['a.avif', avif(30, 20)],
    ['a.svg', svg()],
    ['a.JPG', jpeg(30, 20)],
    ['图.png', png(30, 20)],
  ])('%s has its size and address', async (name, bytes) => {
    const { picture, told, html } = await show(name, bytes);
    expect(told).toEqual([]);
    expect(picture).toEqual({
      address: `/${folder}/${name}`,
      alt: '图',
      caption: undefined,
      credit: undefined,
      width: 30,
      height: 20,
    });
    expect(html).toContain(`src="/${folder}/${encodeURIComponent(name)}"`);
  });

  it('a photo that lies on its side is measured as it is shown', async () => {
    expect((await show('a.jpg', jpeg(30, 20, exif(6, false)))).picture).toMatchObject({
      width: 20,
      height: 30,
    });
  });

  it('a size in viewBox alone is enough', async () => {
    const { picture } = await show(
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"></svg>',
    );
    expect(picture).toMatchObject({ width: 30, height: 20 });
  });

  it.each([
    ['an empty file', 'a.png', '', 'picture-empty'],
    ['a JPEG called PNG', 'a.png', jpeg(3, 2), 'picture-content jpg'],
    ['a PNG called JPEG', 'a.jpg', png(3, 2), 'picture-content png'],
    ['a page called PNG', 'a.png', '<html></html>', 'picture-content'],
    ['a page called SVG', 'a.svg', '<html><svg></svg></html>', 'picture-content'],
    ['an SVG without a size', 'a.svg', '<svg xmlns="x"></svg>', 'picture-content'],
    ['no size', 'a.png', png(0, 0), 'picture-content'],
    ['too many pixels', 'a.png', png(30_000, 30_000), 'picture-large 30000 × 30000'],
    ['a cut-off PNG', 'a.png', png(3, 2).subarray(0, 40), 'picture-broken'],
    ['a cut-off JPEG', 'a.jpg', jpeg(3, 2).subarray(0, -2), 'picture-broken'],
    ['a head without a size', 'a.jpg', jpeg(3, 2).subarray(0, 12), 'picture-content'],
    ['a place', 'a.jpg', jpeg(3, 2, exif(1, true)), 'picture-place'],
  ])('%s', async (_, name, bytes, code) => {
    expect((await show(name, bytes)).told).toEqual([code]);
  });

  it.each([
    ['<script>alert(1)</script>', '<script'],
    ['<svg:script/>', '<svg:script'],
    ['<rect onclick="x"/>', 'onclick='],
    ['<rect\nonload = "x"/>', 'onload ='],
    ['<foreignObject><p/></foreignObject>', '<foreignObject'],
    ['<a href="javascript:alert(1)"/>', 'javascript:'],
    ['<a href="java&#x73;cript:alert(1)"/>', 'javascript:'],
    ['<image href="https://other.example/a.png"/>', 'href="https://other.example/a.png'],
    ['<style>@import "a.css"</style>', '@import'],
  ])('an SVG with %s is refused', async (inside, found) => {
    expect((await show('a.svg', svg(inside))).told).toEqual([`svg-unsafe ${found}`]);
  });

  it('a file of more than 20 MB is refused without reading it', async () => {
    const root = contentFolder({
      [`${folder}/a.md`]: articleText('', '\n![图](a.png)\n'),
      [`${folder}/a.png`]: png(3, 2),
    });
    fs.truncateSync(path.join(root, folder, 'a.png'), 300 * 1024 * 1024);
    const { problems } = await readContent({ root, baseUrl: undefined });
    expect(problems).toMatchObject([{ code: 'picture-heavy', values: { size: '300.0' } }]);
  });

  it('the same mistake is told wherever the picture is shown', async () => {
    const { problems } = await readFolder({
      [`${folder}/a.md`]: articleText('cover: {src: a.png, alt: 图}\n', '\n![图](a.png)\n'),
      [`${folder}/b.md`]: articleText('', '\n![图](a.png)\n'),
      [`${folder}/a.png`]: '',
    });
    expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
      `${folder}/a.md:6`,
      `${folder}/a.md:9`,
      `${folder}/b.md:8`,
    ]);
  });
});

describe('what an article shows', () => {
  const files = {
    [`${folder}/a.png`]: png(30, 20),
    [`${folder}/b.mp4`]: 'video',
    [`${folder}/c.png`]: png(3, 2),
  };
  const article = async (lines: string, body = '\n正文。\n') => {
    const { articles, problems } = await readFolder({
      ...files,
      [`${folder}/a.md`]: articleText(lines, body),
    });
    expect(problems).toEqual([]);
    return articles[0];
  };

  it('a cover and a video with its poster are assets', async () => {
    const read = await article(
      'medium: video\ncover: {src: a.png, alt: 图, caption: 图注, credit: 张三}\nvideo: {src: b.mp4, poster: c.png}\n',
    );
    expect(read?.cover).toEqual({
      address: `/${folder}/a.png`,
      alt: '图',
      caption: '图注',
      credit: '张三',
      width: 30,
      height: 20,
    });
    expect(read?.video).toMatchObject({
      src: `/${folder}/b.mp4`,
      poster: { address: `/${folder}/c.png`, width: 3 },
    });
    expect(read?.assets).toEqual([`/${folder}/a.png`, `/${folder}/b.mp4`, `/${folder}/c.png`]);
  });

  it('a video may lie elsewhere', async () => {
    const read = await article('medium: video\nvideo: {src: "https://v.example/a", poster: c.png}\n');
    expect(read?.video?.src).toBe('https://v.example/a');
  });

  it('picture news is content with a caption in the body or on the cover', async () => {
    expect((await article('medium: picture\n', '\n![图](a.png "图注")\n'))?.firstPicture?.caption).toBe(
      '图注',
    );
    await article('medium: picture\ncover: {src: a.png, alt: 图, caption: 图注}\n', '');
  });

  it('sizes of its pictures are part of its digest', async () => {
    const digest = async (width: number) =>
      (
        await readFolder({
          [`${folder}/a.md`]: articleText('', '\n![图](a.png)\n'),
          [`${folder}/a.png`]: png(width, 2),
        })
      ).articles[0]?.digest;
    expect(await digest(3)).not.toBe(await digest(4));
  });
});
