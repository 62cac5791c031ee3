package io.onsale.standalone.run;

import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.payments.toss.TossGateway;
import java.util.Locale;

/** The payment gateways that there is an adapter for. */
enum GatewayKind {
    SIMULATED,
    TOSS;

    static GatewayKind of(String name) {
        for (GatewayKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no such gateway");
    }

    PaymentGateway connect(CompanyVariables company) {
        return switch (this) {
            case SIMULATED -> new SimulatedGateway(company.url(), company.key());
            case TOSS -> new TossGateway(company.url(), company.key());
        };
    }
}
