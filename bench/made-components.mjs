/**
 * Made components for benchmarks: no two alike, with the fields real ones carry and about their
 * length (eleven bills of materials seen in the field have 957 to 2,382 bytes a component), and
 * one in a thousand made by somebody the catalog knows.
 */

const WORDS = 'core util http json parse stream cache codec auth event queue table graph'.split(
  ' ',
);
const TYPES = ['npm', 'maven', 'golang', 'pypi', 'deb', 'nuget'];
const KNOWN_EVERY = 1000;

/** @param {number} index */
function nameOf(index) {
  const [a, b] = [WORDS[index % WORDS.length], WORDS[(index * 7 + 3) % WORDS.length]];
  return `${a}-${b}-${index.toString(36)}`;
}

/** @param {number} index a component as CycloneDX has it */
export function makeBomComponent(index) {
  const name = nameOf(index);
  const isKnown = index % KNOWN_EVERY === 0;
  const type = TYPES[index % TYPES.length];
  const group = isKnown ? 'github.com/tencentcloud' : `example.org/group-${index % 997}`;
  return {
    'bom-ref': `ref-${index}`,
    type: 'library',
    group,
    name,
    version: `1.${index % 50}.${index % 7}`,
    publisher: `Publisher ${index % 1500} and others`,
    description: 'A made component that stands for the length of a description in a real file.',
    licenses: [{ license: { id: 'Apache-2.0' } }],
    purl: `pkg:${isKnown ? 'golang' : type}/${group}/${name}@1.${index % 50}.${index % 7}`,
    cpe: `cpe:2.3:a:vendor${index % 800}:${name}:1.${index % 50}.0:*:*:*:*:*:*:*`,
    hashes: [{ alg: 'SHA-256', content: index.toString(16).padStart(64, '0') }],
    externalReferences: [
      { type: 'website', url: `https://${group}/${name}` },
      { type: 'vcs', url: `https://code.example/${group}/${name}.git` },
      { type: 'distribution', url: `https://packages.example/${type}/${name}-1.${index % 50}.tgz` },
    ],
    properties: [
      { name: 'made:package:foundBy', value: `${type}-cataloger` },
      { name: 'made:package:language', value: type },
      { name: 'made:package:type', value: type },
      { name: 'made:package:metadataType', value: `${type}-package-lock-entry` },
      { name: 'made:location:0:path', value: `/srv/app/node_modules/${name}/package.json` },
      { name: 'made:location:0:layerID', value: `sha256:${index.toString(16).padStart(64, 'b')}` },
    ],
  };
}

/** @param {number} count a whole CycloneDX document as text */
export function makeBom(count) {
  const components = Array.from({ length: count }, (_, index) => makeBomComponent(index));
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components });
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** @param {ReturnType<typeof makeBomComponent>} one */
function xmlComponent(one) {
  const texts = ['publisher', 'group', 'name', 'version', 'description'].map(
    (key) => `<${key}>${escaped(String(one[key]))}</${key}>`,
  );
  const hashes = one.hashes.map(({ alg, content }) => `<hash alg="${alg}">${content}</hash>`);
  const references = one.externalReferences.map(
    ({ type, url }) => `<reference type="${type}"><url>${escaped(url)}</url></reference>`,
  );
  const properties = one.properties.map(
    ({ name, value }) => `<property name="${name}">${escaped(value)}</property>`,
  );
  return [
    `<component type="${one.type}" bom-ref="${one['bom-ref']}">`,
    ...texts,
    `<hashes>${hashes.join('')}</hashes>`,
    '<licenses><license><id>Apache-2.0</id></license></licenses>',
    `<cpe>${escaped(one.cpe)}</cpe><purl>${escaped(one.purl)}</purl>`,
    `<externalReferences>${references.join('')}</externalReferences>`,
    `<properties>${properties.join('')}</properties>`,
    '</component>',
  ].join('\n');
}

/** @param {number} count a whole CycloneDX document in XML */
export function makeBomXml(count) {
  const components = Array.from({ length: count }, (_, index) =>
    xmlComponent(makeBomComponent(index)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components>',
    ...components,
    '</components></bom>',
  ].join('\n');
}

/** @param {number} count component records as a reader yields them */
export function makeComponents(count) {
  return Array.from({ length: count }, (_, index) => {
    const { name, version, publisher, purl } = makeBomComponent(index);
    return {
      kind: 'component',
      source: { file: 'made.cdx.json', pointer: `/components/${index}` },
      name,
      version,
      presence: 'present-in-build',
      supporting: false,
      fields: [
        { field: 'name', value: name, at: '/name' },
        { field: 'publisher', value: publisher, at: '/publisher' },
        { field: 'purl', value: purl, at: '/purl' },
        { field: 'cpe.vendor', value: `vendor${index % 800}`, at: '/cpe' },
        { field: 'cpe.product', value: `vendor${index % 800}:${name}`, at: '/cpe' },
      ],
    };
  });
}
