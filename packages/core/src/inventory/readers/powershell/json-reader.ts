import { isProblem, lostProblem } from '../../input/index.ts';
import { objectOf, outlineOf, readJsonValues } from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';
import { programOf, programRecord } from './program.ts';

/** What `Get-Package | ConvertTo-Json` writes: a list, or one object when there is one. */
export const powershellJson: Reader = {
  format: 'powershell-json',
  title: 'list of software as JSON of PowerShell',
  recognize,
  read,
};

function recognize(head: FileHead): number {
  const { root, members } = outlineOf(head);
  if (root === 'none') return 0;
  if (members.has('ProviderName') && members.has('Name')) return 0.9;
  const isProgram = members.has('DisplayName') && members.has('DisplayVersion');
  return isProgram || (members.has('IdentifyingNumber') && members.has('Vendor')) ? 0.8 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const maker = new RecordMaker(context);
  for (const item of readJsonValues(source)) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    const texts = Object.entries(objectOf(item.value) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const record = programRecord(programOf(item.pointer, texts), maker);
    yield record ?? lostProblem('schema', 'a package has no name', item.pointer);
  }
  yield* maker.cutProblems();
}
