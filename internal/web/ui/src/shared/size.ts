/** How much a file holds, with the unit that suits it. */
export function sizeOf(bytes: number): string {
  const [n, unit] = bytes < 1 << 20 ? [bytes / 1024, 'KiB'] : [bytes / (1 << 20), 'MiB'];
  return `${n.toFixed(n < 10 ? 2 : 0)} ${unit}`;
}
