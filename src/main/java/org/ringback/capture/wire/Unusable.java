package org.ringback.capture.wire;

/**
 * Something in a file that could not be used: nothing is lost silently.
 *
 * @param file index of the file in the order given
 * @param frame number of the packet or line, or 0 for the file as a whole
 * @param detail what belongs to the reason: a number of bytes, a kind of file, a link type; never prose
 */
public record Unusable(int file, long frame, Reason reason, String detail) {

    /** Why something could not be used. */
    public enum Reason {
        /** The last record is shorter than it says; all before it is used. */
        TRUNCATED_FILE,
        /** A file of a known kind that Ringback does not read; the detail names the kind (NetMon, snoop, ERF). */
        UNSUPPORTED_FILE,
        /** Neither a capture nor a log with SIP in it. */
        NOT_A_CAPTURE,
        /** A log that shows a dot for the end of a line and for others, so that nothing can be read; the detail is the tool. */
        LOST_LINE_ENDS,
        /** A log of a known product in which no message is written; the detail is the product, as {@code asterisk}. */
        SILENT_LOG,
        /** A line of a text that looks like the first one of a message, of which nothing could be read. */
        LOST_START_LINE,
        /**
         * Times of a log with the name of a zone that means several, the first of which is on this line: they are taken as they
         * are written. The detail is the name, as {@code CST}.
         */
        UNCLEAR_ZONE,
        /** A message that an ICMP error quotes: it was sent before, and is none of its own. */
        QUOTED_MESSAGE,
        /** A capture that was read to its end and holds no SIP; the detail is the number of its packets. */
        NO_SIP,
        EMPTY_FILE,
        /** The system would not let it be read; the detail is the system's word for why. */
        UNREADABLE_FILE,
        /** The file is not what it was when it was opened; the detail is what it has become: gone, replaced, shorter, longer, overwritten. */
        CHANGED_FILE,
        /** Another name of a file that was named before, whose path is the detail: it counts once. */
        SAME_FILE,
        /** No temporary file could be made in the folder that is the detail, so that not all could be read. */
        NO_SCRATCH_FILE,
        /** The disk of the folder that is the detail is full: what was unpacked before is used. */
        FULL_DISK,
        /** A link layer that is not read; the detail is its number. */
        UNKNOWN_LINK_TYPE,
        /** Bytes of a file that cannot be records; the detail says how many were passed over up to the next one. */
        DAMAGED_RECORD,
        /** A packet whose time all packets around it contradict: it is used without a time. */
        DAMAGED_TIME,
        /** A packed file that is damaged, and not merely cut off; all that was packed before the damage is used. */
        DAMAGED_FILE,
        /** The capture kept only the first bytes of a packet with SIP; the detail says how many are missing. */
        CUT_PACKET,
        /** IP fragments of which some never came. */
        MISSING_FRAGMENTS,
        /** TCP bytes that never came; the detail says how many; reading went on at the next message. */
        LOST_SEGMENTS,
        /** Bytes in a stream between messages that are no SIP. */
        SKIPPED_BYTES,
        /** A message whose end was not captured. */
        UNFINISHED_MESSAGE,
        /**
         * A TCP connection on a port of SIP that speaks TLS; told once, the detail names both ends ({@code host:port
         * host:port}, IPv6 in brackets).
         */
        ENCRYPTED,
        /**
         * A mistake in the program ended the reading; what was read until then is used. The detail is the path of the log that
         * tells more, if there is one.
         */
        BROKEN_OFF,
        /** Reading ended because there was not enough memory; what was read until then is used. */
        OUT_OF_MEMORY,
        /** Files of an archive that were not opened; the detail names the first of them, and says how many more there are. */
        LEFT_OUT,
        /**
         * Media or events of the network of which there are more than are remembered, as floods and scans make them; the detail
         * says of what, how many are remembered and how many packets or events of the others there were, as {@code streams 65536
         * 4464}.
         */
        FLOOD,
        /** A limit against hostile files was reached; the detail names it. */
        LIMIT
    }
}
