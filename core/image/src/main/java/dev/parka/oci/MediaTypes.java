package dev.parka.oci;

/** The media types of the OCI image specification that we write. */
final class MediaTypes {

  static final String INDEX = "application/vnd.oci.image.index.v1+json";
  static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  static final String CONFIG = "application/vnd.oci.image.config.v1+json";
  static final String LAYER_GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
  static final String LAYER_ZSTD = "application/vnd.oci.image.layer.v1.tar+zstd";

  private MediaTypes() {}
}
