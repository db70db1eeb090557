declare module 'vega-datasets/data/flights-10k.json' {
  const flights: readonly {
    /** `2001/01/10 18:20`, local time. */
    readonly date: string;
    /** Minutes; negative if the flight arrived early. */
    readonly delay: number;
    /** Miles. */
    readonly distance: number;
    readonly origin: string;
    readonly destination: string;
  }[];
  export default flights;
}
