/** The command was told to stop: exit 130, after what was begun has been cleared away. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** A signal that Ctrl-C and SIGTERM abort; a second Ctrl-C ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Interrupted());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}
