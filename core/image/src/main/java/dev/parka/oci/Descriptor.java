package dev.parka.oci;

import dev.parka.spec.Digest;

/**
 * What points to a blob (OCI image specification, "Content Descriptors").
 *
 * @param mediaType what the blob is
 * @param digest of the blob as stored
 * @param size of the blob as stored, in bytes
 */
public record Descriptor(String mediaType, Digest digest, long size) {}
