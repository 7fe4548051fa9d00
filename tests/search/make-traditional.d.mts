export const traditionalFile: string;
export function makeTraditional(): string;
