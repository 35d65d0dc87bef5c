package dev.parka.verify.schema;

/**
 * A place at which a document is not of its shape.
 *
 * @param path such as {@code layers[0].size}; empty text for the whole document
 * @param expected what should be there
 * @param actual what is there
 * @param isTypo whether it is a key that nobody reads and that looks like one that is read
 */
public record SchemaFault(String path, String expected, String actual, boolean isTypo) {}
