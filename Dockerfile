# One image for every process: docker-compose.yml says which command each of them runs.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# npm install, not npm ci: see docs/operations.md.
RUN npm install --no-audit --no-fund --loglevel=error
COPY apps apps
COPY libs libs
COPY migrations migrations
RUN node apps/cli/build.mjs

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --omit=dev --no-audit --no-fund --loglevel=error

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 LEPTA_DIR=/var/lib/lepta
WORKDIR /app
# Uploaded files and nothing else lie here: the database is somewhere else. A volume takes its owner from the folder that it covers.
RUN mkdir -p /var/lib/lepta /backups && chown node:node /var/lib/lepta /backups
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/apps/cli/*.mjs apps/cli/
# Without the lock file the operator's tool never tries to install anything.
COPY package.json ./
USER node
VOLUME /var/lib/lepta
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WORKER_METRICS_PORT || process.env.PORT}/api/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "--heap-growing-percent=75", "dist/processes/api.js"]
