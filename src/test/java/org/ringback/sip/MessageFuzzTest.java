package org.ringback.sip;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of any bytes: parser, reader of heads and framer agree. */
class MessageFuzzTest {

    private final Agreement agreement = new Agreement();

    static Stream<byte[]> messages() {
        return TortureMessages.all().values().stream();
    }

    @MethodSource("messages")
    @FuzzTest
    void allAgreeOnAnything(byte[] message) {
        agreement.check(MemorySegment.ofArray(message));
    }
}
