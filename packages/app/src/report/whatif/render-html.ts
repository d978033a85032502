import type { WhatIf } from '@interdict/core';
import { markup, named, pageHead, type Markup } from '../html/index.ts';
import { dateWords } from '../present/index.ts';
import { visibleText } from '../text/index.ts';
import {
  basisWords,
  coverWords,
  groupDifferences,
  KIND_TITLES,
  proposalWords,
  summaryWords,
  tallySections,
  type DifferenceGroup,
  type DifferenceKind,
  type TallySection,
} from './words.ts';

const TONES: Readonly<Record<DifferenceKind, string>> = {
  'newly-barred': 'bar',
  'more-severe': 'warn',
  undecided: 'ask',
};

function groupRow(group: DifferenceGroup): Markup {
  const { what, places, acts, change, from, because, questions, kind } = group;
  return markup`<tr>
<th scope="row">${named(what)}</th>
<td>${places.map((place) => markup`<p>${named(place)}</p>`)}</td>
<td>${acts}</td>
<td><span class="badge ${TONES[kind]}">${change}</span></td>
<td>${from}</td>
<td>${named(because)}${questions.map((one) => markup`<p>${named(one)}</p>`)}</td>
</tr>
`;
}

function kindSection(kind: DifferenceKind, all: readonly DifferenceGroup[]): Markup {
  const groups = all.filter((one) => one.kind === kind);
  const title = KIND_TITLES[kind];
  if (groups.length === 0)
    return markup`<section><h2>${title}</h2>
<p>Nothing in what was covered.</p>
</section>
`;
  return markup`<section>
<h2>${title}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col">What</th><th scope="col">Where</th><th scope="col">Act</th>
<th scope="col">Today → then</th><th scope="col">From</th><th scope="col">Why</th></tr></thead>
<tbody>
${groups.map(groupRow)}</tbody>
</table></div>
</section>
`;
}

function tallySection({ title, rows }: TallySection): Markup {
  const lines = rows.map(
    ({ name, newlyBarred, moreSevere, undecided }) => markup`<tr><th scope="row">${named(name)}</th>
<td class="number">${newlyBarred}</td><td class="number">${moreSevere}</td>
<td class="number">${undecided}</td></tr>
`,
  );
  return markup`<section>
<h2>${title}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr><th scope="col">Name</th><th scope="col" class="number">Newly barred</th>
<th scope="col" class="number">More severe</th><th scope="col" class="number">Undecided</th></tr>
</thead>
<tbody>
${lines}</tbody>
</table></div>
</section>
`;
}

/** What a proposed rule would change, as one page that loads nothing and prints. */
export function* renderWhatIfHtml(answer: WhatIf): Generator<string> {
  const groups = groupDifferences(answer);
  const tone = answer.summary.newlyBarred > 0 ? 'bar' : 'mute';
  yield pageHead(`Interdict what-if: ${visibleText(answer.profile.name)}`).safe;
  yield markup`<body>
<a class="skip" href="#main">Skip to the answer</a>
<header>
<h1>Interdict what-if: what a proposed rule would change</h1>
<div class="headline ${tone}">
<p class="word">${named(proposalWords(answer))}</p>
<p>${summaryWords(answer)}</p>
</div>
<dl class="facts">
<dt>For</dt><dd>${named(answer.profile.name)}</dd>
<dt>As of</dt><dd>${dateWords(answer.asOf)}</dd>
<dt>Rests on</dt><dd>${named(basisWords(answer))}</dd>
</dl>
</header>
<main id="main">
`.safe;
  yield kindSection('newly-barred', groups).safe;
  yield kindSection('more-severe', groups).safe;
  yield kindSection('undecided', groups).safe;
  for (const section of tallySections(answer)) yield tallySection(section).safe;
  yield markup`<section><h2>Coverage</h2><p>${coverWords(answer)}</p></section>
</main>
</body>
</html>
`.safe;
}
