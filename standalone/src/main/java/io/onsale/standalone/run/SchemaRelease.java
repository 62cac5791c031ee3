package io.onsale.standalone.run;

import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.registry.RegistryRefusedException;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.standalone.ToldToUser;
import io.onsale.topologies.AllTopologies;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.RowKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Brings every schema of this build to a registry, ahead of processes that may only look them up. */
public final class SchemaRelease {

    private final SchemaRegistryClient registry;

    public SchemaRelease(SchemaRegistryClient registry) {
        this.registry = registry;
    }

    /** A schema as the registry has it now. */
    public record Released(String subject, int version, int id) {}

    /** Every subject that a process of this build writes under: those of topics, then those of stores' changelogs. */
    public static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (Topic<?> topic : Topics.ALL) {
            schemas.put(topic.subject(), SpecificData.get().getSchema(topic.value()));
        }
        for (DeciderTopology<?, ?, ?, ?, ?, ?> topology : AllTopologies.ALL) {
            for (RowKind<?> kind : topology.rows()) {
                kind.record()
                        .ifPresent(type -> schemas.put(
                                AvroSerdes.subject(kind.topic(topology.io())),
                                SpecificData.get().getSchema(type)));
            }
        }
        return schemas;
    }

    /** Registers what the registry does not have yet and reports each; goes on past refusals, and tells them together at the end. */
    public void registerAll(Consumer<Released> report) {
        List<String> refusals = new ArrayList<>();
        schemas().forEach((subject, schema) -> {
            try {
                int id = registry.register(subject, schema);
                report.accept(new Released(subject, registry.version(subject, schema), id));
            } catch (RegistryRefusedException refused) {
                refusals.add(subject + ": " + refused.getMessage());
            }
        });
        if (!refusals.isEmpty()) {
            throw new ToldToUser("the registry does not take "
                    + (refusals.size() == 1 ? "a schema" : refusals.size() + " schemas")
                    + "; processes of this build would stop at it:\n  " + String.join("\n  ", refusals));
        }
    }
}
