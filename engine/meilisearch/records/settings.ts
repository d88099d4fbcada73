/**
 * The index as Meilisearch is told to keep it, and the names of ours.
 */
import { DATES, FACETS } from '../../../core/model.js';

/** Changes whenever the records or the settings do; an index of another one is rebuilt. */
export const SCHEMA = 11;

/** All of ours begin with `policy_`: that is what the server's key is good for. */
export const OURS = 'policy_*';
export const LIVE = 'policy_live';
/** The one that is being built; after the swap it holds the old index, and is deleted. */
export const NEXT = 'policy_next';
/** Is there while an indexer is at work; its primary key names who. */
export const LOCK = 'policy_lock';

/** Past any number that an index can have: we clamp pages and cut facets ourselves. */
const NO_LIMIT = 100_000_000;
/** ms; past it Meilisearch ranks worse and says nothing. Ours has given up long before. */
const NEVER = 3_600_000;

const EQUAL = { facetSearch: false, filter: { equality: true, comparison: false } } as const;
const RANGE = { facetSearch: false, filter: { equality: true, comparison: true } } as const;

const EQUALITY = [
  'own',
  'context',
  'ownTwice',
  'contextTwice',
  'documentKey',
  'place',
  'themeNumber',
  'lacks',
  'record',
  'ownNumber',
  'number',
  'names',
  ...FACETS,
];

const RANGES = ['order', ...DATES, 'weight'];

/** What is only matched is never read back: a third of the time of a hit goes into what its record shows. */
const SHOWN = [
  ...['id', 'documentKey', 'documentId', 'order', 'kind', 'weight', 'folded', 'above', 'ownNumber', 'number'],
  ...['names', 'clause', 'record', 'origin', 'sha256', 'place', 'columns', 'metadata', 'raw'],
  ...[
    'schema',
    'version',
    'build',
    'documents',
    'clauses',
    'characters',
    'nextPlace',
    'nextTheme',
    'firstTheme',
    'indexedAt',
    'servers',
  ],
  ...['madeBy', 'engineVersion', 'longValues', 'of', 'page', 'pages', 'suggestions'],
];

export const SETTINGS = {
  displayedAttributes: SHOWN,
  searchableAttributes: ['text'],
  filterableAttributes: [
    { attributePatterns: EQUALITY, features: EQUAL },
    { attributePatterns: RANGES, features: RANGE },
  ],
  sortableAttributes: RANGES,
  // The order of hits is asked for by each search; what is equal in it stays in the order of the documents.
  rankingRules: ['sort', 'order:asc'],
  // One locale that is neither Chinese nor Japanese: nothing is cut but at separators.
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  proximityPrecision: 'byWord', // by attribute, a phrase would be its words in any order
  stopWords: [],
  synonyms: {},
  dictionary: [],
  faceting: { maxValuesPerFacet: NO_LIMIT, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: NO_LIMIT },
  searchCutoffMs: NEVER,
} as const;
