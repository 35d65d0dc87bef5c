/**
 * Tests of an image with JUnit Jupiter and AssertJ:
 *
 * <pre>{@code
 * @ContainerImageTest(PetStoreImage.class)
 * class PetStoreImageIT {
 *
 *   @Test
 *   void isSmallAndTheSameEveryTime(BuiltImage image) {
 *     assertThat(image).hasModules("jdk.httpserver").isSmallerThan("20 MB").runsAsNonRoot().isReproducible();
 *   }
 *
 *   @Test
 *   void answers(RunningImage store) {
 *     assertThat(store).answers("/health").hasLogLine(".* open on port .*");
 *   }
 * }
 * }</pre>
 *
 * <p>{@code assertThat} is that of {@code dev.parka.junit.ParkaAssertions}. The image is built once
 * for all classes that want the same one, when a test first asks for it, and started once for a
 * class, when a test first asks for a {@code RunningImage}; both are gone when the tests are over.
 * The annotation takes the handle that the annotation processor wrote, or a main class.
 *
 * <p>The class path is what the packaged application runs with: the jar in {@code target} or {@code
 * build/libs} that has the main class, the jars that its manifest names, and those in {@code lib}
 * beside it. {@code classPath} of the annotation says something else.
 *
 * <p>JUnit Jupiter and AssertJ are optional dependencies, which whoever tests has anyway; nothing
 * else of Parka knows them or this package. Depends on {@code dev.parka.image} and what lies below
 * it.
 */
@NullMarked
package dev.parka.junit;

import org.jspecify.annotations.NullMarked;
