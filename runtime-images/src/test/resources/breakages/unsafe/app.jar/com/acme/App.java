package com.acme;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** Asks for the size of a page. */
public class App {

  public static void main(String[] args) throws Exception {
    Field field = Unsafe.class.getDeclaredField("theUnsafe");
    field.setAccessible(true);
    System.out.println(((Unsafe) field.get(null)).pageSize() > 0 ? "OK" : "no pages");
  }
}
