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
  const refusal = refusalOf(bom, document.isWhole);
  if (refusal !== undefined) return { problems: [refusal] };
  const specVersion = textOf(bom['specVersion']);
  const problems = [...newerVersion(specVersion), ...wrongLists(bom), ...remarks(bom)];
  return specVersion === undefined ? { bom, problems } : { bom, specVersion, problems };
}

function refusalOf(bom: JsonObject, isWhole: boolean): ReadProblem | undefined {
  const { bomFormat, specVersion, serialNumber } = bom;
  if (bomFormat !== 'CycloneDX' && (isWhole || bomFormat !== undefined)) {
    const found = bomFormat === undefined ? 'is missing' : `is ${JSON.stringify(bomFormat)}`;
    const message = `\`bomFormat\` ${found} and must be "CycloneDX"`;
    return lostProblem('not-this-format', message, '/bomFormat');
  }
  if (specVersion === undefined && isWhole) {
    return lostProblem('version-unsupported', '`specVersion` is missing', '/specVersion');
  }
  if (specVersion !== undefined && !isReadable(specVersion)) {
    const message =
      `\`specVersion\` is ${JSON.stringify(specVersion)}; ` +
      `versions ${SPEC_VERSIONS[0]} to ${NEWEST} are read`;
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

function isReadable(version: unknown): boolean {
  return typeof version === 'string' && (SPEC_VERSIONS.includes(version) || isNewer(version));
}

/** A later 1.x adds to what there is; it is read as the newest known, and said to be partial. */
function isNewer(version: string): boolean {
  const minor = /^1\.(\d{1,3})$/.exec(version)?.[1];
  return minor !== undefined && Number(minor) > Number(NEWEST.slice(2));
}

function newerVersion(version: string | undefined): readonly ReadProblem[] {
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
  if (bom['signature'] !== undefined) {
    const message = 'the document carries a signature, which was not verified';
    problems.push(noteProblem('signature-not-verified', message, '/signature'));
  }
  for (const [index, one] of listOf(bom['compositions']).entries()) {
    const aggregate = textOf(objectOf(one)?.['aggregate']);
    if (aggregate?.startsWith('incomplete') !== true) continue;
    const message = `the document says that a part of it is \`${aggregate}\``;
    problems.push(noteProblem('declared-incomplete', message, `/compositions/${index}`));
  }
  return problems;
}
