package io.onsale.standalone.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests on the system that is shared, one class after the other. */
@ExtendWith(SharedSystem.class)
@ResourceLock(OnSharedSystem.SYSTEM)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnSharedSystem {
    /** The lock. */
    String SYSTEM = "shared system";
}
