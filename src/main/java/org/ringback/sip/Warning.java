package org.ringback.sip;

/**
 * More about a response (RFC 3261 section 20.43).
 *
 * @param code 100 to 999, or -1 if it is no such number
 * @param agent who warns
 */
public record Warning(int code, String agent, String text) {

    static Warning read(Scan value) {
        int from = value.skipSpaces().position();
        String digits = value.take(Ascii::digit);
        int code = digits.length() == 3 ? Integer.parseInt(digits) : -1;
        if (code < 100) {
            value.doubt(
                    digits.isEmpty() ? Fault.UNREADABLE_VALUE : Fault.NUMBER_OUT_OF_RANGE,
                    from,
                    value.position(),
                    "warn-code");
        }
        String agent = value.skipSpaces().take(c -> !Ascii.space(c) && c != '"');
        value.skipSpaces();
        if (value.peek() == '"') {
            return new Warning(code, agent, value.quoted());
        }
        value.doubt(Fault.UNREADABLE_VALUE, value.position(), value.end(), "warn-text");
        return new Warning(code, agent, value.rest().strip());
    }
}
