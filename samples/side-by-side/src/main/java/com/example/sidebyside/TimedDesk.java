package com.example.sidebyside;

import java.sql.Timestamp;
import javax.inject.Inject;

/** The desk that Dagger brings: no code but what it generates makes one. */
final class TimedDesk implements Desk {

  private Timestamp last = new Timestamp(0);

  @Inject
  TimedDesk() {}

  @Override
  public OrderRow take(Order order) {
    last = new Timestamp(last.getTime() + 1);
    return OrderMapper.INSTANCE.row(order);
  }
}
