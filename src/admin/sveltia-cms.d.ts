/** The part of Sveltia CMS that we use; its own declarations do not resolve under NodeNext. */
declare module '@sveltia/cms' {
  /** An Immutable Map. */
  export interface Bag {
    get(key: string): unknown;
    getIn(path: readonly string[]): unknown;
  }

  /** What a control of a form's field is given. */
  export interface ControlProps {
    readonly value: unknown;
    readonly field: Bag;
    /** Id of the input, for its label. */
    readonly forID: string;
    readonly classNameWrapper: string;
    readonly entry: Bag | undefined;
    onChange(value: unknown): void;
  }

  export interface Sveltia {
    init(options: { readonly config: object }): Promise<void>;
    registerCustomFormat(
      name: string,
      extension: string,
      format: {
        fromFile(text: string): Readonly<Record<string, unknown>>;
        toFile(values: Readonly<Record<string, unknown>>): string;
      },
    ): void;
    registerFieldType(name: string, control: unknown): void;
  }

  const sveltia: Sveltia;
  export default sveltia;
}

/** Sveltia's React. */
interface Window {
  h(tag: string, props: object, ...children: readonly unknown[]): unknown;
  createClass<P>(methods: {
    componentDidMount?(this: { readonly props: P }): void;
    componentDidUpdate?(this: { readonly props: P }, before: P): void;
    render(this: { readonly props: P }): unknown;
  }): unknown;
}
