# One image for every process of Onsale; the command says which: run edge, run topology inventory, run sink.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN mvn -B -ntp -DskipTests -Dspotless.check.skip package \
 && mkdir -p /opt/onsale/lib \
 && tr ':' '\n' < benchmarks/target/onsale.classpath | xargs -I{} cp {} /opt/onsale/lib/ \
 && cp benchmarks/target/onsale-benchmarks-*.jar /opt/onsale/lib/

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home onsale && install -d -o onsale /var/lib/onsale
COPY --from=build /opt/onsale/lib /opt/onsale/lib
USER onsale
EXPOSE 8080
VOLUME /var/lib/onsale
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20", "-XX:+ExitOnOutOfMemoryError", \
  "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dlogback.configurationFile=logback-production.xml", \
  "-cp", "/opt/onsale/lib/*", "io.onsale.standalone.cli.Onsale"]
CMD ["--help"]
