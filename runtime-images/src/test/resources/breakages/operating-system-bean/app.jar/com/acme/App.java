package com.acme;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Prints how much memory there is. */
public class App {

  public static void main(String[] args) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println(system.getTotalMemorySize() > 0 ? "OK" : "no memory");
  }
}
