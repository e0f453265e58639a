// A file of the visitor as text.
import type { Key } from '../../i18n';

export const mostBytes = 1 << 20; // the service reads no more

/** The text of a file, or in what words it is none: another encoding would be read as nonsense. */
export async function readText(file: File): Promise<{ text: string } | { wrong: Extract<Key, 'start.tooLarge' | 'start.notText'> }> {
  if (file.size > mostBytes) return { wrong: 'start.tooLarge' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()) };
  } catch {
    return { wrong: 'start.notText' };
  }
}
