/** Every word of ours on the page, in one language. GraphiQL's own words are English and stay so. */
export interface Words {
  /** The page's title, also in the browser's tab. */
  readonly title: string;
  /** What this page is, beside the product's name. */
  readonly page: string;
  /** Leads to `/health/ready`. */
  readonly health: string;
  /** Where GraphiQL keeps the description of every type and field. */
  readonly whereDocs: string;
  /** Names the choice of language to a screen reader. */
  readonly chooseLanguage: string;
  /** Under an empty answer: what to do first. */
  readonly noAnswerYet: string;
  /** Heading over the two troubles below. */
  readonly unreachable: string;
  /** The request left the page and no answer came. */
  readonly noConnection: string;
  /** Something answered, but not the graph. */
  readonly notGraphql: (answer: {
    readonly status: number;
    readonly contentType: string;
  }) => string;
  /** What to try, first things first. */
  readonly remedies: readonly string[];
  readonly tryAgain: string;
  /** The browser refuses what stands in the Headers editor. */
  readonly headersRefused: (reason: string) => string;
  /** When the last attempt was made. */
  readonly lastTried: (at: Date) => string;
}
