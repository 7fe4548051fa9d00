/** Encoders that Node lacks: the tables are its decoders, turned round. */
function tableOf(charset: string): ReadonlyMap<string, readonly [number, number]> {
  const table = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder(charset);
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if (character.length === 1 && character !== '\ufffd' && !table.has(character))
        table.set(character, [lead, trail]);
    }
  return table;
}

const tables = new Map<string, ReturnType<typeof tableOf>>();

/** A text as the bytes of an old page. */
export function encode(text: string, charset: 'utf-8' | 'gbk' | 'big5'): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  const table = tables.get(charset) ?? tableOf(charset);
  tables.set(charset, table);
  return Buffer.from(
    [...text].flatMap((character) => table.get(character) ?? character.charCodeAt(0) & 0x7f),
  );
}
