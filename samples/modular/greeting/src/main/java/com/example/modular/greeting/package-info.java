/** What a greeting is: a service, which other modules provide. */
@NullMarked
package com.example.modular.greeting;

import org.jspecify.annotations.NullMarked;
