package io.onsale.schemas.serde;

import org.apache.avro.generic.GenericContainer;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that it may create Onsale's generated classes, and nothing else of Onsale's.
 *
 * <p>Avro keeps one such rule for the whole process; what was trusted before stays trusted. {@link AvroSerdes} does this
 * itself; a process that reads or builds records before it has serdes calls {@link #install()} first.
 */
public final class TrustedClasses {
    private static final String PACKAGE = "io.onsale.";

    private TrustedClasses() {}

    /** Sets the rule, once however often it is called. */
    public static void install() {
        Installed.touch();
    }

    static boolean isGenerated(Class<?> type) {
        return type.getName().startsWith(PACKAGE) && (GenericContainer.class.isAssignableFrom(type) || type.isEnum());
    }

    /** Its initialisation runs exactly once, which is what makes the change to Avro's global rule safe. */
    private static final class Installed {
        static {
            ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(before, TrustedClasses::isGenerated));
        }

        private Installed() {}

        static void touch() {
            // Being called is enough to be initialised.
        }
    }
}
