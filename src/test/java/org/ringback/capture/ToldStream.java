package org.ringback.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.ringback.capture.stream.StreamSink;

/** Writes down what it is told, and takes nothing for SIP. */
final class ToldStream implements StreamSink {

    final List<String> told = new ArrayList<>();
    boolean dropped;

    @Override
    public void begin() {
        told.add("begin");
    }

    @Override
    public void join() {
        told.add("join");
    }

    @Override
    public void data(MemorySegment bytes, long from, long to, long time, long frame) {
        told.add(Sip.text(bytes.asSlice(from, to - from).toArray(JAVA_BYTE)) + " in " + frame + " at " + time);
    }

    @Override
    public void lost(long count, long frame) {
        told.add("lost " + count + " in " + frame);
    }

    @Override
    public void cut(long missing, long frame) {
        told.add("cut " + missing + " in " + frame);
    }

    @Override
    public void end() {
        told.add("end");
    }

    @Override
    public StreamSink aside(boolean missed) {
        told.add(missed ? "aside, late" : "aside");
        return this;
    }

    @Override
    public boolean dropped() {
        return dropped;
    }
}
