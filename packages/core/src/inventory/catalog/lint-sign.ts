import type { Sign, SignField, SignOp } from '../../model/index.ts';
import { compileSign } from './compile-catalog.ts';
import { FieldIndex } from './field-index.ts';
import { lintSources, report, type LintScope } from './lint-scope.ts';
import { isMacPrefix, macPrefixes } from './mac-index.ts';
import { parsePurl } from './parse-purl.ts';
import { checkRegex } from './regex-subset.ts';

/** Letters that a name needs to be told from other words: zte, dji, avp and qq are everywhere. */
const NAME_LETTERS_MIN = 5;

/** Fields that hold names in words; in all others a short value is an exact id. */
const NAME_FIELDS: ReadonlySet<SignField> = new Set<SignField>([
  'publisher',
  'supplier',
  'manufacturer',
  'author',
  'name',
  'signer.o',
  'signer.cn',
  'cert.subject',
  'cert.issuer',
  'path',
  'pe.company',
  'pe.product',
  'oui_org',
  'security_product',
]);

const ORG_FIELDS: ReadonlySet<SignField> = new Set<SignField>([
  'publisher',
  'supplier',
  'manufacturer',
  'author',
  'signer.o',
  'signer.cn',
  'pe.company',
  'oui_org',
]);

const TOKEN_FIELDS: ReadonlySet<SignField> = new Set<SignField>([
  'name',
  'pe.product',
  'cpe.product',
  'security_product',
]);

function fits(field: SignField, op: SignOp): boolean {
  switch (op) {
    case 'eq-org':
      return ORG_FIELDS.has(field);
    case 'token-seq':
      return TOKEN_FIELDS.has(field);
    case 'path-segment':
      return field === 'path';
    case 'suffix-domain':
      return field === 'host' || field === 'registrable_domain';
    case 'under-namespace':
      return field === 'purl';
    case 'prefix':
      return field !== 'purl' && !ORG_FIELDS.has(field);
    case 'eq':
      return field !== 'mac_prefix';
    case 'regex':
      return field !== 'purl' && field !== 'mac_prefix';
  }
}

type Path = readonly (string | number)[];

function lintTarget(scope: LintScope, sign: Sign, path: Path): void {
  const { party, product } = sign;
  if (party === undefined && product === undefined) {
    report(scope, 'no-target', `sign \`${sign.id}\` shows neither a party nor a product`, path);
  }
  if (party !== undefined && scope.parties.byId(party) === undefined) {
    const message = `party \`${party}\` is in no file of rulebook/parties`;
    report(scope, 'unknown-party', message, [...path, 'party']);
  }
  if (product === undefined) return;
  const known = scope.products.get(product);
  if (known === undefined) {
    const message = `product \`${product}\` is in no file of the catalog`;
    report(scope, 'unknown-product', message, [...path, 'product']);
    return;
  }
  if (party === undefined) return;
  const groups = [scope.parties.groupOf(party), scope.parties.groupOf(known.maker)];
  if (party === known.maker || (groups[0] !== undefined && groups[0] === groups[1])) return;
  const message = `\`${product}\` is made by \`${known.maker}\`, no sister of \`${party}\``;
  report(scope, 'wrong-maker', message, [...path, 'product']);
}

function isNameLike({ field, op }: Sign): boolean {
  return NAME_FIELDS.has(field) && op !== 'regex';
}

function lintValue(scope: LintScope, sign: Sign, path: Path): void {
  const { field, op, value } = sign;
  const at = [...path, 'value'];
  if (!fits(field, op)) {
    report(scope, 'wrong-operator', `\`${op}\` does not fit field \`${field}\``, [...path, 'op']);
  }
  if (isNameLike(sign) && (value.match(/\p{L}/gu) ?? []).length < NAME_LETTERS_MIN) {
    report(scope, 'bare-name', `\`${value}\` is part of too many other names`, at);
  }
  if (op === 'regex') {
    const problem = checkRegex(value);
    if (problem !== undefined) report(scope, 'unsafe-regex', `\`${value}\`: ${problem}`, at);
  }
  if (field === 'mac_prefix') {
    const wrong = macPrefixes(value).find((prefix) => !isMacPrefix(prefix));
    const message = `\`${wrong ?? ''}\` is no prefix of 24, 28 or 36 bits`;
    if (wrong !== undefined) report(scope, 'wrong-value', message, at);
  }
  if (field === 'purl' && parsePurl(value) === undefined) {
    report(scope, 'wrong-value', `\`${value}\` is no package URL`, at);
  }
}

function lintExamples(scope: LintScope, sign: Sign, path: Path): void {
  if (sign.op === 'regex' && checkRegex(sign.value) !== undefined) return;
  const compiled = compileSign(sign, scope);
  if (compiled === undefined) return;
  const index = new FieldIndex(sign.field, [compiled]);
  sign.test.yes.forEach((example, position) => {
    if (index.lookUp(example).length > 0) return;
    const message = `\`${example}\` must match \`${sign.value}\` and does not`;
    report(scope, 'unmatched-yes', message, [...path, 'test', 'yes', position]);
  });
  sign.test.no.forEach((example, position) => {
    if (index.lookUp(example).length === 0) return;
    const message = `\`${example}\` must not match \`${sign.value}\` and does`;
    report(scope, 'matched-no', message, [...path, 'test', 'no', position]);
  });
}

/** Checks one sign: what it refers to, what it claims, its value, and its examples. */
export function lintSign(scope: LintScope, sign: Sign, position: number): void {
  const path = ['signs', position];
  lintSources(scope, sign.sources, path);
  lintTarget(scope, sign, path);
  if (sign.strength === 'A' && !sign.verified) {
    const message = `sign \`${sign.id}\` was not seen at its source and cannot identify alone`;
    report(scope, 'unverified-a', message, [...path, 'strength']);
  }
  lintValue(scope, sign, path);
  lintExamples(scope, sign, path);
}
