import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { groupWords } from './groups';

const source = readFileSync(join(import.meta.dirname, '../../../../../report/words_replay.go'), 'utf8');

describe('groupWords', () => {
  it.each([['zh', 'var chineseReplay', '：'], ['en', 'var englishReplay', ': ']] as const)('says what the command line says (%s)', (lang, from, colon) => {
    const part = source.slice(source.indexOf(from));
    const table = (name: string) => new Map([...part.slice(part.indexOf(`${name}: map`), part.indexOf('\n\t}', part.indexOf(`${name}: map`))).matchAll(/"([^"]+)":\s*"([^"]+)"/g)].map((m): [string, string] => [m[1]!, m[2]!]));
    const traits = table('trait');
    const values = table('value');
    expect(values.size).toBeGreaterThan(80);
    for (const [key, words] of values) {
      const [trait, value] = key.split('/') as [string, string];
      expect(groupWords(trait, value, lang)).toBe(`${traits.get(trait)}${colon}${words}`);
    }
  });

  it('leaves what it does not know as it is', () => {
    expect(groupWords('x', 'y', 'en')).toBe('x: y');
  });
});
