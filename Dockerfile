# syntax=docker/dockerfile:1
# One image per application: docker build --build-arg MODULE=catalog-service -t yiwang/catalog-service .
# docker-compose.yml does that for all of them; the stage "build" runs once and is shared.

FROM eclipse-temurin:25.0.3_9-jdk-noble AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -DskipTests \
      -pl platform/discovery-server,gateway,catalog-service,application-service,certificate-service,complaint-service,data-exchange-service \
      -am package

FROM eclipse-temurin:25.0.3_9-jdk-noble AS layers
ARG MODULE
COPY --from=build /src/${MODULE}/target/*-exec.jar /unpack/application.jar
# What changes seldom comes first, so that a new build uploads only the application's own classes.
RUN java -Djarmode=tools -jar /unpack/application.jar extract --layers --application-filename application.jar --destination /unpack/layers

FROM eclipse-temurin:25.0.3_9-jre-noble
RUN groupadd --system --gid 10001 yiwang \
 && useradd --system --uid 10001 --gid yiwang --no-create-home --shell /usr/sbin/nologin yiwang \
 && install -d -o yiwang -g yiwang -m 700 /var/lib/yiwang/files
WORKDIR /app
COPY --chmod=555 deploy/compose/healthy /usr/local/bin/healthy
COPY --from=layers /unpack/layers/dependencies/ ./
COPY --from=layers /unpack/layers/spring-boot-loader/ ./
COPY --from=layers /unpack/layers/snapshot-dependencies/ ./
COPY --from=layers /unpack/layers/application/ ./
USER 10001:10001
# The parallel collector: with heaps of some hundred megabytes its pauses are short, and it leaves the processors to the work.
ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "application.jar"]
