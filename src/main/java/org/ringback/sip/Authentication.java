package org.ringback.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A challenge (WWW-Authenticate, Proxy-Authenticate) or the credentials that answer it (Authorization,
 * Proxy-Authorization); RFC 3261 section 22.
 *
 * @param scheme Digest for instance
 * @param parameters realm, nonce and so on; what is no pair, such as a bearer token, is a parameter without a value
 */
public record Authentication(String scheme, Parameters parameters) {

    static Authentication read(Scan value, String rule) {
        int from = value.skipSpaces().position();
        String scheme = value.token();
        if (scheme.isEmpty() || value.skipSpaces().done()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, value.end(), rule);
        }
        List<Parameters.Parameter> parameters = new ArrayList<>();
        if (!value.done()) {
            for (Scan element : value.elements(rule)) {
                parameters.add(parameter(element));
            }
        }
        return new Authentication(scheme, new Parameters(parameters));
    }

    private static Parameters.Parameter parameter(Scan element) {
        int from = element.position();
        String name = element.token();
        if (!element.skipSpaces().accept('=') || name.isEmpty()) {
            element.to(from);
            return new Parameters.Parameter(element.rest(), null);
        }
        boolean quoted = element.skipSpaces().peek() == '"';
        return new Parameters.Parameter(name, quoted ? element.quoted() : element.rest());
    }

    public Optional<String> realm() {
        return parameters.value("realm");
    }
}
