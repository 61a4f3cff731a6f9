package org.ringback.handbook;

import java.util.List;

/**
 * A header field that belongs in a response.
 *
 * @param name as on the wire
 * @param when under which condition, or {@code null}
 * @param methods for which methods only, empty for all
 */
public record HeaderRule(String name, HeaderStrength strength, HeaderCondition when, List<String> methods) {

    public HeaderRule {
        methods = methods == null ? List.of() : List.copyOf(methods);
    }
}
