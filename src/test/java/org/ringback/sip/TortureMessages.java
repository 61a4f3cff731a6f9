package org.ringback.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The messages of RFC 4475 by the names that they have there, from a capture of one UDP packet for each. */
final class TortureMessages {

    /** In the order of the capture; "test" is no message of the RFC. */
    private static final List<String> NAMES = List.of(
            "badaspec badbranch baddate baddn badinv01 badvers bcast bext01 bigcode clerr cparam01 cparam02 dblreq esc01 esc02 escnull escruri insuf intmeth inv2543 invut longreq ltgtruri lwsdisp lwsruri lwsstart mcl01 mismatch01 mismatch02 mpart01 multi01 ncl noreason novelsc quotbal regaut01 regbadct regescrt scalar02 scalarlg sdp01 semiuri test transports trws unkscm unksm2 unreason wsinv zeromf"
                    .split(" "));

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int PACKET_HEADERS = 14 + 20 + 8;

    private TortureMessages() {}

    static Map<String, byte[]> all() {
        byte[] file;
        try (InputStream in = TortureMessages.class.getResourceAsStream("/captures/resip-torture-messages.pcap")) {
            file = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, byte[]> messages = new LinkedHashMap<>();
        int at = FILE_HEADER;
        for (String name : NAMES) {
            int length = buffer.getInt(at + 8);
            at += RECORD_HEADER;
            messages.put(name, Arrays.copyOfRange(file, at + PACKET_HEADERS, at + length));
            at += length;
        }
        return messages;
    }
}
