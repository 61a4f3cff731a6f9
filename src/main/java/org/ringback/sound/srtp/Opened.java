package org.ringback.sound.srtp;

/** What became of a protected packet. */
public sealed interface Opened {

    /**
     * Its tag fits a key.
     *
     * @param payload what was protected, without padding
     * @param key the place of the key in the list that was handed over
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Clear(byte[] payload, int key) implements Opened {}

    /** It stays closed. */
    enum Closed implements Opened {
        /** No key fits its tag: another key protects it, or it was changed on its way. */
        NO_KEY_FITS,
        /** It is no RTP packet. */
        NO_RTP
    }
}
