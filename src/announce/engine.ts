/** A search engine that is told addresses. */
export interface Engine {
  readonly id: 'indexnow' | 'baidu';
  /** For messages. */
  readonly name: string;
  /** Addresses in one message at most. */
  readonly atOnce: number;
  submit(urls: readonly string[], signal: AbortSignal): Promise<Answer>;
}

/** What an engine made of one message. */
export interface Answer {
  /** Taken; these need not be sent again. */
  readonly accepted: readonly string[];
  /** Refused for good, with the reason in Chinese; these are not sent again. */
  readonly refused: readonly { readonly url: string; readonly why: string }[];
  /** Why the rest was not taken, and that nothing more is to be sent now; undefined where all went well. */
  readonly stopped: string | undefined;
}

/** Milliseconds after which an engine has not answered. */
const patience = 30_000;

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends one message. Addresses of engines hold secrets, so no error carries one.
 * @returns the answer, or in Chinese why there is none
 */
export async function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<Reply | string> {
  const limit = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      // Elsewhere the message has no business.
      redirect: 'manual',
      signal: AbortSignal.any([signal, limit]),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    signal.throwIfAborted();
    if (limit.aborted) return `${url.host} 在 ${patience / 1000} 秒内没有回答，过些时候再送`;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
    const code = cause && 'code' in cause ? String(cause.code) : '网络错误';
    return `连不上 ${url.host}（${code}），请检查网络后再送`;
  }
}
