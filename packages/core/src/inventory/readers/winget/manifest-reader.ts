import { LIMITS } from '../../../limits.ts';
import { parseYaml } from '../../../document/index.ts';
import { decodeText, isProblem, lostProblem, type ReadProblem } from '../../input/index.ts';
import { listOf, objectOf, textOf, type JsonObject } from '../../input/json/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { RecordMaker } from '../field/index.ts';

/** Manifests of the Windows Package Manager, of all types and versions 1.x. */
export const wingetManifest: Reader = {
  format: 'winget-manifest',
  title: 'winget manifest (YAML)',
  recognize,
  read,
};

const IDENTIFIER = /^PackageIdentifier:\s*\S/m;
const TYPE = /^(?:ManifestType|ManifestVersion):\s*\S/m;

function recognize(head: FileHead): number {
  if (head.isBinary || !IDENTIFIER.test(head.text)) return 0;
  return TYPE.test(head.text) ? 1 : 0.6;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const { text, problems } = collect(source);
  yield* problems;
  if (text === undefined) return;
  const whole = wholeLines(text);
  if (whole !== text) {
    const message = 'the manifest ends without a line break; its last line was left out';
    yield lostProblem('truncated', message);
  }
  const parsed = parse(context.file, whole);
  if ('problem' in parsed) {
    yield parsed;
    return;
  }
  const manifest = objectOf(parsed.value);
  const id = textOf(manifest?.['PackageIdentifier']);
  if (manifest === undefined || id === undefined) {
    yield lostProblem('schema', '`PackageIdentifier` is missing', 'line:1');
    return;
  }
  if (manifest['ManifestType'] === undefined) {
    yield lostProblem('truncated', '`ManifestType` is missing: the file may be cut', 'line:1');
  }
  const maker = new RecordMaker(context);
  addFields(maker, manifest, id);
  yield maker.component({
    pointer: `line:${parsed.line}`,
    name: textOf(manifest['PackageName']) ?? id,
    version: scalar(manifest['PackageVersion']),
    // An offer says that the package can be had, which none of the states is; this is the least.
    presence: 'present-in-build',
    supporting: false,
  });
  yield* maker.cutProblems();
}

interface Collected {
  readonly text?: string;
  readonly problems: readonly ReadProblem[];
}

function collect(source: ByteSource): Collected {
  const problems: ReadProblem[] = [];
  let text = '';
  for (const piece of decodeText(source)) {
    if (isProblem(piece)) problems.push(piece);
    else text += piece;
    if (text.length <= LIMITS.textLengthMax) continue;
    const message = `the manifest is longer than ${LIMITS.textLengthMax} characters`;
    return { problems: [...problems, lostProblem('document-limit', message)] };
  }
  return { text, problems };
}

// The last line of a manifest; tools leave the line break behind it out.
const LAST_LINE = /^ManifestVersion: \d+\.\d+\.\d+$/m;

/** The text without a last line that may be cut. */
function wholeLines(text: string): string {
  const end = text.lastIndexOf('\n') + 1;
  return end === text.length || LAST_LINE.test(text.slice(end)) ? text : text.slice(0, end);
}

type Parsed = { readonly value: unknown; readonly line: number } | ReadProblem;

function parse(file: string, text: string): Parsed {
  try {
    const result = parseYaml(file, text);
    if (result.ok) {
      const { line } = result.document.locate(['PackageIdentifier']);
      return { value: result.document.value, line };
    }
    const [first] = result.problems;
    const message = `the manifest is no YAML that is read here: ${first?.message ?? ''}`;
    return lostProblem('yaml-syntax', message, `line:${first?.line ?? 1}:${first?.column ?? 1}`);
  } catch (error) {
    // The parser calls itself for each level and gives up where the stack ends.
    const reason = error instanceof Error ? error.message : String(error);
    return lostProblem('depth-limit', `the manifest could not be parsed: ${reason}`);
  }
}

/** YAML reads `1.0` as a number; a version is meant. */
function scalar(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}

function addFields(maker: RecordMaker, manifest: JsonObject, id: string): void {
  maker.add('winget_id', id, '/PackageIdentifier');
  maker.add('name', manifest['PackageName'], '/PackageName');
  maker.add('publisher', manifest['Publisher'], '/Publisher');
  maker.add('author', manifest['Author'], '/Author');
  addInstaller(maker, manifest, '');
  for (const [index, installer] of listOf(manifest['Installers']).entries()) {
    const node = objectOf(installer);
    if (node !== undefined) addInstaller(maker, node, `/Installers/${index}`);
  }
}

function addInstaller(maker: RecordMaker, node: JsonObject, at: string): void {
  maker.addOnce('product_code', textOf(node['ProductCode']), `${at}/ProductCode`);
  const digest = textOf(node['InstallerSha256']);
  if (digest !== undefined)
    maker.addOnce('file_sha256', digest.toLowerCase(), `${at}/InstallerSha256`);
  for (const [index, one] of listOf(node['AppsAndFeaturesEntries']).entries()) {
    const entry = objectOf(one);
    const place = `${at}/AppsAndFeaturesEntries/${index}`;
    maker.addOnce('name', textOf(entry?.['DisplayName']), `${place}/DisplayName`);
    maker.addOnce('publisher', textOf(entry?.['Publisher']), `${place}/Publisher`);
    maker.addOnce('product_code', textOf(entry?.['ProductCode']), `${place}/ProductCode`);
    maker.addOnce('upgrade_code', textOf(entry?.['UpgradeCode']), `${place}/UpgradeCode`);
  }
}
