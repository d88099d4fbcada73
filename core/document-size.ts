/** Clauses that a document may have. Past it a file is a list of lines, or many texts in one. */
export const MOST_CLAUSES = 50_000;
