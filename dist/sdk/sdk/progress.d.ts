/** Says how far the flow has come: `progress(30, 200)`, or of one of several things: `progress(30, 200, 'pages')`. */
export declare function progress(done: number, total?: number, name?: string): void;
