/** A command that counts what is in a file and exits: no port, no service. */
@NullMarked
package com.example.count;

import org.jspecify.annotations.NullMarked;
