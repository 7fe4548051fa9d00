/** A place far away, reached through a tool of its own. */
export interface Target {
  /** Brings files of `folder` there, under their paths. Files that are there already are replaced. */
  send(folder: string, files: readonly string[], signal: AbortSignal): Promise<void>;
  /** Removes files; those that are not there are no fault. `folder` is the site, which lacks them. */
  remove(folder: string, files: readonly string[], signal: AbortSignal): Promise<void>;
}
