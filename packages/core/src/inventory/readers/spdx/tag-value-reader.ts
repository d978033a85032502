import type { ComponentRecord } from '../../../model/index.ts';
import { LIMITS } from '../../../limits.ts';
import { isProblem, lostProblem, noteProblem, readLines } from '../../input/index.ts';
import type { ReadProblem } from '../../input/index.ts';
import type { ByteSource, FileHead, ReadContext, ReadItem, Reader } from '../../reader.ts';
import { addFile, isMaintained, isSystemPackage, RecordMaker } from '../field/index.ts';
import { addAgent, addReference } from './add-fields.ts';
import { readTags, type TagValue } from './tag-lines.ts';

/** SPDX documents as tags and values, 2.0 to 2.3. */
export const spdxTagValue: Reader = {
  format: 'spdx-tag-value',
  title: 'SPDX document (tag-value)',
  recognize,
  read,
};

const VERSION_TAG = /^SPDXVersion:\s*SPDX-/m;
const VERSIONS: ReadonlySet<string> = new Set(['SPDX-2.0', 'SPDX-2.1', 'SPDX-2.2', 'SPDX-2.3']);
const BEGINNING = 'SPDXVersion: SPDX-';

function recognize(head: FileHead): number {
  if (head.isBinary) return 0;
  if (VERSION_TAG.test(head.text)) return 1;
  // Cut so early that not even the version is whole.
  const text = head.text.trimStart();
  return head.isWhole && text.length > 4 && BEGINNING.startsWith(text) ? 0.9 : 0;
}

function* read(source: ByteSource, context: ReadContext): Generator<ReadItem> {
  const document = new TagDocument(context);
  let last: TagValue | undefined;
  for (const item of readTags(readLines(source))) {
    if (isProblem(item)) {
      yield item;
      continue;
    }
    last = item;
    yield* document.add(item);
    if (document.isRefused) return;
  }
  if (last?.isEnded === false && !document.isKnownRelationship(last)) {
    const message = `the file ends without a line break in the tag \`${last.tag}\``;
    yield lostProblem('truncated', message, `line:${last.line}`);
  }
  yield* document.finish();
}

/** What a package or file says of itself. */
interface Section {
  readonly kind: 'package' | 'file';
  readonly name: TagValue;
  readonly tags: TagValue[];
}

/** Tags that are read. */
const KEPT: ReadonlySet<string> = new Set([
  'SPDXID',
  'PackageVersion',
  'PackageFileName',
  'PackageSupplier',
  'PackageOriginator',
  'PackageChecksum',
  'PrimaryPackagePurpose',
  'ExternalRef',
  'FileChecksum',
]);

/** Tags that end a package or file and begin something that is not read. */
const OTHER_SECTIONS: ReadonlySet<string> = new Set([
  'SnippetSPDXID',
  'SnippetSPDXIdentifier',
  'LicenseID',
]);

const DESCRIBES = /^(\S+)\s+(DESCRIBES|DESCRIBED_BY)\s+(\S+)/;
const DOCUMENT_ID = 'SPDXRef-DOCUMENT';

/** A package that is known and waits for the end of the document. */
interface HeldPackage {
  readonly item: ReadItem;
  readonly id: string | undefined;
}

/** One document, tag by tag. */
class TagDocument {
  isRefused = false;
  readonly #maker: RecordMaker;
  readonly #described = new Set<string>();
  readonly #ids = new Set<string>();
  /** What a document describes may be said at its end, so packages wait for it. */
  #held: HeldPackage[] = [];
  #isHolding = true;
  #section: Section | undefined;
  #version: string | undefined;
  #references = 0;
  /** Line of the section whose tags were more than are kept. */
  #fullLine = 0;

  constructor(context: ReadContext) {
    this.#maker = new RecordMaker(context);
  }

  *add(item: TagValue): Generator<ReadItem> {
    switch (item.tag) {
      case 'SPDXVersion':
        yield* this.#checkVersion(item);
        return;
      case 'PackageName':
        yield* this.#begin('package', item);
        return;
      case 'FileName':
        yield* this.#begin('file', item);
        return;
      case 'Relationship':
        this.#relate(item.value);
        return;
      case 'ExternalDocumentRef':
        this.#references += 1;
        return;
      default:
        if (item.tag === 'SPDXID' && this.#ids.size < LIMITS.rowsHeldMax) this.#ids.add(item.value);
        if (OTHER_SECTIONS.has(item.tag)) yield* this.#end();
        else if (KEPT.has(item.tag)) yield* this.#keep(item);
    }
  }

  *finish(): Generator<ReadItem> {
    yield* this.#end();
    yield* this.#release(this.#parent());
    if (this.#version === undefined) {
      yield lostProblem('version-unsupported', '`SPDXVersion` is missing', 'line:1');
    }
    if (this.#references > 0) {
      const message = `it refers to ${this.#references} other documents, not part of this file`;
      yield noteProblem('external-document', message);
    }
    yield* this.#maker.cutProblems();
  }

  /**
   * Whether a tag is a relationship to an element of this document. Tools leave the line break
   * behind the last one out; had it been cut, it would name no element.
   */
  isKnownRelationship({ tag, value }: TagValue): boolean {
    return tag === 'Relationship' && this.#ids.has(/^\S+\s+\S+\s+(\S+)$/.exec(value)?.[1] ?? '');
  }

  *#keep(item: TagValue): Generator<ReadProblem> {
    const { name, tags } = this.#section ?? {};
    if (name === undefined || tags === undefined) return;
    if (tags.length < LIMITS.fieldsMax) {
      tags.push(item);
      return;
    }
    if (this.#fullLine === name.line) return;
    this.#fullLine = name.line;
    const message = `line ${name.line} begins what has more than ${LIMITS.fieldsMax} tags`;
    yield lostProblem('state-limit', message, `line:${item.line}`);
  }

  *#checkVersion({ value, line }: TagValue): Generator<ReadProblem> {
    this.#version = value;
    if (VERSIONS.has(value)) return;
    this.isRefused = true;
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    const isRunTogether = /^SPDX-2\.\d.*:/.test(value);
    const why = isRunTogether
      ? 'several tags stand on one line, and where one ends cannot be told'
      : 'versions SPDX-2.0 to SPDX-2.3 are read';
    const message = `\`SPDXVersion\` is \`${shown}\`; ${why}`;
    yield lostProblem('version-unsupported', message, `line:${line}`);
  }

