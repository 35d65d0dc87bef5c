package com.acme.shop;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.Env;
import dev.parka.annotations.HealthCheck;
import dev.parka.annotations.Label;
import dev.parka.annotations.Strip;
import dev.parka.annotations.Startup;

@ContainerImage(
    name = "registry.acme.com:5000/shop/petstore",
    tag = PetStore.VERSION,
    base = "debian:12-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    javaVersion = 25,
    addModules = {"jdk.jfr", "java.sql"},
    excludeModules = "jdk.httpserver",
    jvmFlags = {"-XX:+UseSerialGC", "-Xmx128m"},
    arguments = {"--port", "8080"},
    env = {
      @Env(name = "LOG_LEVEL", value = "info"),
      @Env(name = "EMPTY", value = ""),
    },
    labels = @Label(key = "org.opencontainers.image.source", value = "https://acme.com/petstore"),
    ports = {8443, 8080},
    udpPorts = 53,
    volumes = "/var/lib/petstore",
    user = "0:0",
    allowRoot = true,
    workingDirectory = "/var/lib/petstore",
    stopSignal = "SIGINT",
    healthCheck =
        @HealthCheck(
            command = {"/opt/java/bin/java", "-version"},
            interval = 10,
            timeout = 2,
            startPeriod = 5,
            retries = 4),
    locales = {"de", "pt-BR"},
    strip = Strip.MAN_PAGES,
    keep = {Strip.NATIVE_SYMBOLS, Strip.LAUNCHERS},
    compressModules = true,
    startup = Startup.CDS,
    platforms = {"linux/amd64", "linux/arm64"})
public final class PetStore {
  static final String VERSION = "1." + 4;

  public static void main(String[] arguments) throws java.io.IOException {
    com.sun.net.httpserver.HttpServer.create();
  }
}
