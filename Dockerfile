# The project's image: Node.js, and of each flow only what it imports, at /flow/<flow>/.
#
# Node.js 24.18.0 on Debian 12, for amd64 and arm64. A newer digest:
#   docker buildx imagetools inspect node:24-bookworm-slim
ARG NODE_IMAGE=node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d
# Modification times in the image, so that equal flows give equal layers.
ARG SOURCE_DATE_EPOCH=0

# Bundles run on every architecture, so they are made once, on the builder's own.
FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS build
ARG SOURCE_DATE_EPOCH
WORKDIR /repository
COPY package.json package-lock.json .npmrc* ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx --no -- headgate build --out /out --record /record/headgate-build.json && find /out -exec touch --no-dereference --date "@$SOURCE_DATE_EPOCH" {} +

# What the bundles are made of, for `deploy` to compare: docker buildx build --target record --output type=local,dest=…
FROM scratch AS record
COPY --from=build /record /

# Package managers are of no use to a flow, and of some to an intruder.
FROM ${NODE_IMAGE} AS base
ARG SOURCE_DATE_EPOCH
RUN rm -rf /opt/yarn-* /usr/local/lib/node_modules /usr/local/include /tmp/* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
    && touch --date "@$SOURCE_DATE_EPOCH" /opt /tmp /usr/local /usr/local/bin /usr/local/lib

FROM scratch
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin NODE_ENV=production HOME=/home/node
COPY --from=base / /
COPY --from=build --chown=1000:1000 /out /flow
WORKDIR /flow
USER 1000:1000
# Headgate names what starts; without it the image says what it is.
CMD ["node", "--version"]
