package com.example.sidebyside;

import dev.parka.annotations.ContainerImage;
import lombok.extern.java.Log;

/** Counts orders. Lombok adds the logger: no source names the module that it is of. */
@ContainerImage
@Log
public final class Main {

  private Main() {}

  /** Takes nothing. */
  public static void main(String[] arguments) {
    OrderRow row = DaggerShop.create().desk().take(new Order("jacket", 2));
    log.info(row.item() + " " + row.count());
  }
}
