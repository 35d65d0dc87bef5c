// Written by Parka from @ContainerImage; edit that, not this.
package com.acme.shop;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.annotations.Strip;
import java.util.List;
import java.util.Map;

/**
 * The image of {@code com.acme.shop.PetStore}, as its annotation describes it.
 */
public final class PetStoreImage implements ImageDescriptor {
  /**
   * Has no state: one is as good as another.
   */
  public PetStoreImage() {
  }

  @Override
  public String mainClass() {
    return "com.acme.shop.PetStore";
  }

  @Override
  public String name() {
    return "registry.acme.com:5000/shop/petstore";
  }

  @Override
  public String tag() {
    return "1.4";
  }

  @Override
  public String base() {
    return "debian:12-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  }

  @Override
  public int javaVersion() {
    return 25;
  }

  @Override
  public List<String> addModules() {
    return List.of("jdk.jfr", "java.sql");
  }

  @Override
  public List<String> excludeModules() {
    return List.of("jdk.httpserver");
  }

  @Override
  public List<String> jvmFlags() {
    return List.of("-XX:+UseSerialGC", "-Xmx128m");
  }

  @Override
  public List<String> arguments() {
    return List.of("--port", "8080");
  }

  @Override
  public List<Map.Entry<String, String>> env() {
    return List.of(
        Map.entry("LOG_LEVEL", "info"),
        Map.entry("EMPTY", ""));
  }

  @Override
  public List<Map.Entry<String, String>> labels() {
    return List.of(
        Map.entry("org.opencontainers.image.source", "https://acme.com/petstore"));
  }

  @Override
  public List<Integer> ports() {
    return List.of(8443, 8080);
  }

  @Override
  public List<Integer> udpPorts() {
    return List.of(53);
  }

  @Override
  public List<String> volumes() {
    return List.of("/var/lib/petstore");
  }

  @Override
  public String user() {
    return "0:0";
  }

  @Override
  public boolean allowRoot() {
    return true;
  }

  @Override
  public String workingDirectory() {
    return "/var/lib/petstore";
  }

  @Override
  public String stopSignal() {
    return "SIGINT";
  }

  @Override
  public ImageDescriptor.HealthProbe healthCheck() {
    return new ImageDescriptor.HealthProbe(List.of("/opt/java/bin/java", "-version"), 10, 2, 5, 4);
  }

  @Override
  public List<String> locales() {
    return List.of("de", "pt-BR");
  }

  @Override
  public List<Strip> strip() {
    return List.of(Strip.MAN_PAGES);
  }

  @Override
  public List<Strip> keep() {
    return List.of(Strip.NATIVE_SYMBOLS, Strip.LAUNCHERS);
  }

  @Override
  public boolean compressModules() {
    return true;
  }

  @Override
  public Startup startup() {
    return Startup.CDS;
  }

  @Override
  public List<String> platforms() {
    return List.of("linux/amd64", "linux/arm64");
  }
}
