/**
 * The documents of the OCI image specification as shapes: which keys they must have, which they may
 * have, and of which types. Knows JSON and nothing else, and needs no schema files.
 */
@NullMarked
package dev.parka.verify.schema;

import org.jspecify.annotations.NullMarked;
