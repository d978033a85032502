import {
  listOf,
  objectOf,
  textOf,
  type JsonDocument,
  type JsonObject,
} from '../../input/json/index.ts';
import { lostProblem, noteProblem, type ReadProblem } from '../../input/index.ts';
import { SERIAL_NUMBER, SPEC_VERSIONS } from './specification.ts';

/** What the head of a document says, and whether it may be read. */
export interface DocumentCheck {
  /** Undefined when the document is refused. */
  readonly bom?: JsonObject;
  readonly specVersion?: string;
  readonly problems: readonly ReadProblem[];
}

const NEWEST = SPEC_VERSIONS.at(-1) ?? '';

/**
 * Checks what makes a document a CycloneDX BOM. What a document that breaks off may still have
 * had is not held against it.
 */
export function checkDocument(document: JsonDocument): DocumentCheck {
  const bom = objectOf(document.value);
  if (bom === undefined) {
    return { problems: [lostProblem('not-this-format', 'the document is no JSON object', '')] };
  }
  const refusal = refusalOf(bom, document.isWhole, SPEC_VERSIONS);
  if (refusal !== undefined) return { problems: [refusal] };
  const specVersion = textOf(bom['specVersion']);
  const problems = [...newerVersion(specVersion), ...wrongLists(bom), ...remarks(bom)];
  return specVersion === undefined ? { bom, problems } : { bom, specVersion, problems };
}

/** Why a document is refused, by what its head says. */
export function refusalOf(
  bom: JsonObject,
  isWhole: boolean,
  versions: readonly string[],
): ReadProblem | undefined {
  const { bomFormat, specVersion, serialNumber } = bom;
  if (bomFormat !== 'CycloneDX' && (isWhole || bomFormat !== undefined)) {
    const found = bomFormat === undefined ? 'is missing' : `is ${JSON.stringify(bomFormat)}`;
    const message = `\`bomFormat\` ${found} and must be "CycloneDX"`;
    return lostProblem('not-this-format', message, '/bomFormat');
  }
  if (specVersion === undefined && isWhole) {
    return lostProblem('version-unsupported', '`specVersion` is missing', '/specVersion');
  }
  if (specVersion !== undefined && !isReadable(specVersion, versions)) {
    const message =
      `\`specVersion\` is ${JSON.stringify(specVersion)}; ` +
      `versions ${versions[0]} to ${NEWEST} are read`;
    return lostProblem('version-unsupported', message, '/specVersion');
  }
  if (serialNumber !== undefined && !isSerialNumber(serialNumber)) {
    const message = `\`serialNumber\` is ${JSON.stringify(serialNumber)}, which is no urn:uuid`;
    return lostProblem('schema', message, '/serialNumber');
  }
  return undefined;
}

function isSerialNumber(value: unknown): boolean {
  return typeof value === 'string' && SERIAL_NUMBER.test(value);
}

function isReadable(version: unknown, versions: readonly string[]): boolean {
  return typeof version === 'string' && (versions.includes(version) || isNewer(version));
}

/** A later 1.x adds to what there is; it is read as the newest known, and said to be partial. */
function isNewer(version: string): boolean {
  const minor = /^1\.(\d{1,3})$/.exec(version)?.[1];
  return minor !== undefined && Number(minor) > Number(NEWEST.slice(2));
}

/** Says that a document may hold what is not known yet. */
export function newerVersion(version: string | undefined): readonly ReadProblem[] {
  if (version === undefined || !isNewer(version)) return [];
  const message = `version ${version} is newer than ${NEWEST}; what it added is not read`;
  return [lostProblem('version-unsupported', message, '/specVersion')];
}

/** Members that hold components and have the wrong shape. */
function wrongLists(bom: JsonObject): readonly ReadProblem[] {
  return ['components', 'services', 'formulation']
    .filter((key) => bom[key] !== undefined && !Array.isArray(bom[key]))
    .map((key) => lostProblem('schema', `\`${key}\` is no list`, `/${key}`));
}

/** What the document says about its own limits. */
function remarks(bom: JsonObject): readonly ReadProblem[] {
  const problems: ReadProblem[] = [];
  if (bom['signature'] !== undefined) problems.push(signatureNote('/signature'));
  for (const [index, one] of listOf(bom['compositions']).entries()) {
    const aggregate = textOf(objectOf(one)?.['aggregate']);
    problems.push(...aggregateNote(aggregate, `/compositions/${index}`));
  }
  const formulas = listOf(bom['formulation']).length;
  if (formulas > 0) problems.push(formulationNote('/formulation'));
  return problems;
}

export function signatureNote(pointer: string): ReadProblem {
  const message = 'the document carries a signature, which was not verified';
  return noteProblem('signature-not-verified', message, pointer);
}

/** Says that a document knows that it does not list everything. */
export function aggregateNote(
  aggregate: string | undefined,
  pointer: string,
): readonly ReadProblem[] {
  if (aggregate?.startsWith('incomplete') !== true) return [];
  const message = `the document says that a part of it is \`${aggregate}\``;
  return [noteProblem('declared-incomplete', message, pointer)];
}

export function formulationNote(pointer: string): ReadProblem {
  const message = '`formulation` says how the product was made; what it names is no part of it';
  return noteProblem('not-inventory', message, pointer);
}
