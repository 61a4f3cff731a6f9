package org.ringback.sip;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How headers are called, and which of them are lists. */
final class HeaderNames {

    private static final Map<String, String> COMPACT = Map.ofEntries(
            Map.entry("a", "Accept-Contact"),
            Map.entry("b", "Referred-By"),
            Map.entry("c", "Content-Type"),
            Map.entry("d", "Request-Disposition"),
            Map.entry("e", "Content-Encoding"),
            Map.entry("f", "From"),
            Map.entry("i", "Call-ID"),
            Map.entry("j", "Reject-Contact"),
            Map.entry("k", "Supported"),
            Map.entry("l", "Content-Length"),
            Map.entry("m", "Contact"),
            Map.entry("n", "Identity-Info"),
            Map.entry("o", "Event"),
            Map.entry("r", "Refer-To"),
            Map.entry("s", "Subject"),
            Map.entry("t", "To"),
            Map.entry("u", "Allow-Events"),
            Map.entry("v", "Via"),
            Map.entry("x", "Session-Expires"),
            Map.entry("y", "Identity"));

    /** Values may be joined with commas. */
    private static final Set<String> LISTS = Set.of(
            "Accept",
            "Accept-Contact",
            "Accept-Encoding",
            "Accept-Language",
            "Alert-Info",
            "Allow",
            "Allow-Events",
            "Call-Info",
            "Contact",
            "Content-Encoding",
            "Content-Language",
            "Diversion",
            "Error-Info",
            "History-Info",
            "In-Reply-To",
            "P-Asserted-Identity",
            "P-Associated-URI",
            "P-Preferred-Identity",
            "Path",
            "Proxy-Require",
            "Reason",
            "Record-Route",
            "Reject-Contact",
            "Require",
            "Route",
            "Security-Client",
            "Security-Server",
            "Security-Verify",
            "Service-Route",
            "Supported",
            "Unsupported",
            "Via",
            "Warning");

    private static final Set<String> SINGLE = Set.of(
            "Call-ID",
            "Content-Disposition",
            "Content-Length",
            "Content-Type",
            "CSeq",
            "Date",
            "Event",
            "Expires",
            "From",
            "Identity",
            "Max-Forwards",
            "MIME-Version",
            "Min-Expires",
            "Min-SE",
            "Organization",
            "P-Access-Network-Info",
            "P-Charging-Vector",
            "Priority",
            "Privacy",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "RAck",
            "Refer-To",
            "Referred-By",
            "Remote-Party-ID",
            "Replaces",
            "Reply-To",
            "Request-Disposition",
            "Retry-After",
            "RSeq",
            "Server",
            "Session-Expires",
            "Session-ID",
            "SIP-ETag",
            "SIP-If-Match",
            "Subject",
            "Subscription-State",
            "Timestamp",
            "To",
            "User-Agent",
            "WWW-Authenticate",
            "Authorization");

    private static final Map<String, String> KNOWN = Stream.of(LISTS, SINGLE, COMPACT.values())
            .flatMap(java.util.Collection::stream)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Ascii::lower, Function.identity()));

    private HeaderNames() {}

    /** The full name in its usual spelling, or as written if it is not known. */
    static String full(String written) {
        String lower = Ascii.lower(written);
        String compact = COMPACT.get(lower);
        return compact != null ? compact : KNOWN.getOrDefault(lower, written);
    }

    static boolean list(String name) {
        return LISTS.contains(name);
    }
}
