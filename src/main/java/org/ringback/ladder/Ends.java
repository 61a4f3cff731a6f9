package org.ringback.ladder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.capture.wire.Endpoint;
import org.ringback.sip.Printable;

/**
 * Who sent a message and who got it. What a log does not say is taken from the topmost Via, which names the sender of a
 * request and the receiver of its response (RFC 3261, 18.1.1 and 18.2.2); what that does not say either stays unknown.
 */
final class Ends {

    /** Names that every host has. */
    private static final Set<String> OF_EVERYBODY = Set.of("localhost", "localhost.localdomain");

    /**
     * One side of a message.
     *
     * @param host empty if unknown
     * @param socket host and port as far as known
     */
    record End(String host, String socket) {

        static final End UNKNOWN = new End("", "");

        boolean known() {
            return !host.isEmpty();
        }

        static End of(Endpoint endpoint) {
            return new End(Printable.brief(endpoint.host()), Printable.brief(endpoint.text()));
        }
    }

    /** What a log tells of the one who wrote it. */
    private static final class Writer {
        private final Set<End> names = new HashSet<>();
        private boolean alwaysOneSide = true;
    }

    private final Map<Integer, Writer> writers = new HashMap<>();

    Ends(List<Arrow> arrows) {
        for (Arrow arrow : arrows) {
            Message message = arrow.message();
            boolean sender = !message.captured().source().host().isEmpty();
            boolean receiver = !message.captured().destination().host().isEmpty();
            if (sender && receiver) {
                continue;
            }
            Writer writer = writers.computeIfAbsent(message.captured().file(), _ -> new Writer());
            writer.alwaysOneSide &= sender || receiver;
            if (message.head().request() ? !sender : !receiver) {
                writer.names.add(byVia(message));
            }
        }
    }

    End from(Message message) {
        return end(message, message.captured().source(), message.head().request());
    }

    End to(Message message) {
        return end(message, message.captured().destination(), !message.head().request());
    }

    private End end(Message message, Endpoint endpoint, boolean namedByVia) {
        if (!endpoint.host().isEmpty()) {
            return End.of(endpoint);
        }
        End named = namedByVia ? byVia(message) : End.UNKNOWN;
        return named.known() ? named : writer(message.captured().file());
    }

    /** A log that always tells one side was written by the other one; if that has one name, it is that. */
    private End writer(int file) {
        Writer writer = writers.get(file);
        return writer.alwaysOneSide && writer.names.size() == 1
                ? writer.names.iterator().next()
                : End.UNKNOWN;
    }

    private static End byVia(Message message) {
        String sentBy = Printable.brief(message.head().sentBy());
        String host = host(sentBy);
        return host.isEmpty() ? End.UNKNOWN : new End(host, sentBy);
    }

    /** Without port and brackets, as endpoints are written. */
    static String host(String sentBy) {
        int colon = sentBy.startsWith("[") ? sentBy.indexOf(']') + 1 : sentBy.indexOf(':');
        String host = colon <= 0 ? sentBy : sentBy.substring(0, colon);
        return host.strip().replaceAll("^\\[|\\]$", "");
    }

    /** Whether it names a host, and only one: not an address, and not what every host calls itself. */
    static boolean isName(String host) {
        return !host.isEmpty()
                && host.indexOf(':') < 0
                && host.chars().anyMatch(Character::isLetter)
                && !OF_EVERYBODY.contains(host.toLowerCase(Locale.ROOT));
    }
}
