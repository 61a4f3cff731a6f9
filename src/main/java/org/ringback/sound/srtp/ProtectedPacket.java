package org.ringback.sound.srtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The parts of a protected RTP packet that lie in the clear (RFC 3711, section 3.1; RFC 3550, section 5.1). */
@SuppressWarnings("ArrayRecordComponent")
record ProtectedPacket(byte[] bytes, int headerLength) {

    private static final int FIXED = 12;

    static Optional<ProtectedPacket> of(byte[] bytes) {
        if (bytes.length < FIXED || (bytes[0] & 0xC0) != 0x80) {
            return Optional.empty();
        }
        int length = FIXED + 4 * (bytes[0] & 15);
        if ((bytes[0] & 0x10) != 0) {
            if (bytes.length < length + 4) {
                return Optional.empty();
            }
            length += 4 + 4 * (ByteBuffer.wrap(bytes).getShort(length + 2) & 0xFFFF);
        }
        return length > bytes.length ? Optional.empty() : Optional.of(new ProtectedPacket(bytes, length));
    }

    int sequence() {
        return ByteBuffer.wrap(bytes).getShort(2) & 0xFFFF;
    }

    /** The source, as it stands in the header. */
    int source() {
        return ByteBuffer.wrap(bytes).getInt(8);
    }

    /** The payload without the padding of RTP, which is encrypted with it; all of it if its length makes no sense. */
    byte[] withoutPadding(byte[] payload) {
        boolean padded = (bytes[0] & 0x20) != 0 && payload.length > 0;
        int padding = padded ? payload[payload.length - 1] & 0xFF : 0;
        return padding > payload.length ? payload : Arrays.copyOf(payload, payload.length - padding);
    }
}
