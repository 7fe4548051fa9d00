const EXIF = Buffer.from('Exif\0\0', 'latin1');
const GPS_TAG = 0x8825;
const GPS_LATITUDE = 2;

/** Whether the EXIF block in the head of a JPEG names the place where it was taken (Exif 2.3, GPS IFD). */
export function hasLocation(head: Buffer): boolean {
  const start = head.indexOf(EXIF);
  if (start === -1) return false;
  const tiff = head.subarray(start + EXIF.length);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const read = (at: number, bytes: 2 | 4): number => {
    if (at + bytes > tiff.length) return 0;
    return little ? tiff.readUIntLE(at, bytes) : tiff.readUIntBE(at, bytes);
  };
  /** Offset of a tag's entry in the directory at `at`, or undefined. */
  const entryOf = (tag: number, at: number): number | undefined => {
    for (let i = 0, entry = at + 2; i < read(at, 2) && entry < tiff.length; i++, entry += 12) {
      if (read(entry, 2) === tag) return entry;
    }
    return undefined;
  };
  const gps = entryOf(GPS_TAG, read(4, 4));
  return gps !== undefined && entryOf(GPS_LATITUDE, read(gps + 8, 4)) !== undefined;
}
