/**
 * Files as an image holds them, before anything is written: a {@link
 * dev.parka.runtime.tree.FileTree} is sorted, complete (each entry's parent is there) and normal
 * (numeric root owner, fixed modes). Depends on the JDK and on {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.runtime.tree;

import org.jspecify.annotations.NullMarked;
