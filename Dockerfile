# One image for the indexer and the server; docker-compose.yml says which command runs.

FROM node:22.23.3-bookworm-slim AS build
WORKDIR /app
# better-sqlite3 and nodejieba are compiled, against the headers that this image has: nothing but packages is fetched.
ENV npm_config_build_from_source=true npm_config_nodedir=/usr/local
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json vite.config.ts ./
COPY core core
COPY engine engine
COPY indexer indexer
COPY server server
COPY cli cli
COPY web web
COPY docs/examples docs/examples
RUN npm run build
RUN npm prune --omit=dev

FROM node:22.23.3-bookworm-slim
WORKDIR /app
# Two arenas: of one a thread, what glibc keeps for each is 40 MB more.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 MALLOC_ARENA_MAX=2
# A new volume takes its owner from the folder that it is mounted over.
RUN mkdir data /keys && chown node:node data /keys
COPY --from=build /app/package.json package.json
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/indexer/clean/damage/trigrams.bin indexer/clean/damage/trigrams.bin
COPY --from=build /app/docs/examples docs/examples
COPY --from=build /app/web/dist web/dist
COPY --from=build /app/dist dist
USER node
EXPOSE 3000
# The process lives. Whether it can search is /readyz, which docker-compose.yml asks.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The heap of the main thread; as in `npm start`.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=512", "dist/server/main.js"]
