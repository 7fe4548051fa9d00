// The same content gives the same bytes: on one core, with other versions of Node, over old pages and none.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

export async function sameBytes({ whole, nodes, report }) {
  const ways = nodes.map((node) => {
    const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    return [`Node ${stdout.trim()}`, [node]];
  });
  if (spawnSync('taskset', ['--version']).status === 0)
    ways.push(['one core', ['taskset', '-c', '0', process.execPath]]);
  for (const [how, program] of ways) {
    for (const full of [false, true]) {
      whole.reset();
      // A first build, of nothing but content.
      if (full) for (const name of ['_site', '.cache']) fs.rmSync(whole.path(name), { recursive: true });
      const { code, said } = await whole.build({ program });
      const complaints = code === 0 ? [] : [`ended with ${code}: ${said.slice(-500)}`];
      if (whole.state() !== 'new') complaints.push(`the site is ${whole.state()}`);
      report(`the same bytes: ${how}, ${full ? 'a first build' : 'a second build'}`, complaints);
    }
  }
}
