# One image for every role: `marquee`, `marquee router`, `marquee subgraph NAME`, `marquee migrate`, `marquee seed`.

FROM node:22-bookworm-slim AS web
WORKDIR /build
COPY schema schema
COPY web web
RUN cd web && npm ci --no-audit --no-fund && npm run build

FROM rust:1.95-bookworm AS server
WORKDIR /build
COPY . .
RUN cargo build --locked --release --bin marquee

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home marquee && mkdir /data && chown marquee /data
COPY --from=server /build/target/release/marquee /usr/local/bin/marquee
COPY --from=web /build/web/dist /usr/share/marquee/web
ENV MARQUEE_WEB=/usr/share/marquee/web MARQUEE_DATA=/data MARQUEE_LOG=json
USER marquee
VOLUME /data
EXPOSE 4000 4101 4102 4103 4104 4105
ENTRYPOINT ["marquee"]
