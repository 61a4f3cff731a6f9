package org.ringback.call;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is left of a Call-ID without what a B2BUA may have added to that of the other leg: {@code X.0}, {@code X-b2b_1}. */
final class CallIdStems {

    /** Shorter ones are counted up, and those of several systems may be equal. */
    private static final int SHORTEST = 10;

    /** Where only the host differs, the rest has to be long enough to be made for one call. */
    private static final int SHORTEST_LOCAL = 14;

    /** Nobody adds more. */
    private static final int LONGEST_ADDED = 40;

    private CallIdStems() {}

    /** Before the host, if that is enough to know a call by. */
    static Optional<String> local(String callId) {
        int at = callId.indexOf('@');
        String local = at < 0 ? callId : callId.substring(0, at);
        return local.length() >= SHORTEST_LOCAL && various(local) ? Optional.of(local) : Optional.empty();
    }

    /** Whether it is made of enough signs that differ. */
    private static boolean various(String local) {
        int different = 0;
        for (int at = 0; at < local.length() && different < SHORTEST / 2; at++) {
            different += local.indexOf(local.charAt(at)) == at ? 1 : 0;
        }
        return different >= SHORTEST / 2;
    }

    /** Each that may be the Call-ID of the other leg, or that before its host; the longest first. */
    static List<String> of(String callId) {
        Set<String> stems = new LinkedHashSet<>();
        cut(callId, stems);
        int at = callId.indexOf('@');
        if (at > 0) {
            String local = callId.substring(0, at);
            cut(local, stems);
            Set<String> withHost = new LinkedHashSet<>();
            cut(local, withHost);
            withHost.forEach(stem -> stems.add(stem + callId.substring(at)));
        }
        local(callId).filter(local -> !local.equals(callId)).ifPresent(stems::add);
        return List.copyOf(stems);
    }

    private static boolean separates(char sign) {
        return switch (sign) {
            case '.', '_', '-', ':', ';', '~', '+', '/', '#', '|' -> true;
            default -> false;
        };
    }

    private static void cut(String id, Set<String> stems) {
        for (int end = id.length() - 1; end >= SHORTEST && id.length() - end <= LONGEST_ADDED; end--) {
            if (separates(id.charAt(end))) {
                stems.add(id.substring(0, end));
            }
        }
        for (int start = 1; start <= LONGEST_ADDED && id.length() - start >= SHORTEST; start++) {
            if (separates(id.charAt(start - 1))) {
                stems.add(id.substring(start));
            }
        }
    }
}
