import {
  CHECKLIST_SENTENCE,
  countWords,
  privilegeWords,
  type ReportView,
} from '../present/index.ts';
import { markup, named, type Markup, type MarkupPart } from './markup.ts';
import { badge, nameList, table, verdictBadge } from './piece.ts';

export function hostTable({ hosts }: ReportView): Markup {
  if (hosts.length === 0) return markup`<p>No record names a host.</p>`;
  return table({
    id: 'host-table',
    caption: 'Hosts by their most severe finding',
    columns: [
      { title: 'Most severe', kind: 'verdict' },
      { title: 'Can do', kind: 'wide' },
      { title: 'Hosts', kind: 'number' },
      { title: 'Records', kind: 'number' },
      { title: 'Names', kind: 'wide' },
    ],
    rows: hosts.map(({ verdict, privilege, names, records }) => [
      verdict === null ? badge('mute', 'Nothing found') : verdictBadge(verdict),
      verdict === null ? '-' : privilegeWords(privilege),
      countWords(names.length),
      countWords(records),
      nameList(names),
    ]),
  });
}

export function protectionTable({ protection }: ReportView): Markup {
  if (protection.length === 0) return markup`<p>No record names a host.</p>`;
  return table({
    id: 'protection-table',
    caption: 'Hosts by what protects them, gaps first',
    columns: [
      { title: 'Protection', kind: 'verdict' },
      { title: 'Hosts', kind: 'number' },
      { title: 'Why', kind: 'wide' },
      { title: 'Names', kind: 'wide' },
    ],
    rows: protection.map(({ label, tone, because, names }) => [
      badge(tone, label),
      countWords(names.length),
      named(because),
      nameList(names),
    ]),
  });
}

export function removalTable({ removal }: ReportView): Markup {
  if (removal.length === 0) return markup`<p>No record names a host.</p>`;
  return table({
    id: 'removal-table',
    caption: 'Hosts by how far what was found is gone',
    columns: [
      { title: 'Removal', kind: 'verdict' },
      { title: 'Hosts', kind: 'number' },
      { title: 'What is left', kind: 'wide' },
      { title: 'Names', kind: 'wide' },
    ],
    rows: removal.map(({ label, tone, left, because, names }) => [
      badge(tone, label),
      countWords(names.length),
      named(left === '' ? because : `${because}: ${left}`),
      nameList(names),
    ]),
  });
}

/** What must be gone of each product, folded until it is wanted. */
export function checklistList({ checklists }: ReportView): MarkupPart {
  if (checklists.length === 0) return undefined;
  const lists = checklists.map(({ title, kinds }) => {
    const items = kinds.map(
      ({ kind, values }) => markup`<li>${kind}: ${nameList(values)}</li>
`,
    );
    return markup`<details><summary>${named(title)}</summary><ul>
${items}</ul></details>
`;
  });
  return [markup`<p>${CHECKLIST_SENTENCE}</p>`, lists];
}
