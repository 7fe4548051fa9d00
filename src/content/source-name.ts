/** Stands for a source that nobody knows yet: only a draft may have it. */
export const openSource = '待补';
