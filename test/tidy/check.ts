/** A file of the tree as text; `path` is relative to the root and has forward slashes. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** A small made-up tree and where the check must find something in it: `path:line` each. */
export interface Example {
  readonly files: Readonly<Record<string, string>>;
  readonly finds: readonly string[];
}

/** One rule about the tree. `examples` holds trees that break it and trees that keep it. */
export interface Check {
  /** What holds, as a sentence. */
  readonly name: string;
  readonly find: (files: readonly TextFile[]) => readonly Finding[];
  readonly examples: readonly Example[];
}

export function textFiles(files: Readonly<Record<string, string>>): readonly TextFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** The finding at each line of `file` that `says` has a message for. */
export function findLines(
  file: TextFile,
  says: (line: string, index: number, lines: readonly string[]) => string | undefined,
): readonly Finding[] {
  const lines = file.text.split('\n');
  return lines.flatMap((line, index) => {
    const message = says(line, index, lines);
    return message === undefined ? [] : [{ path: file.path, line: index + 1, message }];
  });
}
