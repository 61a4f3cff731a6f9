package org.ringback.pseudonym;

import java.util.List;
import java.util.Set;

/**
 * A name of a host in its parts.
 *
 * @param labels before the registered name
 * @param registered two or three labels that somebody has registered, or the one before a reserved ending; empty for a name
 *     without a dot
 * @param ending the dot that may stand at the end, or the reserved top level
 * @param reserved whether the top level is one that nobody can register under (RFC 6761, RFC 6762)
 */
record DomainParts(List<String> labels, String registered, String ending, boolean reserved) {

    private static final Set<String> OF_SERVICES =
            Set.of("sip", "sips", "_sip", "_sips", "_udp", "_tcp", "_tls", "_sctp", "www", "ims");

    private static final Set<String> RESERVED = Set.of("invalid", "local", "localhost");

    DomainParts {
        labels = List.copyOf(labels);
    }

    /** Takes a name in lower case apart. */
    static DomainParts of(String lower) {
        String dot = lower.endsWith(".") ? "." : "";
        List<String> labels =
                List.of(lower.substring(0, lower.length() - dot.length()).split("\\.", -1));
        int size = labels.size();
        if (size == 1) {
            return new DomainParts(List.of(), "", dot, false);
        }
        if (RESERVED.contains(labels.getLast())) {
            return new DomainParts(labels.subList(0, size - 2), labels.get(size - 2), labels.getLast() + dot, true);
        }
        int own = size - Math.min(size, secondLevel(labels) ? 3 : 2);
        return new DomainParts(labels.subList(0, own), String.join(".", labels.subList(own, size)), dot, false);
    }

    /** Whether a label only says which service it is. */
    static boolean ofService(String label) {
        return OF_SERVICES.contains(label);
    }

    /** As in {@code co.uk}: the registered name is one label longer. */
    private static boolean secondLevel(List<String> labels) {
        int size = labels.size();
        return size > 2
                && labels.get(size - 1).length() == 2
                && labels.get(size - 2).length() <= 3;
    }
}
