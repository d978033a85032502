import { lostProblem, type ReadProblem } from '../problem.ts';

const DRIVE = /^[a-z]:/i;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * The name of a member as it is shown, or why it is refused: a name that leads out of the
 * archive is not there by accident, and one with control characters could be taken for another.
 */
export function memberName(raw: string): string | ReadProblem {
  const name = raw.replaceAll('\\', '/');
  if (name === '' || CONTROL.test(name)) return refused(raw, 'is empty or has control characters');
  if (name.startsWith('/') || DRIVE.test(name)) return refused(raw, 'begins at the root');
  const parts = name.split('/').filter((part) => part !== '.' && part !== '');
  if (parts.includes('..')) return refused(raw, 'leads out of the archive');
  return parts.length === 0 ? '.' : parts.join('/');
}

function refused(raw: string, why: string): ReadProblem {
  const shown = JSON.stringify(raw.length > 200 ? `${raw.slice(0, 200)}…` : raw);
  return lostProblem('member-refused', `the member ${shown} was not opened: its name ${why}`);
}

/** A name for a pointer or a message, as a JSON text. */
export function quoted(name: string): string {
  return `\`${name.length > 200 ? `${name.slice(0, 200)}…` : name}\``;
}

/**
 * Links of an archive and what they point at. A link to another member adds nothing; behind any
 * other may lie what is not in the file.
 */
export class LinkCheck {
  readonly #names = new Set<string>();
  readonly #links: { readonly name: string; readonly target: string }[] = [];

  addMember(name: string): void {
    for (let end = name.indexOf('/'); end !== -1; end = name.indexOf('/', end + 1)) {
      this.#names.add(name.slice(0, end));
    }
    this.#names.add(name);
  }

  /** `target` as written: from the folder of the link, or from the root of the archive. */
  addLink(name: string, target: string): void {
    this.addMember(name);
    const folder = target.startsWith('/') ? [] : name.split('/').slice(0, -1);
    const parts = [...folder];
    for (const part of target.replaceAll('\\', '/').split('/')) {
      if (part === '' || part === '.') continue;
      if (part !== '..') parts.push(part);
      else if (parts.pop() === undefined) parts.push('..', '..');
    }
    this.#links.push({ name, target: parts.join('/') });
  }

  *problems(): Generator<ReadProblem> {
    const open = this.#links.filter(({ target }) => target !== '' && !this.#names.has(target));
    const [first] = open;
    if (first === undefined) return;
    const message =
      `${open.length} links of the archive point at what is not in it, ` +
      `as ${quoted(first.name)} does`;
    yield lostProblem('link-not-followed', message);
  }
}
