package com.acme;

import java.lang.reflect.Field;

/** Asks for the size of a page. */
public class App {

  public static void main(String[] args) throws Exception {
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Field field = unsafe.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    Object size = unsafe.getMethod("pageSize").invoke(field.get(null));
    System.out.println((int) size > 0 ? "OK" : "no pages");
  }
}
