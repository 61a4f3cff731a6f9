package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wrap.Epoch;
import org.ringback.sip.MessageFramer;

/**
 * A conversation of two hosts as Wireshark follows it: as text with the length of each packet before it, as raw digits, as a
 * hex dump in which the offsets of each side run on, or as YAML. What the second host sent is indented.
 */
final class FollowedStream implements TextShape {

    private static final Pattern HEAD = Pattern.compile("(?m)^Follow: (\\w{2,9}),(ascii|ebcdic|utf-8|raw|hex)\\s*$");
    private static final Pattern NODE = Pattern.compile("^Node ([01]): (\\S{3,80})$");
    private static final Pattern LENGTH = Pattern.compile("^(\\t?)(\\d{1,6})$");
    private static final Pattern YAML =
            Pattern.compile("^\\s{0,12}-? ?(peer|host|port|timestamp|data|index|packet): ?(.{0,200})$");

    @Override
    public boolean recognizes(String head) {
        return HEAD.matcher(head).find()
                || (head.contains("peers:") && head.contains("!!binary"))
                || HexDump.hasTwoSides(head);
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        String head = TextShape.headOf(bytes);
        Matcher kind = HEAD.matcher(head);
        boolean headed = kind.find();
        Conversation conversation = new Conversation(bytes, delivery, headed ? kind.group(1) : "udp");
        if (head.contains("!!binary")) {
            conversation.yaml();
        } else if (!headed || kind.group(2).equals("hex")) {
            conversation.dump();
        } else if (kind.group(2).equals("raw")) {
            conversation.digits();
        } else {
            conversation.text();
        }
    }

    private static final class Conversation {

        private final Lines lines;
        private final Delivery delivery;
        private final Transport transport;
        private final List<Endpoint> nodes = new ArrayList<>(List.of(Endpoint.UNKNOWN, Endpoint.UNKNOWN));
        private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
        private int waitingSide;
        private long waitingLine = 1;
        private long time = Captured.NO_TIME;

        Conversation(MemorySegment bytes, Delivery delivery, String protocol) {
            this.lines = new Lines(bytes);
            this.delivery = delivery;
            this.transport = Addresses.transport(protocol.equals("websocket") ? "ws" : protocol);
        }

        void text() {
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                Matcher length = LENGTH.matcher(lines.text());
                if (node() || !length.matches()) {
                    continue;
                }
                long begin = lines.next();
                long end = Math.min(lines.bytes().byteSize(), begin + Long.parseLong(length.group(2)));
                take(length.group(1).isEmpty() ? 0 : 1, lines.bytes().asSlice(begin, end - begin));
                lines.skipTo(end);
            }
            flush();
        }

        void digits() {
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                long length = Math.min(lines.length(), 2L * MessageCollector.LARGEST);
                String row = new String(
                        lines.bytes()
                                .asSlice(lines.contentBegin(), length)
                                .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE),
                        StandardCharsets.ISO_8859_1);
                String hex = row.strip();
                boolean isHex = hex.length() > 1
                        && hex.length() % 2 == 0
                        && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0);
                if (!node() && isHex) {
                    take(row.startsWith("\t") ? 1 : 0, MemorySegment.ofArray(CopiedBytes.fromHex(hex)));
                }
            }
            flush();
        }

        void dump() {
            HexDump.DumpRow row = new HexDump.DumpRow();
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                String line = lines.text();
                if (node()) {
                    continue;
                }
                if (row.read(line)) {
                    take(line.startsWith("\t") || line.startsWith("    ") ? 1 : 0, MemorySegment.ofArray(row.copy()));
                }
            }
            flush();
        }

        void yaml() {
            StringBuilder base64 = new StringBuilder();
            boolean data = false;
            int side = 0;
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                String line = lines.text();
                Matcher field = YAML.matcher(line);
                if (!field.matches()) {
                    base64.append(data ? line.strip() : "");
                    continue;
                }
                binary(side, base64);
                String value = field.group(2).strip();
                data = field.group(1).equals("data");
                switch (field.group(1)) {
                    case "peer", "index" -> side = value.equals("1") ? 1 : 0;
                    case "host" -> nodes.set(side, Addresses.of(value, ""));
                    case "port" -> nodes.set(side, Addresses.of(nodes.get(side).host(), value));
                    case "timestamp" -> time = micros(value);
                    default -> {
                        // A number, or what follows in the next lines.
                    }
                }
            }
            binary(side, base64);
            flush();
        }

        private void binary(int side, StringBuilder base64) {
            if (base64.isEmpty()) {
                return;
            }
            try {
                take(side, MemorySegment.ofArray(Base64.getDecoder().decode(base64.toString())));
            } catch (IllegalArgumentException e) {
                delivery.unusable(lines.number(), org.ringback.capture.wire.Unusable.Reason.DAMAGED_RECORD, "");
            }
            base64.setLength(0);
        }

        private static long micros(String value) {
            return Epoch.of(value)
                    .map(time -> time.getEpochSecond() * 1_000_000L + time.getNano() / 1000)
                    .orElse(Captured.NO_TIME);
        }

        private boolean node() {
            Matcher node = NODE.matcher(lines.text());
            if (node.matches()) {
                nodes.set(Integer.parseInt(node.group(1)), Addresses.endpoint(node.group(2)));
                return true;
            }
            return false;
        }

        /** More of what one side has sent. */
        private void take(int side, MemorySegment bytes) {
            if (side != waitingSide) {
                flush();
                waitingSide = side;
            }
            if (waiting.size() == 0) {
                waitingLine = lines.number();
            }
            waiting.writeBytes(bytes.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
            messages(false);
        }

        private void flush() {
            messages(true);
            waiting.reset();
        }

        private void messages(boolean last) {
            MemorySegment all = MemorySegment.ofArray(waiting.toByteArray());
            long size = all.byteSize();
            long at = 0;
            while (at < size) {
                long begin = MessageFramer.findStart(all, at, size);
                long end = begin < 0
                        ? -1
                        : last ? MessageFramer.endInDatagram(all, begin, size) : MessageFramer.end(all, begin, size);
                if (end < 0) {
                    break;
                }
                Frame frame = Frame.between(time, nodes.get(waitingSide), nodes.get(1 - waitingSide), transport);
                MemorySegment message = all.asSlice(begin, end - begin);
                delivery.message(
                        MemorySegment.ofArray(message.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)),
                        frame,
                        waitingLine);
                at = end;
                waitingLine = lines.number();
            }
            if (at > 0 || size > MessageCollector.LARGEST) {
                waiting.reset();
                waiting.writeBytes(
                        size - at > MessageCollector.LARGEST
                                ? new byte[0]
                                : all.asSlice(at).toArray(java.lang.foreign.ValueLayout.JAVA_BYTE));
            }
        }
    }
}
