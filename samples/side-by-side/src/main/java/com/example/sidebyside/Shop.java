package com.example.sidebyside;

import dagger.Binds;
import dagger.Component;
import dagger.Module;

/** Dagger writes {@code DaggerShop}. */
@Component(modules = Shop.Bindings.class)
interface Shop {

  /** The desk of the shop. */
  Desk desk();

  /** Which desk. */
  @Module
  interface Bindings {

    /** This one. */
    @Binds
    Desk desk(TimedDesk desk);
  }
}
