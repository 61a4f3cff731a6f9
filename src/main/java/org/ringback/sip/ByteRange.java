package org.ringback.sip;

/** Where something stands in the bytes of a message: from (inclusive) to (exclusive). */
public record ByteRange(long from, long to) {

    public long length() {
        return to - from;
    }
}
