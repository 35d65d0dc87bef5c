package dev.parka.verify;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.tree.Content;
import dev.parka.verify.schema.OciSchema;
import dev.parka.verify.schema.SchemaFault;
import java.io.IOException;
import java.util.Optional;

/** Whether documents are of the shape that the specification gives them. */
final class SchemaChecks {

  private SchemaChecks() {}

  static void index(ImageArchive archive, Findings findings) throws IOException {
    Optional<Content> index = archive.indexFile();
    if (index.isPresent()) {
      check("index.json", index.get(), OciSchema.INDEX, findings);
    }
  }

  static void document(
      ImageArchive archive, ArchiveDescriptor document, OciSchema schema, Findings findings)
      throws IOException {
    String name = schema == OciSchema.CONFIG ? "config" : "manifest";
    check(name, archive.blobOf(document), schema, findings);
  }

  private static void check(String name, Content content, OciSchema schema, Findings findings)
      throws IOException {
    for (SchemaFault fault : schema.check(content)) {
      findings.add(
          fault.isTypo() ? VerifyProblem.MISSPELT_KEY : VerifyProblem.BAD_SCHEMA,
          fault.path().isEmpty() ? name : name + "." + fault.path(),
          fault.expected(),
          fault.isTypo() ? "a key that nobody reads" : fault.actual());
    }
    findings.ran(Check.SCHEMA);
  }
}
