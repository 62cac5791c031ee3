package io.onsale.standalone.audit.rules;

/** An event's coupon by its code. */
record CouponKey(String event, String code) {}
