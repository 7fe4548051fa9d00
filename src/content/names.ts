import { SLUG, slugFrom } from './addresses.ts';
import type { PlacedText } from './kinds.ts';
import { placeAt, report, type Sheet } from './sheet.ts';

/** Ids and names that one registry has given so far, with where. */
export class Names {
  readonly #ids = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** Whether id and name are well formed and new; what is wrong is reported. */
  claim(id: PlacedText, name: PlacedText, sheet: Sheet): boolean {
    const isNewId = this.#claimId(id, sheet);
    return this.claimName(name, sheet) && isNewId;
  }

  claimName({ text: value, at }: PlacedText, sheet: Sheet): boolean {
    const other = this.#names.get(value);
    if (other !== undefined) report(sheet, 'name-twice', at, { value, other });
    else this.#names.set(value, where(sheet, at));
    return other === undefined;
  }

  #claimId({ text: value, at }: PlacedText, sheet: Sheet): boolean {
    const other = this.#ids.get(value);
    if (!SLUG.test(value)) report(sheet, 'id-form', at, { value, right: slugFrom(value) });
    else if (other !== undefined) report(sheet, 'id-twice', at, { value, other });
    else this.#ids.set(value, where(sheet, at));
    return SLUG.test(value) && other === undefined;
  }
}

const where = (sheet: Sheet, at: number): string => `${sheet.file}:${placeAt(sheet, at).line}`;
