package org.ringback.capture.text;

import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ringback.capture.wire.Endpoint;
import org.ringback.capture.wire.Transport;
import org.ringback.capture.wire.Unusable.Reason;

/**
 * The siptrace XML of sipX: one {@code branchNode} for each message, with time, source, destination and the message. A part
 * that is not well-formed is read as plain text from there on. The time has a zone; hosts may be names. Every byte is read
 * as one character, so that a message in another encoding stays what it is.
 */
final class SipTraceXml implements TextShape {

    private static final int LARGEST_ELEMENT = 4 * 1024 * 1024;
    private static final int LONGEST_FIELD = 512;
    private static final String CDATA = "<![CDATA[";

    @Override
    public boolean recognizes(String head) {
        return head.contains("<sipTrace") || head.contains("<branchNode>");
    }

    @Override
    public void read(MemorySegment bytes, Delivery delivery) {
        SegmentInput input = new SegmentInput(bytes, LARGEST_ELEMENT);
        Nodes nodes = new Nodes(bytes, delivery);
        try {
            XMLStreamReader xml =
                    factory().createXMLStreamReader(new InputStreamReader(input, StandardCharsets.ISO_8859_1));
            while (xml.hasNext()) {
                input.allowMore();
                if (!nodes.take(xml, xml.next())) {
                    break;
                }
            }
        } catch (XMLStreamException e) {
            String limit = input.exceeded() ? Integer.toString(LARGEST_ELEMENT) : "";
            delivery.unusable(nodes.lineOfReadUpTo, input.exceeded() ? Reason.LIMIT : Reason.DAMAGED_RECORD, limit);
            FramedLog.readFrom(bytes, nodes.readUpTo, nodes.lineOfReadUpTo, delivery);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The nodes one after the other. */
    private static final class Nodes {

        private final MemorySegment bytes;
        private final Delivery delivery;
        private final LogClock clock;
        private final StringBuilder text = new StringBuilder();
        private String time = "";
        private Endpoint source = Endpoint.UNKNOWN;
        private Endpoint destination = Endpoint.UNKNOWN;
        private long lineOfReadUpTo = 1;
        private long readUpTo;

        Nodes(MemorySegment bytes, Delivery delivery) {
            this.bytes = bytes;
            this.delivery = delivery;
            this.clock = delivery.clockOf(bytes.asSlice(0, 0));
        }

        boolean take(XMLStreamReader xml, int event) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    if (xml.getLocalName().equals("branchNode")) {
                        time = "";
                        source = Endpoint.UNKNOWN;
                        destination = Endpoint.UNKNOWN;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                case XMLStreamConstants.END_ELEMENT -> {
                    ended(xml.getLocalName());
                    return !delivery.stopAt(readUpTo);
                }
                default -> {
                    // Comments and the like say nothing about messages.
                }
            }
            return true;
        }

        private void ended(String element) {
            switch (element) {
                case "time" -> time = field();
                case "source" -> source = address(source);
                case "destination" -> destination = address(destination);
                case "sourceAddress" -> source = better(source);
                case "destinationAddress" -> destination = better(destination);
                case "message" -> message();
                default -> {
                    // Fields that repeat what the message says.
                }
            }
            text.setLength(0);
        }

        private String field() {
            return text.substring(0, Math.min(LONGEST_FIELD, text.length())).strip();
        }

        private Endpoint address(Endpoint known) {
            Endpoint written = Addresses.endpoint(field());
            return written.equals(Endpoint.UNKNOWN) ? known : written;
        }

        /** The address of a host that the source gives by its name. */
        private Endpoint better(Endpoint named) {
            Endpoint written = address(named);
            return written.port() != 0 || named.port() == 0 ? written : named;
        }

        private void message() {
            String written = text.toString();
            long element = find("<message", readUpTo);
            countLines(element);
            long line = lineOfReadUpTo;
            long close = find("</message", element);
            MemorySegment message = standing(element, close, written);
            countLines(close);
            Frame frame = Frame.between(
                    clock.micros(Stamp.in(time, 0, time.length())), source, destination, Transport.UNKNOWN);
            FramedLog.readWithin(message, delivery, clock, line, frame);
        }

        /** The message where it stands in the file, if it stands in CDATA: XML itself takes every CR away. */
        private MemorySegment standing(long element, long close, String written) {
            byte[] raw = bytes.asSlice(element, close - element).toArray(ValueLayout.JAVA_BYTE);
            String standing = new String(raw, StandardCharsets.ISO_8859_1);
            int begin = standing.indexOf(CDATA);
            int end = standing.lastIndexOf("]]>");
            if (begin >= 0 && end > begin) {
                int from = begin + CDATA.length();
                String unchanged = standing.substring(from, end);
                if (unchanged.replace("\r\n", "\n").equals(written)) {
                    return bytes.asSlice(element + from, end - from);
                }
            }
            return MemorySegment.ofArray(written.stripLeading().getBytes(StandardCharsets.ISO_8859_1));
        }

        /** Where the text stands next, or the end of what may belong to one element. */
        private long find(String what, long from) {
            long limit = Math.min(bytes.byteSize(), from + LARGEST_ELEMENT);
            long last = limit - what.length();
            for (long at = from; at <= last; at++) {
                int same = 0;
                while (same < what.length()
                        && bytes.get(ValueLayout.JAVA_BYTE, at + same) == (byte) what.charAt(same)) {
                    same++;
                }
                if (same == what.length()) {
                    return at;
                }
            }
            return limit;
        }

        private void countLines(long to) {
            for (long at = readUpTo; at < to; at++) {
                if (bytes.get(ValueLayout.JAVA_BYTE, at) == '\n') {
                    lineOfReadUpTo++;
                }
            }
            readUpTo = Math.max(readUpTo, to);
        }
    }
}
