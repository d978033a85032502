import {
  CONTAINERS,
  Expansion,
  type ByteSource,
  type Container,
  type FileHead,
  type ReadProblem,
} from '@interdict/core';

/** The archive a file is; undefined when it is none that lists are published in. */
export function archiveOf(head: FileHead): Container | undefined {
  return CONTAINERS.find((one) => one.format === 'zip' && one.recognize(head));
}

/**
 * The bytes of the one file inside an archive. More than one file, damage, a cut and growth
 * beyond the limits are reported and end the bytes.
 */
export function unpackSource(
  archive: Container,
  source: ByteSource,
  report: (message: string) => void,
): ByteSource {
  return {
    *chunks() {
      let members = 0;
      for (const member of archive.members(source, new Expansion())) {
        if (member.kind === 'problem') {
          report(member.problem.message);
          continue;
        }
        members += 1;
        if (members > 1) {
          report('the archive holds more than one file; give the file itself');
          return;
        }
        const tell = ({ problem }: ReadProblem): void => report(problem.message);
        yield* member.open(tell).chunks();
      }
      if (members === 0) report('the archive holds no file');
    },
  };
}
