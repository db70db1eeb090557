/** What is read of a state branch at the most, in bytes: 10,000 flows with 10,000 open runs have about a third. */
export const longestStateBytes = 134_217_728;
/** What is written: less, so that whatever was written can be read. */
export const mostStateBytes = 100_663_296;
