package org.ringback.network;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * An alert that was sent before encryption began (RFC 8446 section 6, RFC 5246 section 7.2).
 *
 * @param seen its source is who sent it
 * @param level 1 for a warning, 2 for what ends the connection
 * @param description its number
 * @param hello with what the client had begun; empty if no TLS had been seen before, so that the alert may answer something else
 */
public record TlsAlert(Sighting seen, int level, int description, Optional<ClientHello> hello) implements NetworkEvent {

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "close_notify"),
            Map.entry(10, "unexpected_message"),
            Map.entry(20, "bad_record_mac"),
            Map.entry(22, "record_overflow"),
            Map.entry(30, "decompression_failure"),
            Map.entry(40, "handshake_failure"),
            Map.entry(41, "no_certificate"),
            Map.entry(42, "bad_certificate"),
            Map.entry(43, "unsupported_certificate"),
            Map.entry(44, "certificate_revoked"),
            Map.entry(45, "certificate_expired"),
            Map.entry(46, "certificate_unknown"),
            Map.entry(47, "illegal_parameter"),
            Map.entry(48, "unknown_ca"),
            Map.entry(49, "access_denied"),
            Map.entry(50, "decode_error"),
            Map.entry(51, "decrypt_error"),
            Map.entry(60, "export_restriction"),
            Map.entry(70, "protocol_version"),
            Map.entry(71, "insufficient_security"),
            Map.entry(80, "internal_error"),
            Map.entry(86, "inappropriate_fallback"),
            Map.entry(90, "user_canceled"),
            Map.entry(100, "no_renegotiation"),
            Map.entry(109, "missing_extension"),
            Map.entry(110, "unsupported_extension"),
            Map.entry(111, "certificate_unobtainable"),
            Map.entry(112, "unrecognized_name"),
            Map.entry(113, "bad_certificate_status_response"),
            Map.entry(114, "bad_certificate_hash_value"),
            Map.entry(115, "unknown_psk_identity"),
            Map.entry(116, "certificate_required"),
            Map.entry(120, "no_application_protocol"));

    @Override
    public Stream<Sighting> packets() {
        return Stream.concat(Stream.of(seen), hello.stream().map(ClientHello::seen));
    }

    @Override
    public String label() {
        return "TLS alert " + name();
    }

    /** As far as that was captured; else whoever got the alert. */
    @Override
    public Endpoint client() {
        return hello.map(begun -> begun.seen().source()).orElse(to());
    }

    @Override
    public Endpoint server() {
        return hello.map(begun -> begun.seen().destination()).orElse(from());
    }

    /** Whether it ends the connection. */
    public boolean fatal() {
        return level == 2;
    }

    /** As the RFCs call it, or its number. */
    public String name() {
        return nameOf(description);
    }

    /** The name of an alert by its number; DTLS has the same. */
    public static String nameOf(int description) {
        return NAMES.getOrDefault(description, Integer.toString(description));
    }

    /** Whether there is an alert of this level and number. */
    static boolean known(int level, int description) {
        return (level == 1 || level == 2) && NAMES.containsKey(description);
    }
}
