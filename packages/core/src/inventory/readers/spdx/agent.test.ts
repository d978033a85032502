import { describe, expect, it } from 'vitest';
import { readAgent } from './agent.ts';

describe('readAgent', () => {
  it.each([
    [
      'Organization: ExampleCodeInspect (contact@example.com)',
      'organization',
      'ExampleCodeInspect',
    ],
    ['Organization: Kaspersky Lab ()', 'organization', 'Kaspersky Lab'],
    ['Organization: Example (UK)', 'organization', 'Example (UK)'],
    ['Organization: Example (UK) (a@example.com)', 'organization', 'Example (UK)'],
    ['organization: Example', 'organization', 'Example'],
    ['Person: Jane Doe (jane.doe@example.com)', 'person', 'Jane Doe'],
    ['Example, Inc.', 'organization', 'Example, Inc.'],
  ])('reads `%s`', (text, kind, name) => {
    expect(readAgent(text)).toEqual({ kind, name });
  });

  it.each(['NOASSERTION', 'NONE', '', '  ', 'Organization: ', 'Person: ()'])(
    'names nobody for `%s`',
    (text) => {
      expect(readAgent(text)).toBeUndefined();
    },
  );
});
