package com.example.sidebyside;

import lombok.Value;

/** What somebody wants; Lombok writes all that can be written of it. */
@Value
class Order {
  String item;
  int count;
}
