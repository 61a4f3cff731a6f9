package org.ringback.sip;

/** The first line of a message (RFC 3261 section 7). */
public sealed interface StartLine {

    /**
     * Of a request.
     *
     * @param method as written
     * @param uri as written
     * @param version as written, empty if missing
     */
    record RequestLine(String method, String uri, String version) implements StartLine {}

    /**
     * Of a response.
     *
     * @param status 100 to 999, or -1 if it is no such number
     * @param reason empty if missing
     */
    record StatusLine(String version, int status, String reason) implements StartLine {}

    /** Something else. */
    record Unreadable(String text) implements StartLine {}
}
