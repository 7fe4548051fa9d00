// Bundles the page at /admin/, our part and Sveltia CMS, into the compiled code, when a site asks for it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Parts that our forms never reach: code in articles, maps, pictures made smaller, other languages. */
const unused =
  /^(?:@shikijs\/|leaflet|terra-draw|svgo)|\/(?:heic|shiki-engine|webp_enc)|\/locales\/(?!zh-CN\.)/;

/** Folder with the files of /admin/; undefined where the package is not installed. */
export async function compileAdmin(compiledRoot) {
  const folder = path.join(compiledRoot, 'admin');
  if (fs.existsSync(folder)) return folder;
  let main;
  try {
    main = fileURLToPath(import.meta.resolve('@sveltia/cms'));
  } catch {
    return undefined;
  }
  const { build } = await import('esbuild');
  const aside = `${folder}.${process.pid}`;
  const assets = path.join(path.dirname(main), 'assets');
  const fonts = fs.readdirSync(assets).filter((name) => name.endsWith('.woff2'));
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/admin/admin.ts'],
    outfile: path.join(aside, 'admin.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    logLevel: 'error',
    plugins: [
      {
        name: 'sveltia',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path: name }) =>
            unused.test(name) ? { path: name, external: true } : undefined,
          );
          // It would ask a font service before it looks beside itself.
          onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, ({ path: file }) => ({
            contents: fs
              .readFileSync(file, 'utf8')
              .replace(/https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)[^)]*/g, (_, family) => {
                const font = fonts.find((name) => name.startsWith(`${family}-`));
                return `assets/${font}`;
              }),
          }));
        },
      },
    ],
  });
  fs.mkdirSync(path.join(aside, 'assets'));
  for (const name of fonts) fs.copyFileSync(path.join(assets, name), path.join(aside, 'assets', name));
  try {
    fs.renameSync(aside, folder);
  } catch (error) {
    fs.rmSync(aside, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
  return folder;
}
