package org.ringback.capture;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.ringback.capture.payload.Buffers;
import org.ringback.capture.payload.Bytes;
import org.ringback.capture.payload.Output;
import org.ringback.capture.payload.Store;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Limits;
import org.ringback.capture.wire.Sink;
import org.ringback.capture.wire.Unusable;

/** Any bytes as they lie in a mapped file, and what must hold for whatever is read from them. */
final class Fuzzed implements Sink, AutoCloseable {

    final MemorySegment bytes;
    final Output output;
    final Buffers buffers;
    private final Arena arena = Arena.ofConfined();
    private final Map<Unusable.Reason, Integer> reports = new HashMap<>();

    Fuzzed(byte[] content) {
        MemorySegment own = arena.allocate(Math.max(1, content.length));
        MemorySegment.copy(content, 0, own, JAVA_BYTE, 0, content.length);
        bytes = own.asSlice(0, content.length).asReadOnly();
        buffers = new Buffers(arena);
        output = new Output(
                0,
                this,
                new Store(
                        Long.MAX_VALUE,
                        (kept, from, length) -> MemorySegment.ofArray(Arrays.copyOfRange(kept, from, from + length))),
                bytes,
                0);
    }

    /** A message is never empty, and its first byte is that of a start line. */
    void checkMessages() {
        while (output.hasMessages()) {
            message(output.poll());
        }
    }

    @Override
    public void message(Captured message) {
        assertThat(message.bytes().byteSize()).isPositive();
        assertThat(Bytes.printable(Bytes.u8(message.bytes(), 0))).isTrue();
        assertThat(message.frame()).isNotNegative();
        assertThat(message.source()).isNotNull();
        assertThat(message.destination()).isNotNull();
    }

    @Override
    public void unusable(Unusable part) {
        int count = reports.merge(part.reason(), 1, Integer::sum);
        assertThat(count).isLessThanOrEqualTo(2 * Limits.REPORTS);
        assertThat(part.detail()).isNotNull();
    }

    @Override
    public void close() {
        arena.close();
    }
}
