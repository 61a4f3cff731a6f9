package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The syslog of AudioCodes devices: a message is spread over several records, between those of other sessions. The session
 * identifier (SID) says what belongs together. Lines may end with {@code #012}, and blanks stand where CRs were; the
 * {@code [Time:...]} that a record ends with has no year. The device does not name its own address.
 *
 * <p>Bounds: of 256 sessions whose message is not yet whole the oldest is given as it is.
 */
final class AudioCodesSyslog implements TextShape {

    private static final int OPEN_SESSIONS = 256;
    private static final int LONGEST_LINE = 64 * 1024;

    private static final Pattern SESSION = Pattern.compile("\\[SID=([^\\]]{1,64})\\]");
    private static final Pattern FIELDS = Pattern.compile("\\G\\s*\\[\\w{1,8}=[^\\]]{0,64}\\]");
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*(?:\\(\\s*[A-Za-z_]{1,32}\\s*\\)|\\(N\\s|----|\\(\\s*lgr_)");
    private static final Pattern TIME = Pattern.compile("\\s?\\[Time:([0-9@:. -]{8,32})\\]\\s*$");
    private static final Pattern MESSAGE = Pattern.compile(
            "---- (Incoming|Outgoing) SIP Message (?:from|to) (\\S{3,80}) (?:from|to) SIPInterface.{0,200}?"
                    + "(UDP|TCP|TLS)?(?: TO\\([^)]{0,20}\\))?(?: SocketID\\([^)]{0,20}\\))? ----\\s?");

    @Override
    public boolean recognizes(String head) {
        return head.contains("SIPInterface")
                && head.contains("SIP Message ")
                && SESSION.matcher(head).find();
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        new Sessions(bytes, delivery).run();
    }

    /** A message of which records are still to come. */
    private static final class Open {

        private final Frame frame;
        private final long line;
        private final StringBuilder text = new StringBuilder();

        Open(Frame frame, long line) {
            this.frame = frame;
            this.line = line;
        }
    }

    private static final class Sessions {

        private final Lines lines;
        private final Delivery delivery;
        private final LogClock clock;
        private final Map<String, Open> open = new LinkedHashMap<>();
        private String session = "";

        Sessions(MemorySegment bytes, Delivery delivery) {
            this.lines = new Lines(bytes);
            this.delivery = delivery;
            this.clock = delivery.clockOf(bytes);
        }

        void run() {
            while (lines.advance() && !delivery.stopAt(lines.next())) {
                String line = whole();
                Matcher matcher = SESSION.matcher(line);
                boolean record = matcher.find();
                String text = line;
                if (record) {
                    session = matcher.group(1);
                    text = line.substring(afterFields(line, matcher.end()));
                } else if (line.contains("[BID=")) {
                    session = "";
                }
                take(text, record, line);
            }
            open.values().forEach(this::deliver);
        }

        /** Records are longer than the lines of other logs. */
        private String whole() {
            if (lines.length() <= Lines.LOOKED_AT) {
                return lines.text();
            }
            long length = Math.min(LONGEST_LINE, lines.length());
            return new String(
                    lines.bytes().asSlice(lines.contentBegin(), length).toArray(ValueLayout.JAVA_BYTE),
                    StandardCharsets.ISO_8859_1);
        }

        private static int afterFields(String line, int from) {
            Matcher fields = FIELDS.matcher(line);
            int end = from;
            while (fields.find(end)) {
                end = fields.end();
            }
            while (end < line.length() && line.charAt(end) == ' ') {
                end++;
            }
            return end;
        }

        private void take(String text, boolean record, String line) {
            Matcher time = TIME.matcher(text.length() > 64 ? text.substring(text.length() - 64) : text);
            boolean closed = time.find();
            String rest =
                    closed ? text.substring(0, text.length() - time.group().length()) : text;
            boolean escaped = rest.contains("#012");
            String unescaped = rest.replace("#015", "").replace("#012", "\n");
            Matcher announced = MESSAGE.matcher(unescaped);
            if (announced.find()) {
                close(session);
                String start = line.substring(0, line.length() - text.length());
                Stamp stamp = closed ? Stamp.in(time.group(1), 0, time.group(1).length()) : null;
                open(announced, time(start, stamp));
                unescaped = unescaped.substring(announced.end());
            } else if (record && ENTRY.matcher(unescaped.strip()).find()) {
                close(session);
                return;
            }
            Open message = open.get(session);
            if (message == null) {
                return;
            }
            if (message.text.length() + unescaped.length() > MessageCollector.LARGEST) {
                close(session);
                return;
            }
            // What stands after the time of a record that had only the announcement is empty.
            if (!unescaped.isEmpty() || !closed) {
                message.text.append(unescaped);
                if (!escaped) {
                    message.text.append('\n');
                }
            }
        }

        private long time(String start, Stamp own) {
            Stamp ofLine = Stamp.in(start, 0, start.length());
            boolean dated = ofLine != null && ofLine.yearKnown();
            if (own != null && dated) {
                return clock.micros(own.on(ofLine.day()));
            }
            return clock.micros(own != null ? own : ofLine);
        }

        private void open(Matcher announced, long time) {
            if (open.size() >= OPEN_SESSIONS) {
                Iterator<Open> oldest = open.values().iterator();
                deliver(oldest.next());
                oldest.remove();
            }
            String transport = announced.group(3) == null ? "" : announced.group(3);
            Frame frame = Frame.with(
                    time,
                    announced.group(1).equals("Incoming"),
                    Addresses.endpoint(announced.group(2)),
                    Addresses.transport(transport));
            open.put(session, new Open(frame, lines.number()));
        }

        private void close(String closing) {
            Open message = open.remove(closing);
            if (message != null) {
                deliver(message);
            }
        }

        private void deliver(Open message) {
            String text = message.text.toString().stripLeading();
            if (text.startsWith("SIP/") || text.contains("SIP/2.0 \n")) {
                text = text.replace(" \n", "\r\n");
            }
            MemorySegment bytes = MemorySegment.ofArray(text.getBytes(StandardCharsets.ISO_8859_1));
            FramedLog.readWithin(bytes, delivery, clock, message.line, message.frame);
        }
    }
}
