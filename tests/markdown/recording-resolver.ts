import type { BodyPosition, BodyResolver } from '../../src/markdown/render-body.ts';

export interface Asked {
  readonly kind: 'link' | 'image' | 'rawHtml';
  readonly value: string;
  readonly at: string;
}

/** A resolver that lets everything pass but `javascript:`, `vbscript:`, `data:`, `file:` and what holds `missing`. */
export function recordingResolver(): { readonly resolver: BodyResolver; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const note = (kind: Asked['kind'], value: string, { line, column }: BodyPosition): void => {
    asked.push({ kind, value, at: `${line}:${column}` });
  };
  const isRefused = (address: string): boolean =>
    /missing|^[\s\p{Cc}]*(?:j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|vbscript|data|file):/iu.test(address);
  return {
    asked,
    resolver: {
      link(href, at) {
        note('link', href, at);
        return isRefused(href) ? undefined : href;
      },
      image(src, _alt, _title, at) {
        note('image', src, at);
        return isRefused(src) ? undefined : { src, width: 640, height: 360 };
      },
      rawHtml(tag, at) {
        note('rawHtml', tag, at);
      },
    },
  };
}
