package io.onsale.standalone.clickhouse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests on the engine that is shared, one class after the other. */
@ExtendWith(SharedEngine.class)
@ResourceLock("shared engine")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnSharedEngine {}
