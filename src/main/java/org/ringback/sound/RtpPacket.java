package org.ringback.sound;

/**
 * One RTP packet of a stream, in the clear (RFC 3550, section 5.1).
 *
 * @param arrival when it was captured, in microseconds since whenever all of a call count from
 * @param timestamp of RTP, 32 bits without sign
 * @param sequence of RTP, 16 bits without sign
 * @param marker whether it begins a talk spurt (RFC 3551, section 4.1)
 * @param payloadType 0 to 127
 * @param payload without header, extension and padding; it is not copied, and nobody may change it
 */
@SuppressWarnings("ArrayRecordComponent")
public record RtpPacket(long arrival, long timestamp, int sequence, boolean marker, int payloadType, byte[] payload) {

    /** What does not fit into the fields of RTP is cut off. */
    public RtpPacket {
        timestamp &= 0xFFFF_FFFFL;
        sequence &= 0xFFFF;
        payloadType &= 0x7F;
    }
}
