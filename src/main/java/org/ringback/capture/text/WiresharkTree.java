package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;
import org.ringback.capture.wrap.HeaderLine;

/**
 * Packets that Wireshark or {@code tshark -V} printed as a tree. The message is put together again from its start line, its
 * headers and the lines of its body. Bodies that the tree takes apart, as XML, are not in it line by line and stay missing.
 */
final class WiresharkTree implements TextShape {

    private static final Pattern FRAME = Pattern.compile("(?m)^Frame \\d{1,12}: ");
    private static final Pattern SDP = Pattern.compile("\\(([a-z])\\): ?(.*)$");
    /** What is said of a body before its lines. */
    private static final Pattern BODIES = Pattern.compile("^(?:Line-based text data|Sipfrag$|Media Type|Data \\()");

    /** Bodies of which the tree shows the parts and not the lines. */
    private static final Pattern TAKEN_APART =
            Pattern.compile("^(?:eXtensible Markup Language|MIME Multipart|JavaScript Object|ISDN User Part)");

    /** How the tree writes the fold of a header. */
    private static final Pattern UNFOLDED = Pattern.compile("(?:\\\\r)?\\\\n(?:\\\\t| )");

    private static final Pattern EPOCH = Pattern.compile("Epoch (?:Arrival )?Time: (\\d{1,12})\\.(\\d{6})");
    private static final Pattern NETWORK = Pattern.compile(
            "^Internet Protocol(?: Version [46])?, Src: (?:\\S+ \\()?([^\\s,()]+)\\)?, Dst: (?:\\S+ \\()?([^\\s,()]+)");
    private static final Pattern TRANSPORT =
            Pattern.compile("^(User Datagram|Transmission Control|Stream Control Transmission) Protocol, "
                    + "Src Port: (?:\\S+ \\()?(\\d{1,5})\\)?[^,]{0,20}, Dst Port: (?:\\S+ \\()?(\\d{1,5})");

    @Override
    public boolean recognizes(String head) {
        return (head.contains("Request-Line: ")
                        || head.contains("Status-Line: ")
                        || FRAME.matcher(head).find())
                && head.contains("Session Initiation Protocol");
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        new Packets(bytes, delivery).run();
    }

    private enum Part {
        OTHER,
        HEADERS,
        BODY,
        SDP
    }

    private static final class Packets {

        private final TreeLines lines;
        private final Delivery delivery;
        private final LogClock clock;
        private final StringBuilder message = new StringBuilder();
        private Part part = Part.OTHER;
        private int depth = -1;
        private long line;
        private boolean quoted;
        private long time = Captured.NO_TIME;
        private String source = "";
        private String destination = "";
        private String sourcePort = "";
        private String destinationPort = "";
        private Transport transport = Transport.UNKNOWN;

        Packets(MemorySegment bytes, Delivery delivery) {
            this.lines = new TreeLines(bytes);
            this.delivery = delivery;
            this.clock = delivery.clockOf(bytes.asSlice(0, 0));
        }

        void run() {
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                String text = lines.text();
                int indent = indent(text);
                if (indent == 0) {
                    topLevel(text);
                } else {
                    nested(text.strip(), indent);
                }
            }
            deliver();
        }

        private void topLevel(String text) {
            if (text.startsWith("Frame ") || text.startsWith("Session Initiation Protocol")) {
                deliver();
            }
            quoted = !text.startsWith("Frame ") && (quoted || text.startsWith("Internet Control Message Protocol"));
            if (text.startsWith("Frame ")) {
                time = Captured.NO_TIME;
                source = "";
                destination = "";
                sourcePort = "";
                destinationPort = "";
                transport = Transport.UNKNOWN;
            }
            Matcher network = NETWORK.matcher(text);
            if (network.find()) {
                source = network.group(1);
                destination = network.group(2);
            }
            Matcher ports = TRANSPORT.matcher(text);
            if (ports.find()) {
                sourcePort = ports.group(2);
                destinationPort = ports.group(3);
                transport = switch (ports.group(1)) {
                    case "User Datagram" -> Transport.UDP;
                    case "Transmission Control" -> Transport.TCP;
                    default -> Transport.SCTP;
                };
            }
            part = Part.OTHER;
        }

        private void nested(String text, int indent) {
            Matcher epoch = EPOCH.matcher(text);
            if (epoch.find()) {
                time = Long.parseLong(epoch.group(1)) * 1_000_000 + Long.parseLong(epoch.group(2));
            } else if (time == Captured.NO_TIME && text.startsWith("Arrival Time: ")) {
                time = clock.micros(Stamp.in(text, 14, text.length()));
            }
            boolean start = text.startsWith("Request-Line: ") || text.startsWith("Status-Line: ");
            if (start && quoted) {
                part = Part.OTHER;
                delivery.unusable(lines.number(), Reason.QUOTED_MESSAGE, "");
            } else if (start) {
                deliver();
                line = lines.number();
                message.append(text.substring(text.indexOf(": ") + 2)).append("\r\n");
            } else if (text.equals("Message Header")) {
                part = Part.HEADERS;
                depth = -1;
            } else if (text.startsWith("Message Body")) {
                part = Part.BODY;
                depth = -1;
            } else if (text.startsWith("Session Description Protocol") && !text.contains("(v):")) {
                part = Part.SDP;
                depth = -1;
                message.append("\r\n");
            } else if (part == Part.BODY && TAKEN_APART.matcher(text).find()) {
                part = Part.OTHER;
            } else if (part != Part.OTHER) {
                item(text, indent);
            }
        }

        private void item(String text, int indent) {
            if (part == Part.BODY && (BODIES.matcher(text).find() || indent < depth)) {
                depth = -1;
                return;
            }
            if (depth < 0) {
                depth = indent;
                message.append(part == Part.BODY ? "\r\n" : "");
            }
            if (indent != depth || message.isEmpty() || message.length() > MessageCollector.LARGEST) {
                return;
            }
            if (part == Part.HEADERS) {
                if (HeaderLine.isAt(text, 0)) {
                    message.append(UNFOLDED.matcher(text).replaceAll(" ").replace("\\r\\n", ""))
                            .append("\r\n");
                }
                return;
            }
            if (part == Part.BODY) {
                message.append(text.endsWith("\\r\\n") ? text.substring(0, text.length() - 4) : text)
                        .append("\r\n");
                return;
            }
            Matcher sdp = SDP.matcher(text);
            if (sdp.find()) {
                message.append(sdp.group(1)).append('=').append(sdp.group(2)).append("\r\n");
            }
        }

        private void deliver() {
            if (message.isEmpty()) {
                return;
            }
            if (message.indexOf("\r\n\r\n") < 0) {
                message.append("\r\n");
            }
            MemorySegment bytes = MemorySegment.ofArray(message.toString().getBytes(StandardCharsets.ISO_8859_1));
            message.setLength(0);
            Endpoint from = Addresses.of(source, sourcePort);
            Endpoint to = Addresses.of(destination, destinationPort);
            FramedLog.readWithin(bytes, delivery, clock, line, Frame.between(time, from, to, transport));
        }

        private static int indent(String text) {
            int indent = 0;
            while (indent < text.length() && text.charAt(indent) == ' ') {
                indent++;
            }
            return indent;
        }
    }
}
