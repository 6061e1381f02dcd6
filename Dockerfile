# One image; the command says which process it is. Debian slim, since native parts need glibc.
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV DO_NOT_TRACK=1 TURBO_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
COPY kit/package.json kit/
COPY schema/package.json schema/
COPY gateway/package.json gateway/
COPY subgraphs/districts/package.json subgraphs/districts/
COPY subgraphs/partners/package.json subgraphs/partners/
COPY subgraphs/funds/package.json subgraphs/funds/
COPY clients/playground/package.json clients/playground/
COPY cli/package.json cli/
COPY test/package.json test/
COPY patches patches
# Without the optional packages: the server of embedded Postgres is not needed beside a real one.
# turbo's and vite's own binaries are optional packages too, so they come back for the build.
RUN npm ci --no-audit --no-fund
COPY . .
RUN npx turbo run build && npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=1 HOST=0.0.0.0
WORKDIR /app
COPY --from=build --chown=root:root /app /app
# Nothing is written inside the image, and nobody is root in it.
USER node
EXPOSE 4000
ENTRYPOINT ["node", "--max-semi-space-size=64", "cli/dist/index.js"]
CMD ["gateway"]
