package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.standalone.run.SchemaRelease;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class ReleasableSchemasTest {

    private final WholeSystem system;

    ReleasableSchemasTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void aWholeSystemWritesUnderNoSubjectThatCannotBeReleasedAhead() throws IOException {
        Reply signedUp = system.first.post("/api/auth/signup", """
                {"email":"%s@example.com","password":"a long password","name":"F"}""".formatted(UUID.randomUUID()));
        assertThat(signedUp.status()).as(signedUp.text()).isEqualTo(201);
        assertThat(system.first.hold(system.fan(), system.show(2), "A-1-1").status())
                .isEqualTo(201);

        // Stores write with their topology's next commit.
        Awaitility.await()
                .untilAsserted(() -> assertThat(subjects())
                        .filteredOn(subject -> subject.contains("-changelog-"))
                        .contains(
                                "onsale-accounts-rows-store-changelog-identities-value",
                                "onsale-inventory-rows-store-changelog-holds-value"));
        assertThat(subjects()).isSubsetOf(SchemaRelease.schemas().keySet());
    }

    private List<String> subjects() throws IOException {
        URI address = URI.create(system.standalone.endpoints().registry() + "/subjects");
        try (InputStream answer = address.toURL().openStream()) {
            return new ObjectMapper().readValue(answer, new TypeReference<>() {});
        }
    }
}
