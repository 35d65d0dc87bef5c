package com.example.sidebyside;

/** An order as it is kept. */
record OrderRow(String item, int count, String clerk) {}
