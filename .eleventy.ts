import type { EleventyConfig } from '@11ty/eleventy';

/**
 * Wires Eleventy: its input is the compiled templates, never content. What they draw comes as global data
 * (`batch`) from src/build/draw-pages.ts.
 */
export default function configure(config: EleventyConfig): void {
  // Input: compiled templates lie in a folder that Git ignores.
  config.setUseGitIgnore(false);
  config.ignores.clear();
  config.setTemplateFormats(['11ty.js']);

  // Data: a batch is finished data, nothing is merged into it.
  config.setDataDeepMerge(false);
  config.setFreezeReservedData(false);

  // Output: src/build writes the files itself. Eleventy's own transforms would only look at each page and leave it.
  for (const name of Object.keys(config.transforms)) delete config.transforms[name];
  config.setQuietMode(true);
}
