package dev.parka.verify.evidence;

/**
 * A secret in a file of a layer, whether a later layer covers the file or not.
 *
 * @param layer the blob of the layer
 * @param path the file, and with {@code !/} the entry of a jar
 * @param kind what it is, such as {@code a private key}; never the secret itself
 */
public record FoundSecret(String layer, String path, String kind) {}
