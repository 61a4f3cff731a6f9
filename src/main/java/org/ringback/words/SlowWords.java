package org.ringback.words;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.diagnosis.Spans;
import org.ringback.language.Texts;
import org.ringback.media.MediaStream;
import org.ringback.media.SlowChange;

/** Says in one language what changed in a stream too slowly for jitter to show it. */
public final class SlowWords {

    /** Finer nothing is known, for the soonest packet of each part of the stream is looked at; in microseconds. */
    private static final long TENTH = 100_000;

    private final Texts texts;
    private final Spans spans;

    public SlowWords(Texts texts) {
        this.texts = texts;
        this.spans = new Spans(texts);
    }

    /** Of most streams nothing. */
    public List<MediaWords.Figure> figures(MediaStream stream) {
        return Stream.of(clock(stream), delay(stream)).flatMap(Optional::stream).toList();
    }

    private Optional<MediaWords.Figure> clock(MediaStream stream) {
        return SlowChange.drift(stream)
                .map(drift -> new MediaWords.Figure(
                        texts.get(MediaText.CLOCK),
                        texts.get(
                                drift.slower() > 0 ? MediaText.CLOCK_SLOW : MediaText.CLOCK_FAST,
                                texts.numbers().percent(Math.abs(drift.slower())),
                                span(drift.apart()),
                                span(drift.length()))));
    }

    private Optional<MediaWords.Figure> delay(MediaStream stream) {
        return SlowChange.growth(stream)
                .map(swell -> new MediaWords.Figure(
                        texts.get(MediaText.DELAY),
                        texts.get(
                                MediaText.DELAY_GREW,
                                span(Math.round((double) swell.most() / TENTH) * TENTH),
                                span(swell.length()))));
    }

    private String span(long micros) {
        return spans.say(Duration.of(micros, ChronoUnit.MICROS));
    }
}
