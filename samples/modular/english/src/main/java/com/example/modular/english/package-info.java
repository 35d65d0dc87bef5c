/** English: nothing is exported. */
@NullMarked
package com.example.modular.english;

import org.jspecify.annotations.NullMarked;
