/**
 * A web application of Spring Boot: one controller behind Tomcat. Spring refers to beans and images
 * of {@code java.desktop}, and an image of this has that module, but none of its native libraries.
 */
@NullMarked
package com.example.springweb;

import org.jspecify.annotations.NullMarked;
