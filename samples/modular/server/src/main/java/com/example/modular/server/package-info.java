/** The server: nothing is exported, and no other module requires it. */
@NullMarked
package com.example.modular.server;

import org.jspecify.annotations.NullMarked;
