package org.ringback.capture.text;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.sip.MessageFramer;

/**
 * Packets taken apart by {@code tshark -T json}, {@code jsonraw}, {@code ek} or {@code pdml}: each field has a name and a
 * value. The message is the payload of UDP, TCP or SCTP in hexadecimal digits, as it was sent; what TCP carries in several
 * packets is put together.
 *
 * <p>Bounds: 1 MiB of one direction of TCP.
 */
final class Dissection implements TextShape {

    private static final Pattern JSON =
            Pattern.compile("\"([A-Za-z0-9_.]{4,60})\"\\s?:\\s?\\[?\\s?\"([^\"]{1,2000000})\"");
    private static final Pattern JSON_LIST = Pattern.compile("^\\s*\"([A-Za-z0-9_.]{4,60})\"\\s?:\\s?\\[\\s*$");
    private static final Pattern LIST_ITEM = Pattern.compile("^\\s*\"([^\"]*)\",?\\s*$");
    private static final Pattern PDML =
            Pattern.compile("<field name=\"([A-Za-z0-9_.]{4,60})\"[^>]{0,4000}? show=\"([^\"]*)\"");

    @Override
    public boolean recognizes(String head) {
        boolean json = head.contains("\"layers\"")
                && (head.contains("\"frame") || head.contains("\"udp") || head.contains("\"_index\""));
        return json || (head.contains("<pdml") && head.contains("<packet"));
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        new Packets(bytes, delivery).run();
    }

    private static final class Packets {

        private final Lines lines;
        private final Delivery delivery;
        private final Map<String, String> fields = new HashMap<>();
        private final Map<Frame, ByteArrayOutputStream> streams = new LinkedHashMap<>();
        private String list = "";
        private String given = "";

        Packets(MemorySegment bytes, Delivery delivery) {
            this.lines = new Lines(bytes);
            this.delivery = delivery;
        }

        void run() {
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                String line = whole();
                Matcher item = LIST_ITEM.matcher(line);
                if (!list.isEmpty() && item.matches()) {
                    field(list, item.group(1));
                }
                Matcher opened = JSON_LIST.matcher(line);
                list = opened.matches() ? opened.group(1) : "";
                Matcher field = (line.contains("<field ") ? PDML : JSON).matcher(line);
                while (field.find()) {
                    field(field.group(1), field.group(2));
                }
            }
            streams.forEach(this::unfinished);
        }

        /** A message that is shorter than it says keeps those behind it waiting. */
        private void unfinished(Frame frame, ByteArrayOutputStream waiting) {
            MemorySegment all = MemorySegment.ofArray(waiting.toByteArray());
            long size = all.byteSize();
            long begin = MessageFramer.findStart(all, 0, size);
            while (begin >= 0) {
                long end = MessageFramer.end(all, begin, size);
                long next = end >= 0 ? MessageFramer.findStart(all, end, size) : startOfLine(all, begin);
                long upTo = end >= 0 ? end : next < 0 ? size : next;
                delivery.message(copy(all.asSlice(begin, upTo - begin)), frame, lines.number());
                if (end < 0) {
                    delivery.unusable(lines.number(), Reason.UNFINISHED_MESSAGE, "");
                }
                begin = next;
            }
        }

        private String whole() {
            if (lines.length() <= Lines.LOOKED_AT) {
                return lines.text();
            }
            long length = Math.min(4L * MessageCollector.LARGEST, lines.length());
            byte[] bytes = lines.bytes().asSlice(lines.contentBegin(), length).toArray(ValueLayout.JAVA_BYTE);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }

