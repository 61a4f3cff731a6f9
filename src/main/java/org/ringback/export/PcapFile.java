package org.ringback.export;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Transport;
import org.ringback.sip.MessageFramer;

/**
 * Messages as a classic capture file (draft-ietf-opsawg-pcap) of raw IP packets. Every message is whole: fragments are not
 * made again, and no packet is there that carried no SIP.
 */
public final class PcapFile {

    private static final long UNDATED =
            LocalDate.of(Captured.UNKNOWN_YEAR, 1, 1).toEpochDay()
                    * Duration.ofDays(1).toMillis()
                    * 1000;

    private static final int MAGIC = 0xA1B2C3D4;
    private static final int LINKTYPE_RAW = 101;

    /** As in libpcap and Wireshark. */
    private static final int LONGEST_RECORD = 262_144;

    /** Wireshark takes a stream on these for HTTP, whatever is in it. */
    private static final Set<Integer> PORTS_OF_HTTP =
            Set.of(80, 1900, 2710, 2869, 3128, 3132, 5985, 8080, 8088, 11_371);

    private static final long LAST_SECOND = 0xFFFF_FFFFL;

    private final OutputStream out;
    private final Set<MadeUp> madeUp = EnumSet.noneOf(MadeUp.class);
    private final HostAddresses hosts;
    private final Map<Hop, Conversation> conversations = new HashMap<>();
    private long time;

    private PcapFile(OutputStream out, HostAddresses hosts) {
        this.out = out;
        this.hosts = hosts;
    }

    /**
     * Writes messages in the order given.
     *
     * @return what is in the file but not in the messages; empty for what came from a capture over UDP or TCP
     */
    public static Set<MadeUp> write(List<Captured> messages, OutputStream out) throws IOException {
        var file = new PcapFile(out, new HostAddresses(messages));
        file.begin();
        for (Captured message : messages) {
            file.write(message);
        }
        return file.madeUp;
    }

    private void begin() throws IOException {
        out.write(ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(LONGEST_RECORD)
                .putInt(LINKTYPE_RAW)
                .array());
    }

    private void write(Captured message) throws IOException {
        setTime(message.time());
        Hop hop = hosts.hop(message.source(), message.destination(), madeUp);
        byte[] content = message.bytes().toArray(ValueLayout.JAVA_BYTE);
        if (asStream(message, hop, content.length)) {
            var conversation = conversations.computeIfAbsent(hop.eitherWay(), _ -> new Conversation());
            for (byte[] segment : conversation.segments(hop, content)) {
                record(hop.packet(Hop.TCP, segment));
            }
        } else {
            record(hop.packet(Hop.UDP, hop.datagram(content)));
        }
    }

    private void setTime(long micros) {
        if (micros == Captured.NO_TIME) {
            madeUp.add(MadeUp.TIME);
        } else if (!Captured.dated(micros)) {
            // The format knows no time without a date.
            madeUp.add(MadeUp.TIME);
            time = micros - UNDATED;
        } else {
            time = micros;
        }
    }

    private boolean asStream(Captured message, Hop hop, int length) {
        boolean fits = hop.fitsDatagram(length);
        Transport transport = message.transport();
        if (transport == Transport.UDP || transport == Transport.UNKNOWN) {
            if (transport == Transport.UNKNOWN) {
                madeUp.add(MadeUp.TRANSPORT);
            }
            if (!fits) {
                madeUp.add(MadeUp.DATAGRAM_AS_TCP);
            }
            return !fits;
        }
        boolean framed = MessageFramer.end(message.bytes(), 0, length) == length;
        boolean http = PORTS_OF_HTTP.contains(hop.source().port())
                || PORTS_OF_HTTP.contains(hop.destination().port());
        if (fits && (!framed || http)) {
            madeUp.add(MadeUp.STREAM_AS_UDP);
            return false;
        }
        if (transport != Transport.TCP) {
            madeUp.add(MadeUp.PLAIN_TCP);
        }
        return true;
    }

    private void record(byte[] packet) throws IOException {
        long seconds = Math.floorDiv(time, 1_000_000L);
        boolean possible = seconds >= 0 && seconds <= LAST_SECOND;
        if (!possible) {
            madeUp.add(MadeUp.TIME);
        }
        out.write(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(possible ? (int) seconds : 0)
                .putInt(possible ? (int) Math.floorMod(time, 1_000_000L) : 0)
                .putInt(packet.length)
                .putInt(packet.length)
                .array());
        out.write(packet);
    }
}
