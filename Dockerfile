# Parlour in one image: `web`, `worker` or both (ROLE). Everything it writes lies in /data.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY backend backend
COPY web-components web-components
COPY dashboard dashboard
COPY wp-plugin wp-plugin
RUN npm run build

FROM node:22-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Without PostgreSQL's programs (optional packages), as DATABASE_URL names one that is cared for by itself; and without
# what browsers run, which is built into dist.
RUN npm ci --omit=dev --omit=optional \
  && rm -r node_modules/@shoelace-style node_modules/chart.js node_modules/lit node_modules/lit-html node_modules/lit-element

FROM node:22-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
# A worker listens nowhere: switch this off for it, as compose.yaml does.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# node itself is the first process, so that it hears SIGTERM.
CMD ["node", "--max-old-space-size=1024", "dist/backend/index.js"]
