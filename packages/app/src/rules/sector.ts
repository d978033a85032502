import type { BoundClass, Word } from '@interdict/core';

interface SectorWord extends Word {
  readonly classes: readonly BoundClass[];
}

type Sector =
  | 'water'
  | 'power'
  | 'transport'
  | 'health'
  | 'telecommunications'
  | 'higher-education'
  | 'resale'
  | 'vehicles'
  | 'import';

/** Sectors in which an organization may work, with the classes of person that follow. */
export const SECTORS: Readonly<Record<Sector, SectorWord>> = {
  water: {
    classes: ['critical-infrastructure-operator'],
    meaning: 'Supplies drinking water or treats waste water.',
  },
  power: {
    classes: ['critical-infrastructure-operator'],
    meaning: 'Generates, carries or distributes power.',
  },
  transport: {
    classes: ['critical-infrastructure-operator'],
    meaning: 'Operates transport for the public or for goods.',
  },
  health: {
    classes: ['critical-infrastructure-operator'],
    meaning: 'Operates hospitals or other health services.',
  },
  telecommunications: {
    classes: ['carrier', 'critical-infrastructure-operator'],
    meaning: 'Carries telecommunications for the public.',
  },
  'higher-education': {
    classes: ['higher-education'],
    meaning: 'Is a university, college or the like.',
  },
  resale: {
    classes: ['reseller'],
    meaning: 'Resells products or services of others, or manages them for customers.',
  },
  vehicles: {
    classes: ['vehicle-manufacturer'],
    meaning: 'Makes or assembles road vehicles.',
  },
  import: { classes: ['importer'], meaning: 'Imports goods.' },
};
