package org.ringback.growth;

import java.util.List;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Diagnosis;
import org.ringback.flow.MediaIndex;
import org.ringback.flow.Surroundings;
import org.ringback.media.Datagrams;
import org.ringback.network.NetworkEvents;
import org.ringback.reading.Examined;

/** Measures media, and looks at all calls beside them. */
public final class MediaExamination {

    private MediaExamination() {}

    /** Of so many of a kind; says how many steps it took, if it was loaded so that it counts them. */
    public static long of(String kind, int number) {
        MediaFlood flood = MediaFlood.valueOf(kind);
        var packets = new Packets();
        flood.messages().write(flood.messages(number), packets);
        List<Captured> messages = packets.all();
        Steps.taken();
        var datagrams = new Datagrams(0);
        flood.write(number, datagrams);
        var beside = new Surroundings(datagrams.seen(), NetworkEvents.EMPTY);
        Examined examined = Examined.of(messages, List.of(), Captured.NO_TIME, beside, new Diagnosis());
        var index = new MediaIndex(beside.media());
        examined.calls().forEach(index::of);
        examined.calls().forEach(examined::diagnosed);
        return Steps.taken();
    }
}
