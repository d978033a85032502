import type { Check } from './check.ts';
import { addresses, dependencyReasons, installScripts } from './dependencies.ts';
import { leftovers, skipping } from './focus.ts';
import { importsExist } from './imports.ts';
import { folderCircles, layering } from './layering.ts';
import { links, titles } from './markdown.ts';
import { folderDoors, kebabCase } from './names.ts';
import { parses } from './parses.ts';
import { clock, environment, network, sql } from './reach.ts';
import { sight } from './sight.ts';
import { longLines, machine, reasons } from './text.ts';

/** Everything the tree is held to. */
export const CHECKS: readonly Check[] = [
  sight,
  parses,
  layering,
  folderCircles,
  folderDoors,
  importsExist,
  environment,
  clock,
  network,
  sql,
  skipping,
  leftovers,
  longLines,
  reasons,
  machine,
  kebabCase,
  titles,
  links,
  installScripts,
  addresses,
  dependencyReasons,
];
