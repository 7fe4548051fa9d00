import fs from 'node:fs';

/**
 * Watches a process and all below it, twenty times a second (Linux).
 * @param {number} root its number
 */
export function watchMemory(root) {
  const peak = { largest: 0, together: 0 };
  const timer = setInterval(() => {
    const sizes = memoryBelow(root);
    peak.largest = Math.max(peak.largest, ...sizes);
    peak.together = Math.max(
      peak.together,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  }, 50);
  return {
    /** @returns {{ largest: number, together: number }} MB (2^20 bytes) at the height */
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** @type {(root: number) => number[]} */
function memoryBelow(root) {
  /** @type {Map<number, { parent: number, size: number }>} */
  const processes = new Map();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      processes.set(Number(name), { parent: Number(fields[1]), size: (Number(fields[21]) * 4096) / 2 ** 20 });
    } catch {
      // It has ended.
    }
  }
  const isBelow = (/** @type {number} */ pid) => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return [...processes].filter(([pid]) => isBelow(pid)).map(([, { size }]) => size);
}
