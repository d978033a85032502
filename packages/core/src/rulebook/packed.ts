import Type from 'typebox';
import type { Static } from 'typebox';
import { closed, DateTextSchema, type Frozen, type PartyGroup, type Rule } from '../model/index.ts';
import { canonicalJson, checkSchema, digestOf } from '../document/index.ts';
import { LIMITS } from '../limits.ts';
import { PartyRegister } from './lint/index.ts';
import type { LoadResult } from './load-rulebook.ts';
import { digestOfParts, digestOfRulebook, partsOf } from './manifest.ts';
import { PartyDirectory } from './party-directory.ts';
import { ProblemSink, type PlacedDocument } from './read/documents.ts';
import { EditionTextSchema } from './read/read-edition.ts';
import { readGroups } from './read/read-groups.ts';
import { readRules } from './read/read-rules.ts';
import type { RulebookFile } from './rulebook.ts';

const DigestSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hex.' });
const DigestsSchema = Type.Record(Type.String(), DigestSchema);

const MetaSchema = closed(
  {
    edition: EditionTextSchema,
    cutoff: DateTextSchema,
    digest: DigestSchema,
    origins: DigestSchema,
  },
  'What is signed: which edition it is, and the digest that stands for all of its parts.',
);

const SignatureSchema = closed(
  {
    algorithm: Type.Literal('ed25519'),
    key: Type.String({ description: 'Public key, SPKI in base64.' }),
    value: Type.String({ description: 'Signature of the meta, in base64.' }),
  },
  'Who vouches for it.',
);
export type EditionSignature = Frozen<Static<typeof SignatureSchema>>;

const PackedSchema = closed(
  {
    schema: Type.Literal('interdict.edition/1'),
    meta: MetaSchema,
    parts: closed({ rules: DigestsSchema, groups: DigestsSchema }, 'Digests of the parts.'),
    signature: Type.Union([SignatureSchema, Type.Null()]),
    rules: Type.Array(Type.Unknown()),
    groups: Type.Array(Type.Unknown()),
    origins: Type.Record(Type.String(), Type.String()),
  },
  'A rulebook in one file.',
);

/** A rulebook packed into one file. Rules and groups are what the file says until it is opened. */
export type PackedEdition = Frozen<
  Omit<Static<typeof PackedSchema>, 'rules' | 'groups' | 'meta'>
> & {
  readonly meta: Readonly<Record<keyof Static<typeof MetaSchema>, string>>;
  readonly rules: readonly unknown[];
  readonly groups: readonly unknown[];
};

/** Packs a rulebook, without a signature. */
export function packRulebook(rulebook: RulebookFile): PackedEdition {
  const { edition, cutoff, digest, rules, groups, origins } = rulebook;
  return {
    schema: 'interdict.edition/1',
    meta: { edition, cutoff, digest, origins: digestOf(origins) },
    parts: partsOf(rulebook),
    signature: null,
    rules,
    groups,
    origins,
  };
}

/** The text that is signed. The schema in it keeps the signature from vouching for another kind. */
export function signedText({ schema, meta }: PackedEdition): string {
  return canonicalJson({ schema, meta });
}

/** File name of a packed edition: it names its content. */
export function packedFileName({ meta }: PackedEdition): string {
  return `interdict-rulebook-${meta.edition}-${meta.digest}.json`;
}

/** Bytes of a packed edition: the same edition and key give the same text. */
export function packedText(packed: PackedEdition): string {
  return `${canonicalJson(packed)}\n`;
}

export type PackedResult =
  | { readonly ok: true; readonly packed: PackedEdition }
  | { readonly ok: false; readonly message: string };

function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.yamlDepthMax) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

/** Reads the text of a packed edition as far as its outer shape; nothing in it is trusted yet. */
export function readPacked(text: string): PackedResult {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const isCut = !text.trimEnd().endsWith('}');
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = isCut ? `is cut off after ${text.length} characters` : `is damaged: ${reason}`;
    return { ok: false, message };
  }
  if (isTooDeep(value)) return { ok: false, message: 'nests deeper than a rulebook can' };
  const [problem] = checkSchema(PackedSchema, value);
  if (problem === undefined) return { ok: true, packed: value as PackedEdition };
  return { ok: false, message: `is no packed edition: ${problem.message}` };
}

