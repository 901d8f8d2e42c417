// What the benchmark needs of packages that bring no types.

declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: Window & typeof globalThis;
  }
}

declare module 'text-fragments-polyfill/dist/fragment-generation-utils.js' {
  interface TextFragment {
    readonly textStart: string;
    readonly textEnd?: string;
    readonly prefix?: string;
    readonly suffix?: string;
  }
  export const GenerateFragmentStatus: { readonly SUCCESS: number };
  export function generateFragmentFromRange(range: Range): { status: number; fragment?: TextFragment };
  export function setTimeout(ms: number): void;
}

declare module 'text-fragments-polyfill/text-fragment-utils' {
  type Directive = Readonly<Record<string, string>>;
  export function parseFragmentDirectives(directives: { text: string[] }): { text?: Directive[] };
  export function processTextFragmentDirective(directive: Directive | undefined): Range[];
}
