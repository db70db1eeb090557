/** Takes over standard output of the process. */
export function takeOutput() {
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    let isMidLine = false;
    let flushOurs;
    stdout.write = ((chunk, ...rest) => {
        flushOurs?.();
        const last = chunk.at(-1);
        if (last !== undefined)
            isMidLine = last !== '\n' && last !== 10;
        return write(chunk, ...rest);
    });
    return {
        write(text) {
            write(isMidLine ? `\n${text}` : text);
            isMidLine = false;
        },
        beforeOthers(flush) {
            flushOurs = flush;
        },
    };
}
/** Until the operating system has everything: on some systems writing to a pipe goes on in the background. */
export async function written() {
    for (const stream of [process.stdout, process.stderr]) {
        await new Promise((resolve) => {
            stream.write('', () => resolve());
        });
    }
}
