package org.ringback.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.call.LegLink.Reason;
import org.ringback.sip.HeaderLookup;

/**
 * What a B2BUA passes on from one leg to the other, so that both carry it: identifiers of the call, and the description of
 * its media.
 *
 * @param shared each as it is shown, with what it is a reason for
 * @param named values that may be the Call-ID of another leg
 */
record LegMarks(Map<String, Reason> shared, List<String> named) {

    private static final Set<String> CALL_ID_HEADERS =
            Set.of("x-call-id", "x-cid", "x-callid", "x-original-call-id", "x-orig-call-id", "x-leg-call-id");

    /** 32 zeros are the identifier of nobody: its sender does not know it (RFC 7989, 5). */
    private static final Pattern UUID = Pattern.compile("(?!0{32})[0-9a-fA-F]{32}");

    /** The identifier of a call for charging (RFC 7315, 4.6). */
    private static final Pattern CHARGING = Pattern.compile("(?i)icid-value=\"?([^\";,]{6,128})");

    private static final LegMarks NONE = new LegMarks(Map.of(), List.of());

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIGITS = 4;

    /** Of the opening request of a call. */
    static LegMarks of(HeaderLookup headers) {
        Map<String, Reason> shared = new LinkedHashMap<>(4);
        List<String> named = new ArrayList<>(0);
        headers.first("Session-ID", "")
                .map(UUID::matcher)
                .filter(Matcher::lookingAt)
                .ifPresent(id -> shared.put(id.group().toLowerCase(Locale.ROOT), Reason.SESSION_ID));
        for (String name : List.of("Cisco-Guid", "h323-conf-id", "Call-Info-ID")) {
            headers.first(name, "")
                    .filter(value -> identifies(value.strip()))
                    .ifPresent(value -> shared.put(name + ": " + value.strip(), Reason.SHARED_ID));
        }
        headers.first("P-Charging-Vector", "")
                .map(CHARGING::matcher)
                .filter(Matcher::find)
                .ifPresent(id -> shared.put("icid-value=" + id.group(1).strip(), Reason.SHARED_ID));
        headers.beginning("X-", (name, value) -> extension(name, value, shared, named));
        return shared.isEmpty() && named.isEmpty() ? NONE : new LegMarks(shared, named);
    }

    private static void extension(String name, String value, Map<String, Reason> shared, List<String> named) {
        String id = value.startsWith("<") && value.endsWith(">") ? value.substring(1, value.length() - 1) : value;
        if (CALL_ID_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            named.add(id);
        } else if (identifies(id)) {
            named.add(id);
            shared.put(name + ": " + id, Reason.SHARED_ID);
        }
    }

    /** Whether a value looks as if it was made for one thing only. */
    private static boolean identifies(String value) {
        if (value.length() < SHORTEST || value.length() > LONGEST || value.indexOf(' ') >= 0) {
            return false;
        }
        return value.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS
                && value.chars().distinct().count() > FEWEST_DIGITS;
    }
}
