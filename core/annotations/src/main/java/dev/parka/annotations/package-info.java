/**
 * What an application's source says of its image: {@link dev.parka.annotations.ContainerImage} on
 * the main class, and the {@link dev.parka.annotations.ImageDescriptor} that the annotation
 * processor writes from it. Depends on nothing but {@code java.base}.
 */
package dev.parka.annotations;