  *#begin(kind: Section['kind'], name: TagValue): Generator<ReadItem> {
    yield* this.#end();
    this.#section = { kind, name, tags: [] };
  }

  *#end(): Generator<ReadItem> {
    const section = this.#section;
    this.#section = undefined;
    if (section === undefined) return;
    if (section.name.value === '') {
      const message = `a ${section.kind} has no name`;
      yield lostProblem('schema', message, `line:${section.name.line}`);
      return;
    }
    // The name a file ends in may be cut.
    if (!section.name.isEnded) return;
    if (section.kind === 'file') yield this.#file(section);
    else yield* this.#hold(this.#package(section));
  }

  *#hold(held: HeldPackage): Generator<ReadItem> {
    if (this.#isHolding && this.#held.length === LIMITS.rowsHeldMax) {
      this.#isHolding = false;
      yield* this.#release(this.#parent());
    }
    if (this.#isHolding) this.#held.push(held);
    else yield held.item;
  }

  *#release(parent: ComponentRecord['parent'] | undefined): Generator<ReadItem> {
    const held = this.#held;
    this.#held = [];
    for (const { item, id } of held) {
      const isPart = parent !== undefined && !(id !== undefined && this.#described.has(id));
      if (!isPart || item.kind !== 'record') yield item;
      else yield { kind: 'record', record: { ...item.record, parent } as ComponentRecord };
    }
  }

  /** The one package a document describes; of several, none can be said to hold the rest. */
  #parent(): ComponentRecord['parent'] | undefined {
    const found = this.#held.filter(({ id }) => id !== undefined && this.#described.has(id));
    const [only] = found;
    if (only === undefined || found.length > 1 || only.item.kind !== 'record') return undefined;
    const { record } = only.item;
    if (record.kind !== 'component') return undefined;
    const { name, version } = record;
    return version === undefined ? { name } : { name, version };
  }

  #relate(value: string): void {
    const [, from, type, to] = DESCRIBES.exec(value) ?? [];
    if (from === undefined || to === undefined) return;
    if (type === 'DESCRIBES' && from === DOCUMENT_ID) this.#described.add(to);
    if (type === 'DESCRIBED_BY' && to === DOCUMENT_ID) this.#described.add(from);
  }

  #package({ name, tags }: Section): HeldPackage {
    const maker = this.#maker;
    const purl = tags.map(referenceOf).find((one) => one?.type === 'purl')?.locator;
    maker.add('name', name.value, ':PackageName');
    if (isSystemPackage(purl)) maker.add('package_name', name.value, ':PackageName');
    for (const { tag, value } of tags) {
      // Of a distribution's package these name the person who packaged it.
      if (tag === 'PackageSupplier' && !isMaintained(purl))
        addAgent(maker, value, 'supplier', `:${tag}`);
      if (tag === 'PackageOriginator' && !isMaintained(purl)) {
        addAgent(maker, value, 'manufacturer', `:${tag}`);
      }
      if (tag === 'PackageFileName') addFile(maker, value, `:${tag}`);
    }
    for (const one of tags) this.#addIdentifier(one);
    const item = maker.component({
      pointer: `line:${name.line}`,
      name: name.value,
      version: valueOf(tags, 'PackageVersion'),
      presence: 'present-in-build',
      supporting: valueOf(tags, 'PrimaryPackagePurpose') === 'FILE',
    });
    return { item, id: valueOf(tags, 'SPDXID') };
  }

  #file({ name, tags }: Section): ReadItem {
    const maker = this.#maker;
    addFile(maker, name.value, ':FileName');
    for (const one of tags) this.#addIdentifier(one);
    return maker.component({
      pointer: `line:${name.line}`,
      name: name.value,
      presence: 'present-in-build',
      supporting: true,
    });
  }

  #addIdentifier(item: TagValue): void {
    const { tag, value } = item;
    if (tag === 'PackageChecksum' || tag === 'FileChecksum') {
      const digest = /^SHA256:\s*([0-9a-fA-F]{64})$/.exec(value)?.[1];
      this.#maker.add('file_sha256', digest, `:${tag}`);
    }
    const reference = referenceOf(item);
    if (reference === undefined) return;
    const { type, locator } = reference;
    addReference(this.#maker, type, { locator, at: `:${tag}` });
  }
}

/** SPDX 2.3 7.21: category, type, locator. */
function referenceOf({
  tag,
  value,
}: TagValue): { readonly type: string; readonly locator: string } | undefined {
  if (tag !== 'ExternalRef') return undefined;
  const [, type, locator] = /^\S+\s+(\S+)\s+(\S.*)$/.exec(value) ?? [];
  return type === undefined || locator === undefined ? undefined : { type, locator };
}

/** The first value of a tag that is whole and says something. */
function valueOf(tags: readonly TagValue[], tag: string): string | undefined {
  const found = tags.find((one) => one.tag === tag);
  return found === undefined || found.value === '' || !found.isEnded ? undefined : found.value;
}
