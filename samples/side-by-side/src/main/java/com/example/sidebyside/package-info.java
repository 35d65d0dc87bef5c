/** An application whose code is in good part written by annotation processors. */
package com.example.sidebyside;
