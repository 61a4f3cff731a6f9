package org.ringback.call;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a registration or subscription is asked for or granted (RFC 3261, 10.2.1.1 and 10.3). */
public final class Expiry {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*expires\\s*=\\s*\"?(\\d{1,10})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,10})");

    private Expiry() {}

    /** Seconds: of the first Contact, which goes before the header for all of them. */
    public static Optional<Long> of(Message message) {
        Optional<Long> ofContact = message.header("Contact", "m").flatMap(value -> number(PARAMETER, value));
        return ofContact.or(() -> message.header("Expires", "").flatMap(value -> number(SECONDS, value)));
    }

    private static Optional<Long> number(Pattern pattern, String value) {
        Matcher found = pattern.matcher(value);
        return found.find() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
    }
}
