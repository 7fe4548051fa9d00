const bytesOf = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decoder.decode(new Uint8Array([lead, trail]));
    if (character.length === 1 && character !== '\ufffd') bytesOf.set(character, [lead, trail]);
  }
}

/** A text in GBK, which Node only decodes. */
export const toGbk = (text: string): Buffer =>
  Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? character.charCodeAt(0)));
