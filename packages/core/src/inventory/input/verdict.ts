import type { FileHead } from '../reader.ts';
import { knownBytes } from './magic.ts';
import { lostProblem, noteProblem, type ReadProblem } from './problem.ts';
import { isInventoryOfUnknownShape, structureDamage } from './structure.ts';
import { unreadInventory } from './unread-inventories.ts';

/** Why a file that no reader knows is not read, and whether anything is lost by it. */
export interface Verdict {
  /** `skipped`: left aside knowingly. `unreadable`: something may be in it. */
  readonly status: 'skipped' | 'unreadable';
  readonly problem: ReadProblem;
}

/** `looksLike`: the format a reader would take the file for, were it not for its bytes. */
export function verdictOn(head: FileHead, looksLike: string | null): Verdict {
  return head.isBinary ? judgeBinary(head, looksLike) : judgeText(head);
}

function judgeText(head: FileHead): Verdict {
  const unread = unreadInventory(head.text);
  if (unread !== undefined) {
    const message = `the file is ${unread}, which is not read yet; export it as CycloneDX JSON`;
    return unreadable(lostProblem('format-unsupported', message));
  }
  const damage = structureDamage(head);
  if (damage !== undefined) return unreadable(damage);
  if (isInventoryOfUnknownShape(head.text)) {
    const message =
      'the file lists names with versions or makers in a shape that no reader knows; ' +
      'export it as CycloneDX JSON or CSV';
    return unreadable(lostProblem('format-unsupported', message));
  }
  return skipped(noteProblem('format-unknown', 'no reader recognizes the text of the file'));
}

function judgeBinary({ bytes }: FileHead, looksLike: string | null): Verdict {
  const known = knownBytes(bytes);
  if (known?.kind === 'compressed') {
    const message = `the file is compressed with ${known.name}; unpack it first`;
    return unreadable(lostProblem('compression-unsupported', message));
  }
  if (known?.kind === 'archive') {
    const message = `the file is ${known.name}; give the files inside it`;
    return unreadable(lostProblem('archive-not-opened', message));
  }
  if (known === undefined && looksLike !== null) {
    const message = `the file looks like ${looksLike} and holds NUL or control bytes`;
    return unreadable(lostProblem('binary', message));
  }
  const message = `the file is ${known?.name ?? 'binary'}, not text`;
  return skipped(noteProblem('binary', message));
}

function unreadable(problem: ReadProblem): Verdict {
  return { status: 'unreadable', problem };
}

function skipped(problem: ReadProblem): Verdict {
  return { status: 'skipped', problem };
}
