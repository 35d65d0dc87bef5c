package dev.parka.oci;

import java.util.Set;

/** The media types of images, in OCI's words and in the Docker words that layouts still hold. */
public final class ArchiveMediaType {

  private static final String OCI = "application/vnd.oci.image.";
  private static final String DOCKER = "application/vnd.docker.";

  private static final Set<String> INDEXES =
      Set.of(OCI + "index.v1+json", DOCKER + "distribution.manifest.list.v2+json");
  private static final Set<String> MANIFESTS =
      Set.of(OCI + "manifest.v1+json", DOCKER + "distribution.manifest.v2+json");
  private static final Set<String> CONFIGS =
      Set.of(OCI + "config.v1+json", DOCKER + "container.image.v1+json");
  private static final Set<String> LAYERS =
      Set.of(
          OCI + "layer.v1.tar",
          OCI + "layer.v1.tar+gzip",
          OCI + "layer.v1.tar+zstd",
          DOCKER + "image.rootfs.diff.tar",
          DOCKER + "image.rootfs.diff.tar.gzip",
          DOCKER + "image.rootfs.diff.tar.zstd");

  private ArchiveMediaType() {}

  /** Whether this is an image index. */
  public static boolean isIndex(String mediaType) {
    return INDEXES.contains(mediaType);
  }

  /** Whether this is an image manifest. */
  public static boolean isManifest(String mediaType) {
    return MANIFESTS.contains(mediaType);
  }

  /** Whether this is an image configuration. */
  public static boolean isConfig(String mediaType) {
    return CONFIGS.contains(mediaType);
  }

  /** Whether this is a layer that can be read and passed on. */
  public static boolean isLayer(String mediaType) {
    return LAYERS.contains(mediaType);
  }

  /** How a layer of this type is compressed: {@code none}, {@code gzip} or {@code zstd}. */
  public static String compression(String mediaType) {
    if (mediaType.endsWith("gzip")) {
      return "gzip";
    }
    return mediaType.endsWith("zstd") ? "zstd" : "none";
  }
}
