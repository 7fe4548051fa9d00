import fs from 'node:fs';
import path from 'node:path';
import { isInside, markName, type OutputFolder, placesOf } from './output-folder.ts';
import { type PartFile, partName, readPartFile } from './part-file.ts';

/** These are no parts of one site: exit 2. */
export class PartsRefused extends Error {
  override readonly name = 'PartsRefused';
}

/** A part is not as its build left it: exit 3. */
export class PartBroken extends Error {
  override readonly name = 'PartBroken';
}

export interface Part extends PartFile {
  /** The folder as it was named. */
  readonly name: string;
  readonly places: OutputFolder;
}

/**
 * Parts that make one whole site.
 * @throws {PartBroken}, and {PartsRefused} where they do not: other content, code or options, a year twice or in none, no part at all
 */
export function openParts(folders: readonly string[], output: string): Part[] {
  const parts = folders.map((folder) => openPart(folder, output));
  const [first] = parts;
  if (!first) throw new PartsRefused('要写出各部分的文件夹：merge 部分… --output _site');
  for (const part of parts) {
    const twin = parts.find(({ places }) => places.folder === part.places.folder);
    if (twin !== part) throw new PartsRefused(`${part.name} 写了两次`);
    if (part.site !== first.site) {
      throw new PartsRefused(
        `${part.name} 与 ${first.name} 不是同一个网站的：内容、程序、选项（--base-url、--drafts、--no-search、--now）要都一样，请重新生成`,
      );
    }
  }
  for (const year of first.all) {
    const [one, other] = parts.filter(({ held }) => held.includes(year));
    if (!one) throw new PartsRefused(`缺少 ${year} 年：没有一部分包含它（${listSpans(parts)}）`);
    if (other) throw new PartsRefused(`${one.name} 与 ${other.name} 都有 ${year} 年`);
  }
  return parts;
}

const listSpans = (parts: readonly Part[]): string => parts.map(({ years }) => years).join('、');

function openPart(name: string, output: string): Part {
  if (!fs.statSync(name, { throwIfNoEntry: false })?.isDirectory())
    throw new PartsRefused(`没有文件夹 ${name}`);
  const places = placesOf(fs.realpathSync(name));
  const { folder, journal } = places;
  const target = fs.existsSync(output) ? fs.realpathSync(output) : output;
  if (isInside(target, folder) || isInside(folder, target))
    throw new PartsRefused(`输出文件夹 ${output} 与 ${name} 互相包含，请另选一处`);
  if (fs.existsSync(journal)) throw new PartBroken(`${name} 的生成没有做完，请把它再生成一次`);
  const part = fs.existsSync(path.join(folder, markName)) ? readPartFile(folder) : undefined;
  if (!part)
    throw new PartsRefused(`${name} 不是网站的一部分：里面没有读得懂的 ${partName}，请用 build --years 生成`);
  return { ...part, name, places };
}
