package com.example.sidebyside;

/** Where orders are taken. */
interface Desk {

  /** Takes one. */
  OrderRow take(Order order);
}
