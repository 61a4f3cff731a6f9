package org.ringback.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Sighting;

/**
 * A name that was asked for by DNS (RFC 1035), over UDP or TCP (RFC 7766), and what came of it.
 *
 * @param query the first packet that asked for it
 * @param last the last one
 * @param answer the response; empty if none came
 * @param name in lower case, without the dot at its end
 * @param code the response code as on the wire, 0 if there was none
 * @param tries how often it was asked for
 * @param targets where the answer leads: the hosts that its SRV records name (RFC 2782), spelled as the name, or the addresses in
 *     its A or AAAA records; of very many not all
 */
public record DnsLookup(
        Sighting query,
        Sighting last,
        Optional<Sighting> answer,
        String name,
        Type type,
        Outcome outcome,
        int code,
        int tries,
        List<String> targets)
        implements NetworkEvent {

    public DnsLookup {
        targets = List.copyOf(targets);
    }

    /** One whose answer names no hosts. */
    public DnsLookup(
            Sighting query,
            Sighting last,
            Optional<Sighting> answer,
            String name,
            Type type,
            Outcome outcome,
            int code,
            int tries) {
        this(query, last, answer, name, type, outcome, code, tries, List.of());
    }

    /** What was asked for: the kinds by which SIP finds servers (RFC 3263). */
    public enum Type {
        A(1),
        AAAA(28),
        SRV(33),
        NAPTR(35);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        static Optional<Type> of(int number) {
            for (Type type : values()) {
                if (type.number == number) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        int number() {
            return number;
        }
    }

    /** What the server said. */
    public enum Outcome {
        ANSWERED,
        /** The name exists, and nothing of this kind. */
        NO_RECORDS,
        /** There is no such name. */
        NO_NAME,
        /** The server could not find out. */
        SERVER_FAILED,
        /** The server does not answer this client. */
        REFUSED,
        /** Another error, which the code names. */
        OTHER_ERROR,
        UNANSWERED;

        static Outcome of(int code, boolean records) {
            return switch (code) {
                case 0 -> records ? ANSWERED : NO_RECORDS;
                case 2 -> SERVER_FAILED;
                case 3 -> NO_NAME;
                case 5 -> REFUSED;
                default -> OTHER_ERROR;
            };
        }
    }

    @Override
    public Stream<Sighting> packets() {
        return Stream.concat(Stream.of(query, last), answer.stream());
    }

    /** As tools write it (RFC 6895, 2.3). */
    @Override
    public String label() {
        return "DNS " + type
                + switch (outcome) {
                    case NO_NAME -> " NXDOMAIN";
                    case SERVER_FAILED -> " SERVFAIL";
                    case REFUSED -> " REFUSED";
                    case NO_RECORDS -> " NODATA";
                    case OTHER_ERROR -> " RCODE " + code;
                    case ANSWERED -> "";
                    case UNANSWERED -> "?";
                };
    }

    @Override
    public Sighting seen() {
        return answer.orElse(last);
    }

    @Override
    public Endpoint from() {
        return query.source();
    }

    @Override
    public Endpoint to() {
        return query.destination();
    }

    /** How long the answer took from the first question on; empty without an answer or times. */
    public Optional<Duration> took() {
        return answer.filter(came -> came.time() != Captured.NO_TIME
                        && query.time() != Captured.NO_TIME
                        && came.time() >= query.time())
                .map(came -> Duration.ofNanos((came.time() - query.time()) * 1000));
    }

    /** Whether it is about SIP by its name or its kind (RFC 3263 sections 4.1 and 4.2). */
    public boolean ofSip() {
        return type == Type.NAPTR || name.startsWith("_sip._") || name.startsWith("_sips._");
    }
}
