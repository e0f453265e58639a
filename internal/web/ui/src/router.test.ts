import { describe, expect, it } from 'vitest';

import { match } from './router';

describe('match', () => {
  it.each([
    ['/check', '/check', {}],
    ['/check/:draft', '/check/d1', { draft: 'd1' }],
    ['/document/:pack/:requirement', '/document/aiplus/DATA-07', { pack: 'aiplus', requirement: 'DATA-07' }],
    ['/check/:draft', '/check/', null],
    ['/check/:draft', '/check', null],
    ['/check/:draft', '/check/a/b', null],
    ['/check/:draft', '/check/%E0%A4%A', null],
    ['/check/:draft', '/check/a%2Fb', { draft: 'a/b' }],
  ])('%s and %s', (pattern, path, want) => {
    expect(match(pattern, path)).toEqual(want);
  });
});
