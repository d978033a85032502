import { baseName, fileField } from './file-path.ts';
import type { RecordMaker } from './record-maker.ts';

/** Adds the name of a file in the field of its kind, and its path when it has one. */
export function addFile(maker: RecordMaker, path: string, at: string): void {
  const base = baseName(path);
  maker.add(fileField(base), base, at);
  if (base !== path) maker.add('path', path, at);
}