/** Kinds of damage to a packed edition. */
export type EditionFaultCode =
  | 'changed'
  | 'missing'
  | 'added'
  | 'digest'
  | 'origins'
  | 'name'
  | 'unsigned'
  | 'wrong-key'
  | 'bad-signature';

/** One thing that is wrong with a packed edition. */
export interface EditionFault {
  readonly code: EditionFaultCode;
  readonly message: string;
}

type PartKind = 'rule' | 'group';

function idOf(kind: PartKind, part: unknown): string {
  const { id, group } = (part ?? {}) as { readonly id?: unknown; readonly group?: unknown };
  const own = kind === 'rule' ? id : (group as { readonly id?: unknown } | undefined)?.id;
  return typeof own === 'string' ? own : 'without an id';
}

function comparePart(
  kind: PartKind,
  parts: readonly unknown[],
  digests: Readonly<Record<string, string>>,
): EditionFault[] {
  const faults: EditionFault[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    const id = idOf(kind, part);
    const wanted = Object.hasOwn(digests, id) ? digests[id] : undefined;
    if (seen.has(id)) {
      faults.push({ code: 'added', message: `${kind} \`${id}\` is in it twice` });
    } else if (wanted === undefined) {
      faults.push({ code: 'added', message: `${kind} \`${id}\` was added after packing` });
    } else if (wanted !== digestOf(part)) {
      faults.push({ code: 'changed', message: `${kind} \`${id}\` was changed after packing` });
    }
    seen.add(id);
  }
  for (const id of Object.keys(digests)) {
    if (seen.has(id)) continue;
    faults.push({ code: 'missing', message: `${kind} \`${id}\` was taken out after packing` });
  }
  return faults;
}

/** Everything in a packed edition that is not as it was packed; signatures are looked at apart. */
export function faultsOf(packed: PackedEdition): readonly EditionFault[] {
  const { meta, parts, rules, groups, origins } = packed;
  const faults = [
    ...comparePart('rule', rules, parts.rules),
    ...comparePart('group', groups, parts.groups),
  ];
  const digest = digestOfParts(meta, parts);
  if (digest !== meta.digest) {
    const message = `its parts have the digest ${digest}, and it names ${meta.digest}`;
    faults.push({ code: 'digest', message });
  }
  if (digestOf(origins) !== meta.origins) {
    faults.push({ code: 'origins', message: 'the places of its rules were changed after packing' });
  }
  return faults;
}

/** A part of a packed edition as a document; its lines are those of the folder it came from. */
function placed(file: string, kind: PartKind, value: unknown): PlacedDocument {
  return {
    file: `${file}#${kind}:${idOf(kind, value)}`,
    value,
    locate: () => ({ line: 1, column: 1 }),
  };
}

/**
 * Opens a packed edition without faults. It is linted like a folder: a signature says who made
 * it, and not that it is right.
 */
export function openPacked(file: string, packed: PackedEdition): LoadResult {
  const sink = new ProblemSink();
  const groupDocuments = packed.groups.map((one) => placed(file, 'group', one));
  const groups = readGroups(groupDocuments, new PartyRegister(), sink);
  const ruleDocuments = packed.rules.map((one) => placed(file, 'rule', one));
  const rules = readRules(ruleDocuments, { directory: new PartyDirectory(groups) }, sink);
  if (rules.length === 0 && sink.problems.length === 0) {
    const message = 'the rulebook has no rule, and would call everything free';
    sink.problems.push({ code: 'no-rules', message, file, line: 1, column: 1 });
  }
  if (sink.problems.length > 0) return { ok: false, problems: sink.sorted() };
  const { edition, cutoff } = packed.meta;
  const content: Pick<RulebookFile, 'edition' | 'cutoff'> & {
    readonly rules: readonly Rule[];
    readonly groups: readonly PartyGroup[];
  } = { edition, cutoff, rules, groups };
  return {
    ok: true,
    rulebook: {
      schema: 'interdict.rulebook/1',
      ...content,
      digest: digestOfRulebook(content),
      origins: packed.origins,
    },
  };
}
