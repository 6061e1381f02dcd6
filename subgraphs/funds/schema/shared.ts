import { sharedTypes } from '@linju/kit';

import { Organisation } from './organisation.js';
import { Source } from './source.js';

/** This subgraph's own classes of the value types that all subgraphs share. */
export const {
  CodeValue,
  CompletenessPart,
  CoveragePart,
  Figure,
  FigurePart,
  Label,
  Milestone,
  Money,
  PageInfo,
  Period,
  Provenance,
  Quantity,
  ReportedFigure,
  Transition,
  UserError,
} = sharedTypes({ source: () => Source, organisation: () => Organisation });
