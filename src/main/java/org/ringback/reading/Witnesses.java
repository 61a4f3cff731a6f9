package org.ringback.reading;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ringback.capture.payload.Witness;
import org.ringback.flow.Surroundings;
import org.ringback.media.MediaSeen;
import org.ringback.media.MediaWitness;

/** Those who look at what the packets of the files show besides messages, one set for each file. */
final class Witnesses implements Witness.Bench {

    private final List<MediaWitness> media = new CopyOnWriteArrayList<>();

    @Override
    public Witness of(int file, long offset) {
        var witness = new MediaWitness(file, offset);
        media.add(witness);
        return witness;
    }

    /** What they saw; for the thread that reads. */
    Surroundings seen() {
        return new Surroundings(
                MediaSeen.of(media.stream().map(MediaWitness::seen).toList()));
    }
}
