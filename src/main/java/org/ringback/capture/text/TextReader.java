package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.time.ZoneId;
import java.util.List;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;
import org.ringback.capture.wire.Unusable.Reason;

/**
 * Reads text of any known shape: the logs of SIP products, exports of trace tools, or messages that were simply pasted.
 *
 * <p>A message that stands in the file as it was sent is given as a slice of the file. Where the log put something before
 * its lines, escaped it or took its carriage returns away, the message is given in memory of its own, with prefixes and
 * indentation removed; a lone line feed is kept.
 *
 * <p>Times: a time without a zone, or with a name of one that means several, is that of the place where it is read. A time of day without a
 * date gets the date that stands last before it in the log, or the first one if that comes later. If the log names no date
 * at all, or a date without a year, times stand in {@link org.ringback.capture.wire.Captured#UNKNOWN_YEAR}, so that
 * differences are right. A log that names no time gives {@link org.ringback.capture.wire.Captured#NO_TIME}.
 *
 * <p>Bounds: one message is at most 1 MiB (more is cut off and reported as {@link Reason#LIMIT}); of a line only the first
 * 4 KiB are looked at to find out what it is. Apart from messages that do not stand in the file unchanged, memory does not
 * grow with the file.
 */
public final class TextReader {

    private static final List<TextShape> WHOLE_FILES = List.of(
            new SipTraceXml(), new Dissection(), new FollowedStream(), new WiresharkTree(), new AudioCodesSyslog());

    private TextReader() {}

    /**
     * Hands over every SIP message in the text, in the order of the text. Text with no SIP gives one
     * {@link Reason#NOT_A_CAPTURE} or {@link Reason#LOST_LINE_ENDS}, no bytes at all one {@link Reason#EMPTY_FILE}. Progress counts the bytes of this text.
     *
     * @param bytes the whole file; messages may be slices of it
     * @param file index of the file in the order given
     * @param here the zone of times whose zone is not written
     */
    public static void read(MemorySegment bytes, int file, ZoneId here, Sink sink) {
        if (bytes.byteSize() == 0) {
            sink.unusable(new Unusable(file, 0, Reason.EMPTY_FILE, ""));
            return;
        }
        Delivery delivery = new Delivery(file, sink, bytes.byteSize(), here);
        if (WideText.is(bytes)) {
            WideText.read(bytes, delivery);
        } else {
            read(bytes, delivery);
        }
        if (delivery.nothingGiven() && !delivery.stopped()) {
            sink.unusable(nothing(bytes, file));
        }
    }

    private static Unusable nothing(MemorySegment bytes, int file) {
        String head = TextShape.headOf(bytes);
        if (NgrepWithoutLines.is(head)) {
            return new Unusable(file, 0, Reason.LOST_LINE_ENDS, "ngrep");
        }
        return SilentLog.of(head)
                .map(product -> new Unusable(file, 0, Reason.SILENT_LOG, product))
                .orElseGet(() -> new Unusable(file, 0, Reason.NOT_A_CAPTURE, ""));
    }

    static void read(MemorySegment bytes, Delivery delivery) {
        shapeOf(bytes).read(bytes, delivery);
    }

    /** Whether a text is of a shape that is read as a whole, not line by line. */
    static boolean isWhole(MemorySegment text) {
        String head = TextShape.headOf(text);
        return WHOLE_FILES.stream().anyMatch(shape -> shape.recognizes(head));
    }

    private static TextShape shapeOf(MemorySegment bytes) {
        String head = TextShape.headOf(bytes);
        return WHOLE_FILES.stream()
                .filter(shape -> shape.recognizes(head))
                .findFirst()
                .orElseGet(FramedLog::new);
    }
}
