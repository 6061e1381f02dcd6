import type { Figure, FigurePart } from './figure.js';
import type { Ratio } from './ratio.js';

/** A number as the graph shows it: its integers as decimal strings, since JSON numbers end at 2^53. */
export type GraphRatio<Kind extends Ratio> = Omit<Kind, 'numerator' | 'denominator'> & {
  readonly numerator: string | null;
  readonly denominator: string | null;
};

/** A part of a figure as the graph shows it. */
export type GraphFigurePart = GraphRatio<FigurePart>;

/** A figure as the graph shows it; instants are still Dates, for their scalar to write. */
export type GraphFigure = Omit<GraphRatio<Figure>, 'parts'> & {
  readonly parts: readonly GraphFigurePart[];
};

/** Turns a figure into what the graph shows, exactly; nothing else about it changes. */
export function toGraphFigure(figure: Figure): GraphFigure {
  return { ...toGraphRatio(figure), parts: figure.parts.map(toGraphRatio) };
}

function toGraphRatio<Kind extends Ratio>(ratio: Kind): GraphRatio<Kind> {
  return {
    ...ratio,
    numerator: ratio.numerator?.toString() ?? null,
    denominator: ratio.denominator?.toString() ?? null,
  };
}
