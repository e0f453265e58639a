import { describe, expect, it } from 'vitest';

import { withoutRepeats, type Diagnostic } from './assessment';

const found = (severity: Diagnostic['severity'], code: string, message: string, requirement?: string): Diagnostic => ({
  severity, code, message, requirement, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
});

describe('findings about one field', () => {
  it('say each thing once, although several requirements miss it', () => {
    const all = [found('warning', 'missing', 'a date is missing', 'DATA-02'), found('warning', 'missing', 'a date is missing', 'INNO-02'), found('warning', 'late', 'it is late', 'INNO-02')];
    expect(withoutRepeats(all).map((d) => d.message)).toEqual(['a date is missing', 'it is late']);
  });

  it('do not say that what the form misses is missing', () => {
    const all = [found('error', 'missing_key', 'the field is missing'), found('warning', 'missing', 'a date is missing', 'DATA-02'), found('warning', 'late', 'it is late', 'INNO-02')];
    expect(withoutRepeats(all).map((d) => d.message)).toEqual(['the field is missing', 'it is late']);
  });
});
