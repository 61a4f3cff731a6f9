package org.ringback.capture.wire;

/**
 * What a file may cost at most, so that none can make memory or time grow without limit. Ages are in microseconds of the
 * capture's own clock.
 */
public final class Limits {

    /** The longest record of a capture, as in libpcap and Wireshark: a longer one is damage. */
    public static final int RECORD = 262_144;

    /** Interfaces in one section of a pcapng file. */
    public static final int INTERFACES = 4096;

    /** Reports of one reason for one file; the rest is only said to exist. */
    public static final int REPORTS = 1000;

    /** What a gzip file may grow to, in bytes. */
    public static final long UNPACKED = 64L << 30;

    /** Headers of link, network and tunnel around one message. */
    public static final int LAYERS = 24;

    /** Extension headers of one IPv6 packet. */
    public static final int EXTENSION_HEADERS = 16;

    /** Labels or tags in front of one network packet. */
    public static final int TAGS = 8;

    /** Datagrams of which fragments are still missing. */
    public static final int DATAGRAMS = 2048;

    /** Bytes held for them. */
    public static final long DATAGRAM_BYTES = 32L << 20;

    /** How long fragments are waited for: 60 to 120 s in RFC 1122 section 3.3.2, 60 s in RFC 8200 section 4.5. */
    public static final long DATAGRAM_AGE = 60_000_000;

    /** TCP connections remembered at once; beyond, those that are no SIP and then the oldest are forgotten. */
    public static final int CONNECTIONS = 1 << 16;

    /** Bytes that one direction may hold back for a message that is not complete: the longest message over a stream. */
    public static final int STREAM_BYTES = (1 << 20) + (1 << 18);

    /** Bytes that all directions together may hold back. */
    public static final long ALL_STREAM_BYTES = 64L << 20;

    /** Segments of one direction that wait for an earlier one. */
    public static final int WAITING_SEGMENTS = 512;

    /** Segments of all directions that wait for an earlier one. */
    public static final int ALL_WAITING_SEGMENTS = 1 << 16;

    /** So many bytes ahead nobody sends before the others are acknowledged; a number farther away is wrong, or another's. */
    public static final int REACH = 1 << 20;

    /** A stream that goes on farther ahead than this is another connection; else what is between was lost. */
    public static final int WINDOW = 1 << 26;

    /** How long a segment is waited for that the receiver has acknowledged, so that the capture has missed it. */
    public static final long ACKNOWLEDGED_GAP = 100_000;

    /** The same, in segments that came after it. */
    public static final int ACKNOWLEDGED_GAP_SEGMENTS = 16;

    /** How long a segment is waited for if nothing of the other direction was captured. */
    public static final long ONE_SIDED_GAP = 3_000_000;

    /** How long a segment is waited for that the receiver has not acknowledged. */
    public static final long GAP = 60_000_000;

    /** Text at the begin of a stream, or between two messages, before it is taken for something else than SIP. */
    public static final int UNRECOGNIZED_AT_BEGIN = 4096;

    /** The same for a stream that was joined in its middle, perhaps inside a long body; one that has carried SIP is read on. */
    public static final int UNRECOGNIZED = 1 << 16;

    /** The longest start line that is waited for, and the longest junk that is looked through in a datagram for one. */
    public static final int START_LINE = 8192;

    /** Bytes before the start line of a datagram. */
    public static final int JUNK = 64;

    /** The headers of an HTTP request that may ask for WebSocket. */
    public static final int HTTP_HEADERS = 16_384;

    /** How many bytes of headers are looked through again and again while a message trickles in. */
    public static final long RESCANNED = 1L << 20;

    /** Fragments of SCTP DATA that wait for others of their message. */
    public static final int SCTP_FRAGMENTS = 8192;

    /** Bytes of these. */
    public static final long SCTP_BYTES = 16L << 20;

    /** SCTP associations (one direction each) of which the latest transmission numbers are remembered. */
    public static final int ASSOCIATIONS = 4096;

    /** What one compressed HEP payload or WebSocket message may grow to, in bytes. */
    public static final int INFLATED = 1 << 20;

    /** Directions of WebSocket connections with compression that are unpacked at once; each needs up to 40 KiB. */
    public static final int INFLATIONS = 512;

    /** Messages among which one that came by another way is looked for. */
    public static final int MIRRORED = 4096;

    /** How long after a message its mirror may come. */
    public static final long MIRROR_AGE = 2_000_000;

    /** Streams of RTP that are measured in one file; what does not become one is forgotten first. */
    public static final int STREAMS = 1 << 16;

    /** Flows of other datagrams that are counted in one file. */
    public static final int FLOWS = 1 << 15;

    /** Handshakes of DTLS that are followed in one file. */
    public static final int DTLS_HANDSHAKES = 1 << 11;

    /** Who reports on whom by RTCP in one file. */
    public static final int REPORTERS = 1 << 14;

    /** Endpoints that are shared between messages. */
    public static final int ENDPOINTS = 1 << 16;

    /** Events of the network that are kept of a file for SIP, and as many of others; the rest is counted. */
    public static final int NETWORK_EVENTS = 10_000;

    /** TCP connections whose opening or end is remembered, so that each is told once. */
    public static final int WATCHED_CONNECTIONS = 1 << 14;

    /** How long a connection that nobody accepts is waited for: systems give up after two minutes or so. */
    public static final long OPENING = 180_000_000;

    /** Handshakes of TLS that are read at once. */
    public static final int HANDSHAKES = 256;

    /** How long a server is waited for that says nothing to a client of TLS. */
    public static final long HANDSHAKE_ANSWER = 5_000_000;

    /** Bytes of one direction that are looked at until encryption begins. */
    public static final int HANDSHAKE_BYTES = 1 << 15;

    /** Names that were asked for and have no answer yet. */
    public static final int DNS_QUESTIONS = 4096;

    /** How long an answer is waited for after the last question: resolvers ask again after 1 to 5 s. */
    public static final long DNS_ANSWER = 10_000_000;

    /** Bytes of text that are kept of what an ICMP error quotes: the start line and the first Via. */
    public static final int QUOTED_TEXT = 512;

    private Limits() {}
}
