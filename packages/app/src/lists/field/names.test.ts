import { describe, expect, it } from 'vitest';
import { parsePersonName, splitNames, unquoteName } from './names.ts';

describe('parsePersonName', () => {
  it('turns a name around at its first comma', () => {
    expect(parsePersonName('ABU TEIR, Mohammed')).toEqual({
      full: 'Mohammed ABU TEIR',
      first: 'Mohammed',
      last: 'ABU TEIR',
    });
  });

  it('leaves a name without two halves as it stands', () => {
    expect(parsePersonName('ABU LAYTH')).toEqual({ full: 'ABU LAYTH' });
    expect(parsePersonName('ABU LAYTH,')).toEqual({ full: 'ABU LAYTH,' });
  });
});

describe('splitNames', () => {
  it('drops the word before the last name of a list', () => {
    expect(splitNames('46 TsNII; and 46 TsNII MO RF')).toEqual(['46 TsNII', '46 TsNII MO RF']);
  });

  it('keeps names that begin with the word', () => {
    expect(splitNames('Andover Ltd; Orion')).toEqual(['Andover Ltd', 'Orion']);
  });
});

describe('unquoteName', () => {
  it('takes a name in quotation marks for a weak one', () => {
    expect(unquoteName("'BNC'")).toBe('BNC');
    expect(unquoteName("'BNC'.")).toBe('BNC');
  });

  it('does not mistake an apostrophe for a quotation mark', () => {
    expect(unquoteName("'ABBAS, Rim")).toBeUndefined();
    expect(unquoteName("'ABBAS' or 'ABAS'")).toBeUndefined();
  });
});
