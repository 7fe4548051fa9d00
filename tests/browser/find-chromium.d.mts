export function findChromium(): string | undefined;
export function findOnPath(name: string, more?: readonly string[]): string | undefined;
