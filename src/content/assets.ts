import { type Place, type Problem, problem } from '../problems/problem.ts';
import { pathInContent } from './addresses.ts';
import { PICTURE_TYPES, typeOf } from './content-files.ts';
import { nearest } from './nearest.ts';
import { type PictureSize, readPicture } from './read-picture.ts';

interface FoundPicture extends PictureSize {
  /** Address in the site. */
  readonly address: string;
}

/** The files that lie beside the texts, looked up by what editors write. */
export class Assets {
  readonly #root: string;
  readonly #files: ReadonlySet<string>;
  readonly #pictures = new Map<string, ReturnType<typeof readPicture>>();
  #folded: ReadonlyMap<string, string> | undefined;

  constructor(root: string, files: ReadonlySet<string>) {
    this.#root = root;
    this.#files = files;
  }

  /** The address of a file named in `place.file`, its name spelt exactly; else a problem and undefined. */
  find(written: string, place: Place, problems: Problem[]): string | undefined {
    const decoded = decode(written);
    const path = pathInContent(decoded, place.file);
    if (path === undefined) {
      problems.push(problem('link-outside', place, { value: written }));
      return undefined;
    }
    if (!this.#files.has(path)) {
      problems.push(this.#missing(written, path, place));
      return undefined;
    }
    const character = /[\s#?%&"'<>\\^`{|}]|\p{Cc}|\p{Cf}/u.exec(path)?.[0];
    if (character !== undefined) problems.push(problem('file-name', place, { value: written, character }));
    return character === undefined ? `/${path}` : undefined;
  }

  /** A picture file: found, of a type we show, sound, and of a size that readers can load. */
  picture(written: string, place: Place, problems: Problem[]): FoundPicture | undefined {
    if (/^\s*(?:https?:)?\/\//i.test(written)) {
      problems.push(problem('picture-remote', place, { value: written }));
      return undefined;
    }
    if (/^\s*[a-z][a-z0-9+.-]*:/i.test(written)) {
      problems.push(
        problem('link-scheme', place, { value: written.slice(0, written.indexOf(':') + 1).trim() }),
      );
      return undefined;
    }
    if (!PICTURE_TYPES.has(typeOf(written))) {
      problems.push(problem('picture-type', place, { value: written }));
      return undefined;
    }
    const address = this.find(written, place, problems);
    if (address === undefined) return undefined;
    let read = this.#pictures.get(address);
    if (!read) {
      read = readPicture(this.#root, address.slice(1));
      this.#pictures.set(address, read);
    }
    for (const fault of read.faults) problems.push(fault(place));
    return read.size && { address, ...read.size };
  }

  #missing(written: string, path: string, place: Place): Problem {
    this.#folded ??= new Map([...this.#files].map((file) => [fold(file), file]));
    const actual = this.#folded.get(fold(path));
    if (actual !== undefined)
      return problem('file-case', place, { value: lastOf(path), actual: lastOf(actual) });
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const beside = [...this.#files]
      .filter((file) => file.startsWith(folder))
      .map((file) => file.slice(folder.length));
    return problem('file-missing', place, { value: written, nearest: nearest(lastOf(path), beside) ?? '' });
  }
}

const fold = (path: string): string => path.normalize('NFC').toLowerCase();
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
