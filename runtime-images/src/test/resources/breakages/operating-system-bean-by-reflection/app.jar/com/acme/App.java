package com.acme;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** Prints how much memory there is, where the JDK tells. */
public class App {

  public static void main(String[] args) throws Exception {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    for (Class<?> type : system.getClass().getInterfaces()) {
      Object memory = type.getMethod("getTotalMemorySize").invoke(system);
      System.out.println((long) memory > 0 ? "OK" : "no memory");
    }
  }
}
