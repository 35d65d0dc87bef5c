package dev.parka.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The application as a project that {@code mvn jib:buildTar} takes, its classes compiled. */
final class MavenProject {

  private static final String PLUGIN = "com.google.cloud.tools:jib-maven-plugin:3.5.2:buildTar";

  private MavenProject() {}

  /** Writes the project; what it depends on is told by the jars themselves. */
  static void write(ImageWorkload workload) throws IOException {
    StringBuilder pom =
        new StringBuilder(
            "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId>"
                + "<artifactId>petstore</artifactId><version>1</version><dependencies>");
    try (Stream<Path> jars = Files.list(workload.libraries())) {
      for (Path jar : jars.sorted().toList()) {
        Properties of = coordinates(jar);
        pom.append("<dependency>");
        for (String name : List.of("groupId", "artifactId", "version")) {
          pom.append("<" + name + ">" + of.getProperty(name) + "</" + name + ">");
        }
        pom.append("</dependency>");
      }
    }
    Files.writeString(
        workload.directory().resolve("project/pom.xml"), pom + "</dependencies></project>");
  }

  private static Properties coordinates(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry =
          zip.stream()
              .filter(it -> it.getName().endsWith("/pom.properties"))
              .findFirst()
              .map(ZipEntry.class::cast)
              .orElseThrow(() -> new IOException(jar + " does not say what it is"));
      Properties properties = new Properties();
      try (InputStream in = zip.getInputStream(entry)) {
        properties.load(in);
      }
      return properties;
    }
  }

  /** The command that builds the image. */
  static List<String> command(String maven, ImageWorkload workload, String base, Path caches) {
    return List.of(
        maven,
        "-B",
        "-ntp",
        "-f",
        workload.directory().resolve("project/pom.xml").toString(),
        PLUGIN,
        "-Djib.from.image=" + base,
        "-Djib.allowInsecureRegistries=true",
        "-Djib.container.mainClass=" + workload.mainClass(),
        "-Djib.baseImageCache=" + caches.resolve("base"),
        "-Djib.applicationCache=" + caches.resolve("application"),
        "-Djib.outputPaths.tar=" + caches.resolve("jib.tar"));
  }
}
