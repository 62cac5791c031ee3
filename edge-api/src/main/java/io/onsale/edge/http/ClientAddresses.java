package io.onsale.edge.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says from where a request comes: from the other end of its connection, or, where that is a trusted proxy, from where the proxy says.
 *
 * <p>{@code X-Forwarded-For} is read from its end, past the trusted proxies; what stands before is whatever the client wrote. Of an IPv6 address
 * the network is what counts, because one household has as many addresses as it likes.
 */
public final class ClientAddresses {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;

    private final List<Network> proxies;

    private record Network(InetAddress address, int bits) {

        boolean has(InetAddress other) {
            byte[] ours = address.getAddress();
            byte[] theirs = other.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private ClientAddresses(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    /**
     * Trusts these proxies.
     *
     * @param proxies addresses, or networks such as {@code 10.0.0.0/8}
     */
    public static ClientAddresses behind(List<String> proxies) {
        return new ClientAddresses(
                proxies.stream().map(ClientAddresses::network).toList());
    }

    /** The address, or the network of the address, that a request comes from. */
    public String of(Context ctx) {
        InetAddress nearest = literal(ctx.req().getRemoteAddr()).orElse(InetAddress.getLoopbackAddress());
        List<String> forwarded = new ArrayList<>();
        for (String header : Collections.list(ctx.req().getHeaders("X-Forwarded-For"))) {
            forwarded.addAll(Arrays.asList(header.split(",", -1)));
        }
        for (int i = forwarded.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            Optional<InetAddress> before = literal(forwarded.get(i).strip());
            if (before.isEmpty()) {
                break;
            }
            nearest = before.get();
        }
        return named(nearest);
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.stream().anyMatch(proxy -> proxy.has(address));
    }

    private static String named(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length > Integer.BYTES
                ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES))
                : address.getHostAddress();
    }

    private static Network network(String text) {
        String[] parts = text.split("/", -1);
        InetAddress address = literal(parts[0]).orElseThrow(() -> notANetwork(text));
        int most = address.getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return new Network(address, most);
        }
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > most) {
            throw notANetwork(text);
        }
        return new Network(address, Integer.parseInt(parts[1]));
    }

    private static IllegalArgumentException notANetwork(String text) {
        return new IllegalArgumentException(text + " is neither an address nor a network such as 10.0.0.0/8");
    }

    /** Only what is an address in numbers: no name is ever looked up for a client. */
    private static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
