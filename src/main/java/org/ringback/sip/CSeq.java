package org.ringback.sip;

/**
 * The order of a request in its dialog (RFC 3261 section 20.16).
 *
 * @param number -1 if it is missing or beyond all reason
 * @param method as written, empty if missing
 */
public record CSeq(long number, String method) {

    private static final long MOST = (1L << 31) - 1;

    static CSeq read(Scan value) {
        int from = value.skipSpaces().position();
        long number = Numbers.read(value, MOST, "CSeq");
        if (value.position() == from) {
            return new CSeq(-1, "");
        }
        String method = value.skipSpaces().token();
        if (method.isEmpty() || !value.skipSpaces().done()) {
            value.doubt(Fault.UNREADABLE_VALUE, from, value.end(), "CSeq");
        }
        return new CSeq(number, method);
    }
}
