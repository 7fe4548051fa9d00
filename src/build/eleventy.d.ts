/** The part of Eleventy 3.1 that we use; the package ships no types. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    readonly ignores: Set<string>;
    readonly transforms: Record<string, unknown>;
    addGlobalData(name: string, value: unknown): void;
    setUseGitIgnore(use: boolean): void;
    setTemplateFormats(formats: readonly string[]): void;
    setDataDeepMerge(merge: boolean): void;
    setFreezeReservedData(freeze: boolean): void;
    setQuietMode(quiet: boolean): void;
  }
  export interface EleventyOptions {
    readonly configPath: string;
    readonly quietMode: boolean;
    readonly config: (config: EleventyConfig) => void;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    init(): Promise<void>;
    toJSON(): Promise<unknown>;
  }
}
