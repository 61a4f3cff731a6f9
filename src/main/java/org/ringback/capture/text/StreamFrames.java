package org.ringback.capture.text;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringback.sip.MessageFramer;

/**
 * Messages whose beginning a log printed as it came from a stream, until their rest comes. Dump files do so; their frames
 * stand in the file unchanged, up to a vertical tab.
 *
 * <p>Bounds: the beginnings of 16 connections, each no larger than a message may be.
 */
final class StreamFrames {

    private static final int CONNECTIONS = 16;
    private static final int VERTICAL_TAB = 0x0B;

    private final Map<Frame, Begun> begun = new LinkedHashMap<>();

    /**
     * A message of which bytes are still to come.
     *
     * @param frame what the log said about its beginning
     */
    record Begun(MemorySegment bytes, Frame frame, long line, boolean complete) {}

    /** Keeps a message that ended where its frame ended; false if it cannot go on in another frame. */
    boolean keep(MessageCollector message) {
        boolean goesOn = message.unfinished()
                && !message.tooLarge()
                && message.cutByFrame()
                && message.frame().partOfStream();
        if (!goesOn || begun.size() >= CONNECTIONS) {
            return false;
        }
        return begun.putIfAbsent(
                        connection(message.frame()), new Begun(message.bytes(), message.frame(), message.line(), false))
                == null;
    }

    /** What the message of this connection is with this frame added; null if the frame does not go on with one. */
    Begun goOn(MemorySegment file, long begin, long end, Frame frame) {
        Begun before = begun.get(connection(frame));
        if (before == null
                || end >= file.byteSize()
                || file.get(ValueLayout.JAVA_BYTE, end) != VERTICAL_TAB
                || MessageFramer.startsMessage(file, begin, end)) {
            return null;
        }
        long length = before.bytes().byteSize();
        if (length + end - begin > MessageCollector.LARGEST) {
            return null;
        }
        byte[] joined = new byte[(int) (length + end - begin)];
        MemorySegment.copy(before.bytes(), ValueLayout.JAVA_BYTE, 0, joined, 0, (int) length);
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, begin, joined, (int) length, (int) (end - begin));
        MemorySegment bytes = MemorySegment.ofArray(joined);
        boolean complete = MessageFramer.end(bytes, 0, bytes.byteSize()) >= 0;
        Begun whole = new Begun(bytes, before.frame(), before.line(), complete);
        if (complete) {
            begun.remove(connection(frame));
        } else {
            begun.put(connection(frame), whole);
        }
        return whole;
    }

    /** What never went on. */
    Collection<Begun> rest() {
        return List.copyOf(begun.values());
    }

    private static Frame connection(Frame frame) {
        return new Frame(0, frame.source(), frame.destination(), frame.transport(), 0, false);
    }
}
