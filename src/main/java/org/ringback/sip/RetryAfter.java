package org.ringback.sip;

/**
 * When to try again (RFC 3261 section 20.33).
 *
 * @param seconds -1 if it cannot be read
 * @param comment for people, empty if there is none
 */
public record RetryAfter(long seconds, String comment, Parameters parameters) {

    static RetryAfter read(Scan value) {
        value.skipSpaces();
        long seconds = Numbers.read(value, Numbers.MOST, "Retry-After");
        String comment = "";
        if (value.skipSpaces().accept('(')) {
            comment = value.take(c -> c != ')');
            if (!value.accept(')')) {
                value.doubt(Fault.UNTERMINATED_BRACKET, value.end(), value.end(), "comment");
            }
        }
        return new RetryAfter(seconds, comment, value.parameters("retry-param"));
    }
}
