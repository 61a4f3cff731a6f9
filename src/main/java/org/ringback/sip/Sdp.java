package org.ringback.sip;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;

/**
 * A session description (RFC 8866), as far as calls need it; lines that are not of their form are left out.
 *
 * @param origin the session's owner and version ({@code o=})
 * @param name of the session ({@code s=}), empty if missing
 * @param address of {@code c=} at session level
 * @param direction at session level
 */
public record Sdp(
        Optional<Origin> origin,
        String name,
        Optional<Address> address,
        Optional<Direction> direction,
        List<Attribute> attributes,
        List<Media> media) {

    /**
     * Who made the description and how often it was changed.
     *
     * @param id and {@code version}: digits, often too many of them for a number
     */
    public record Origin(String user, String id, String version, String address) {}

    /**
     * Where media are to be sent.
     *
     * @param type IP4 or IP6
     * @param host without time to live and number of addresses
     */
    public record Address(String type, String host) {

        /** The old way to say hold. */
        public boolean nowhere() {
            return host.equals("0.0.0.0") || host.equals("::");
        }
    }

    /** {@code a=name:value}; without a value it is empty. */
    public record Attribute(String name, String value) {}

    /** Which way media go, as seen by who describes. */
    public enum Direction {
        SENDRECV,
        SENDONLY,
        RECVONLY,
        INACTIVE
    }

    /**
     * A codec, or another format of the media.
     *
     * @param format payload type, or for T.38 and others a name
     * @param encoding of {@code a=rtpmap}, or the well-known one of a static payload type, or empty
     * @param rate clock rate, or 0
     * @param channels 0 if not said
     * @param parameters of {@code a=fmtp}, or empty
     */
    public record Format(String format, String encoding, int rate, int channels, String parameters) {}

    /**
     * One stream of media.
     *
     * @param kind audio, video, image and so on
     * @param port 0 if the stream is refused or off, or the port cannot be read
     * @param address the stream's own, else that of the session
     * @param direction the stream's own, else that of the session, else {@code SENDRECV}
     */
    public record Media(
            String kind,
            int port,
            String protocol,
            List<Format> formats,
            Optional<Address> address,
            Direction direction,
            List<Attribute> attributes) {

        public Media {
            formats = List.copyOf(formats);
            attributes = List.copyOf(attributes);
        }

        public boolean off() {
            return port == 0;
        }
    }

    public Sdp {
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
    }

    /** What a payload type stands for without being described (RFC 3551, tables 4 and 5); empty for what is agreed. */
    public static String encoding(int payloadType) {
        return SdpLevel.encoding(payloadType);
    }

    /** The same as {@link SipMessage#sdp}, without reading the headers where that can be spared: mostly the body is one. */
    public static Optional<Sdp> in(MemorySegment message) {
        return in(message, new HeaderLookup(message));
    }

    /** The same for who looks for headers of the message as well. */
    public static Optional<Sdp> in(MemorySegment message, HeaderLookup headers) {
        int from = headers.bodyAt();
        if (from >= message.byteSize()) {
            return Optional.empty();
        }
        List<String> lengths = headers.all("Content-Length", "l");
        boolean plain = message.byteSize() <= MessageFramer.LONGEST_HEADERS
                && lengths.size() == 1
                && lengths.getFirst().equals(Long.toString(message.byteSize() - from))
                && headers.first("Content-Type", "c")
                        .filter("application/sdp"::equalsIgnoreCase)
                        .isPresent();
        return plain
                ? Optional.of(parse(message, new ByteRange(from, message.byteSize())))
                : SipMessage.parse(message).sdp();
    }

    /** Reads any bytes. Lines may end with CRLF, LF or CR. */
    public static Sdp parse(MemorySegment bytes, ByteRange range) {
        long to = Math.min(range.to(), range.from() + MessageFramer.LONGEST_MESSAGE);
        ArrayBytes body = ArrayBytes.of(bytes, range.from(), to);
        return new SdpReader(Text.of(body.array(), body.from(), body.to())).read();
    }
}
