import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { JournalRecord } from '@interdict/core';
import { messageOf } from '../files/index.ts';
import {
  createSigner,
  JournalWriter,
  verifyJournal,
  type JournalVerdict,
} from '../journal/index.ts';
import { InterdictError } from '../problems.ts';
import { visibleText } from '../report/index.ts';
import { instantOf } from './journal-option.ts';
import { parseWordOption } from './parse-options.ts';
import type { Finish } from './program.ts';
import { EXIT, type ExitCode, type World } from './streams.ts';

const FORMATS = ['text', 'json'] as const;

const VERIFY_HELP = `
Reads the journal from its first record and names the first one that is not what was written.

Exit status: 0 intact; 1 damaged; 3 intact, but the last write was cut off before it was
acknowledged, as in a loss of power.

Examples:
  interdict audit verify journal/
  interdict audit verify journal/ --public-key auditor.pub --format json`;

interface VerifyOptions {
  readonly publicKey?: string;
  readonly format: string;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}

function verified(folder: string, onRecord?: (record: JournalRecord) => void): JournalVerdict {
  try {
    return verifyJournal(folder, onRecord);
  } catch (cause) {
    throw new InterdictError('path-missing', `cannot read: ${messageOf(cause)}`, { cause });
  }
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** Records that no signature of the wanted key covers. */
function unsignedBy({ head, checkpoints }: JournalVerdict, key: string | undefined): number {
  const covering = checkpoints.filter(
    ({ holds, publicKey }) => holds && (key === undefined || publicKey.trim() === key.trim()),
  );
  return head.seq - (covering.at(-1)?.seq ?? 0);
}

function verdictText(verdict: JournalVerdict, key: string | undefined): string {
  const { head, segments, checkpoints, tornBytes, damage } = verdict;
  const where = plural(segments, 'segment');
  const lines = [
    damage === undefined
      ? `intact: ${plural(head.seq, 'record')} in ${where}, up to ${head.digest}`
      : `DAMAGED: ${damage.path}:${damage.line}: ${damage.message} (${damage.code})`,
  ];
  if (damage !== undefined) lines.push(`good up to record ${head.seq}, ${head.digest}`);
  const unsigned = unsignedBy(verdict, key);
  const whose = key === undefined ? '' : ' of that key';
  lines.push(
    checkpoints.length === 0
      ? 'never signed: the chain shows changes, but not a journal replaced as a whole'
      : `${plural(checkpoints.length, 'checkpoint')}; ` +
          `${plural(unsigned, 'record')} after the last signature${whose}`,
  );
  if (tornBytes > 0) {
    lines.push(
      `${plural(tornBytes, 'byte')} of an unfinished write at the end, never acknowledged`,
    );
  }
  return `${lines.map(visibleText).join('\n')}\n`;
}

function runVerify(folder: string, options: VerifyOptions, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const key = options.publicKey === undefined ? undefined : readText(options.publicKey);
  const verdict = verified(folder);
  if (verdict.segments === 0) {
    const message = `\`${folder}\` holds no journal: no file named like 0000000000000001.ndjson`;
    throw new InterdictError('path-missing', message);
  }
  world.stdout.write(
    format === 'json'
      ? `${JSON.stringify({ ...verdict, unsigned: unsignedBy(verdict, key) })}\n`
      : verdictText(verdict, key),
  );
  if (verdict.damage !== undefined) return EXIT.found;
  return verdict.tornBytes > 0 ? EXIT.incomplete : EXIT.nothingFound;
}

/** What stands under a name in the body of a record, if it is a text or a number. */
function said(body: JournalRecord['body'], name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function recordText({ seq, at, kind, by, body }: JournalRecord): string {
  const asOf = said(body, 'asOf');
  const findings = said(body, 'findings');
  const decided = said(body, 'decided');
  const parts = [
    said(body, 'command'),
    asOf === undefined ? undefined : `as of ${asOf}`,
    said(body, 'status'),
    findings === undefined ? undefined : `${findings} findings`,
    decided === undefined ? undefined : `${decided} decisions`,
  ].filter((part) => part !== undefined);
  return `${String(seq).padStart(6)}  ${at}  ${kind.padEnd(13)}  ${by}  ${parts.join(', ')}`;
}

function runList(folder: string, options: { readonly format: string }, world: World): ExitCode {
  const format = parseWordOption('--format', options.format, FORMATS);
  const verdict = verified(folder, (record) => {
    const line = format === 'json' ? JSON.stringify(record) : visibleText(recordText(record));
    world.stdout.write(`${line}\n`);
  });
  if (verdict.damage === undefined) return EXIT.nothingFound;
  world.stderr.write(verdictText(verdict, undefined));
  return EXIT.found;
}

function runCheckpoint(folder: string, options: { readonly key: string }, world: World): ExitCode {
  const signer = createSigner(readText(options.key));
  const verdict = verified(folder);
  if (verdict.damage !== undefined || verdict.head.seq === 0) {
    world.stderr.write(verdictText(verdict, undefined));
    const message = 'a journal that is damaged or empty is not signed';
    throw new InterdictError('journal-damaged', message);
  }
  const journal = JournalWriter.open(folder, { now: () => instantOf(world), by: world.user });
  try {
    const { seq } = journal.checkpoint(signer);
    world.stdout.write(`signed through record ${seq - 1}, as record ${seq}\n`);
  } finally {
    journal.close();
  }
  return EXIT.nothingFound;
}

/** Adds `interdict audit`. */
export function addAuditCommand(program: Command, world: World, finish: Finish): void {
  const audit = program.command('audit').summary('verify and read the journal of answers');
  audit
    .command('verify')
    .description('Verifies a journal from its first record to its last.')
    .argument('<folder>', 'folder of the journal')
    .option('--public-key <file>', 'count only signatures of this key (PEM)')
    .option('--format <name>', FORMATS.join(', '), 'text')
    .addHelpText('after', VERIFY_HELP)
    .action((folder: string, options: VerifyOptions) => finish(runVerify(folder, options, world)));
  audit
    .command('list')
    .description('Lists the records of a journal, verifying them on the way.')
    .argument('<folder>', 'folder of the journal')
    .option('--format <name>', FORMATS.join(', '), 'text')
    .addHelpText('after', '\nExamples:\n  interdict audit list journal/ --format json')
    .action((folder: string, options: { readonly format: string }) =>
      finish(runList(folder, options, world)),
    );
  audit
    .command('checkpoint')
    .description('Verifies a journal and signs it up to its last record.')
    .argument('<folder>', 'folder of the journal')
    .requiredOption('--key <file>', 'Ed25519 private key (PEM)')
    .addHelpText(
      'after',
      '\nExamples:\n  openssl genpkey -algorithm ed25519 -out auditor.key\n' +
        '  interdict audit checkpoint journal/ --key auditor.key',
    )
    .action((folder: string, options: { readonly key: string }) =>
      finish(runCheckpoint(folder, options, world)),
    );
}
