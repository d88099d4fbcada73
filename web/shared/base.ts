/// <reference types="vite/client" />
/** The path that everything lies under, with a slash at its end: the server writes it into what was built (server/http/built-page.ts). */
export const BASE: string = import.meta.env.BASE_URL;
