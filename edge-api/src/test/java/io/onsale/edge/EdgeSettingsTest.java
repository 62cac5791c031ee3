package io.onsale.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.privacy.ProcessKey;
import java.net.URI;
import org.junit.jupiter.api.Test;

class EdgeSettingsTest {
    private final EdgeSettingsBuilder settings =
            EdgeSettings.of("localhost:9092", "http://localhost:8081", ProcessKey.generate(), "{}");

    @Test
    void refusesAnAddressOfClickHouseThatHttpDoesNotKnow() {
        assertThatThrownBy(() -> settings.withAnalytics(URI.create("jdbc:clickhouse://localhost:8123"), "reader", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://host:8123");
        assertThat(settings.withAnalytics(URI.create("http://localhost:8123"), "reader", "")
                        .build()
                        .analytics())
                .isPresent();
    }

    @Test
    void showsNobodyAFunnelUnlessToldTo() {
        assertThat(settings.build().publicShowcase()).isFalse();
        assertThat(settings.withPublicShowcase().build().publicShowcase()).isTrue();
    }
}
