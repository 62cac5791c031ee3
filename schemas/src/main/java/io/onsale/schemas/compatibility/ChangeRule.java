package io.onsale.schemas.compatibility;

import java.util.List;
import org.apache.avro.Schema;

/** What must hold where records written with one schema are read with another. */
@FunctionalInterface
public interface ChangeRule {
    /** One sentence for each thing that does not fit; none where all is well. */
    List<String> problems(Schema reader, Schema writer);
}