        private void field(String written, String value) {
            String name = normal(written);
            switch (name) {
                case "frame.encap.type", "frame.raw", "frame.interface.id", "geninfo.num" -> {
                    fields.clear();
                    given = "";
                }
                case "udp.payload", "tcp.payload", "sctp.data.payload", "udp.payload.raw", "tcp.payload.raw" ->
                    payload(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT), value);
                default -> fields.putIfAbsent(name, value);
            }
        }

        /** Names of {@code ek} begin twice, and have no dots. */
        private static String normal(String written) {
            String dotted = written.replace('_', '.');
            int dot = dotted.indexOf('.');
            String layer = dot < 0 ? dotted : dotted.substring(0, dot + 1);
            return dotted.startsWith(layer, layer.length()) ? dotted.substring(layer.length()) : dotted;
        }

        private void payload(String transport, String value) {
            String digits = value.replace(":", "");
            // With -x the payload of a packet stands there twice.
            if (digits.isEmpty()
                    || digits.equals(given)
                    || digits.length() % 2 != 0
                    || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
                return;
            }
            given = digits;
            if (fields.containsKey("icmp.type") || fields.containsKey("icmpv6.type")) {
                quoted(CopiedBytes.fromHex(digits));
                return;
            }
            byte[] bytes = CopiedBytes.fromHex(digits);
            String layer = transport.toLowerCase(Locale.ROOT);
            Frame frame = Frame.between(
                    time(), endpoint("src", layer), endpoint("dst", layer), Addresses.transport(transport));
            if (frame.transport() == Transport.UDP) {
                deliver(MemorySegment.ofArray(bytes), frame);
            } else {
                stream(bytes, frame);
            }
        }

        /** The next start line that begins a line; -1 if there is none. */
        private static long startOfLine(MemorySegment all, long from) {
            long size = all.byteSize();
            for (long at = from + 1; at < size; at++) {
                boolean begins = all.get(ValueLayout.JAVA_BYTE, at - 1) == '\n';
                if (begins && MessageFramer.startsMessage(all, at, size)) {
                    return at;
                }
            }
            return -1;
        }

        /** What an ICMP error quotes was sent before. */
        private void quoted(byte[] bytes) {
            if (MessageFramer.startsMessage(MemorySegment.ofArray(bytes), 0, bytes.length)) {
                delivery.unusable(lines.number(), Reason.QUOTED_MESSAGE, "");
            }
        }

        private void stream(byte[] bytes, Frame frame) {
            ByteArrayOutputStream waiting =
                    streams.computeIfAbsent(frame.at(Captured.NO_TIME), direction -> new ByteArrayOutputStream());
            waiting.writeBytes(bytes);
            MemorySegment all = MemorySegment.ofArray(waiting.toByteArray());
            waiting.reset();
            long at = 0;
            long size = all.byteSize();
            while (at < size) {
                long begin = MessageFramer.findStart(all, at, size);
                long end = begin < 0 ? -1 : MessageFramer.end(all, begin, size);
                if (end < 0) {
                    break;
                }
                delivery.message(copy(all.asSlice(begin, end - begin)), frame, lines.number());
                at = end;
            }
            if (size - at < MessageCollector.LARGEST) {
                waiting.writeBytes(all.asSlice(at).toArray(ValueLayout.JAVA_BYTE));
            }
        }

        private static MemorySegment copy(MemorySegment message) {
            return MemorySegment.ofArray(message.toArray(ValueLayout.JAVA_BYTE));
        }

        private void deliver(MemorySegment bytes, Frame frame) {
            if (MessageFramer.startsMessage(bytes, 0, bytes.byteSize())) {
                long end = MessageFramer.endInDatagram(bytes, 0, bytes.byteSize());
                delivery.message(bytes.asSlice(0, end), frame, lines.number());
            }
        }

        private long time() {
            String epoch = fields.getOrDefault("frame.time.epoch", "");
            return org.ringback.capture.wrap.Epoch.of(epoch)
                    .map(time -> time.getEpochSecond() * 1_000_000L + time.getNano() / 1000)
                    .orElse(Captured.NO_TIME);
        }

        private Endpoint endpoint(String side, String layer) {
            String host = fields.getOrDefault("ip." + side, fields.getOrDefault("ipv6." + side, ""));
            String port = fields.getOrDefault(layer + "." + side + "port", "");
            if (host.isEmpty()) {
                host = address(
                        fields.getOrDefault("ip." + side + ".raw", fields.getOrDefault("ipv6." + side + ".raw", "")));
                String rawPort = fields.getOrDefault(layer + "." + side + "port.raw", "");
                port = rawPort.length() == 4 ? Integer.toString(Integer.parseInt(rawPort, 16)) : port;
            }
            return Addresses.of(host, port);
        }

        private static String address(String raw) {
            StringBuilder text = new StringBuilder();
            if (raw.length() == 32) {
                for (int at = 0; at < 32; at += 4) {
                    text.append(at == 0 ? "" : ":").append(raw, at, at + 4);
                }
            } else if (raw.length() == 8) {
                for (byte part : CopiedBytes.fromHex(raw)) {
                    text.append(text.isEmpty() ? "" : ".").append(part & 0xFF);
                }
            }
            return text.toString();
        }
    }
}
