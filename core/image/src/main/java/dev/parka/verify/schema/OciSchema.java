package dev.parka.verify.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parka.runtime.tree.Content;
import dev.parka.verify.schema.Shape.Flag;
import dev.parka.verify.schema.Shape.ListOf;
import dev.parka.verify.schema.Shape.MapOf;
import dev.parka.verify.schema.Shape.Members;
import dev.parka.verify.schema.Shape.Text;
import dev.parka.verify.schema.Shape.Whole;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents of an image (OCI image specification 1.1: "Image Index", "Image Manifest", "Image
 * Configuration", "Content Descriptors"). Keys that Docker has beside the specification's own are
 * named, so that they are not taken for typing errors.
 */
public enum OciSchema {
  /** {@code index.json}. */
  INDEX,
  /** The manifest of an image. */
  MANIFEST,
  /** The configuration of an image. */
  CONFIG;

  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * All places at which a document is not of its shape; it is JSON.
   *
   * @throws IOException if it cannot be read
   */
  public List<SchemaFault> check(Content document) throws IOException {
    JsonNode json;
    try (InputStream in = document.open()) {
      json = MAPPER.readTree(in);
    }
    List<SchemaFault> faults = new ArrayList<>();
    shape().check("", json, faults);
    return faults;
  }

  private Shape shape() {
    return switch (this) {
      case INDEX -> index();
      case MANIFEST -> manifest();
      case CONFIG -> config();
    };
  }

  private static Text mediaType() {
    return Text.of("[A-Za-z0-9][^/\\s]*/[A-Za-z0-9][^\\s]*", "a media type");
  }

  private static Text digest() {
    return Text.of("[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]+", "a digest");
  }

  private static Text time() {
    return Text.of(
        "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)",
        "a time as RFC 3339 has it");
  }

  private static Members platform() {
    return Members.NONE
        .with("architecture", Text.of(".+", "a processor"))
        .with("os", Text.of(".+", "an operating system"))
        .maybe("variant", Text.ANY)
        .maybe("os.version", Text.ANY)
        .maybe("os.features", new ListOf(Text.ANY))
        .maybe("features", new ListOf(Text.ANY));
  }

  private static Members descriptor() {
    return Members.NONE
        .with("mediaType", mediaType())
        .with("digest", digest())
        .with("size", Whole.NATURAL)
        .maybe("urls", new ListOf(Text.ANY))
        .maybe("annotations", new MapOf(Text.ANY))
        .maybe("data", Text.ANY)
        .maybe("artifactType", mediaType())
        .maybe("platform", platform());
  }

  private static Shape index() {
    return Members.NONE
        .with("schemaVersion", new Whole(2, 2))
        .with("manifests", new ListOf(descriptor()))
        .maybe("mediaType", mediaType())
        .maybe("artifactType", mediaType())
        .maybe("subject", descriptor())
        .maybe("annotations", new MapOf(Text.ANY));
  }

  private static Shape manifest() {
    return Members.NONE
        .with("schemaVersion", new Whole(2, 2))
        .with("config", descriptor())
        .with("layers", new ListOf(descriptor()))
        .maybe("mediaType", mediaType())
        .maybe("artifactType", mediaType())
        .maybe("subject", descriptor())
        .maybe("annotations", new MapOf(Text.ANY));
  }

  private static Shape config() {
    Members empty = Members.NONE;
    Members health =
        Members.NONE
            .maybe("Test", new ListOf(Text.ANY))
            .maybe("Interval", Whole.NATURAL)
            .maybe("Timeout", Whole.NATURAL)
            .maybe("StartPeriod", Whole.NATURAL)
            .maybe("StartInterval", Whole.NATURAL)
            .maybe("Retries", Whole.NATURAL);
    Members container =
        Members.NONE
            .maybe("User", Text.ANY)
            .maybe("ExposedPorts", new MapOf(empty))
            .maybe("Env", new ListOf(Text.of("(?s)[^=]+=.*", "NAME=value")))
            .maybe("Entrypoint", new ListOf(Text.ANY))
            .maybe("Cmd", new ListOf(Text.ANY))
            .maybe("Volumes", new MapOf(empty))
            .maybe("WorkingDir", Text.of("(?:/.*)?", "an absolute path"))
            .maybe("Labels", new MapOf(Text.ANY))
            .maybe("StopSignal", Text.ANY)
            .maybe("ArgsEscaped", new Flag())
            .maybe("Memory", Whole.NATURAL)
            .maybe("MemorySwap", new Whole(-1, Long.MAX_VALUE))
            .maybe("CpuShares", Whole.NATURAL)
            .maybe("Healthcheck", health)
            .maybe("OnBuild", new ListOf(Text.ANY))
            .maybe("Shell", new ListOf(Text.ANY))
            .maybe("Image", Text.ANY)
            .maybe("Hostname", Text.ANY)
            .maybe("Domainname", Text.ANY);
    Members step =
        Members.NONE
            .maybe("created", time())
            .maybe("created_by", Text.ANY)
            .maybe("author", Text.ANY)
            .maybe("comment", Text.ANY)
            .maybe("empty_layer", new Flag());
    Members rootfs =
        Members.NONE
            .with("type", Text.of("layers", "layers"))
            .with("diff_ids", new ListOf(digest()));
    return Members.NONE
        .with("rootfs", rootfs)
        .maybe("architecture", Text.ANY)
        .maybe("os", Text.ANY)
        .maybe("created", time())
        .maybe("author", Text.ANY)
        .maybe("os.version", Text.ANY)
        .maybe("os.features", new ListOf(Text.ANY))
        .maybe("variant", Text.ANY)
        .maybe("config", container)
        .maybe("history", new ListOf(step));
  }
}
