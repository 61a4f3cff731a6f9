package org.ringback.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import org.ringback.media.MediaStream;
import org.ringback.media.MediaStream.Drift;
import org.ringback.media.MediaStream.Swell;
import org.ringback.media.SlowChange;

/** What changes in a stream too slowly for jitter to show it, as numbers for programs; null where it was not measured. */
final class SlowJson {

    private SlowJson() {}

    /** By how many millionths the clock of the sender is slower than that of the capture; negative if it is faster. */
    static Optional<Long> drift(MediaStream stream) {
        return SlowChange.measured(stream).map(drift -> Math.round(1e6 * drift.slower()));
    }

    /** How much more delay there was for a while. */
    static Optional<BigDecimal> growth(MediaStream stream) {
        return swell(stream).map(swell -> MediaJson.millis(swell.most()));
    }

    /** For how long it was more than half as much. */
    static Optional<BigDecimal> growthLength(MediaStream stream) {
        return swell(stream).map(swell -> MediaJson.millis(swell.length()));
    }

    private static Optional<Swell> swell(MediaStream stream) {
        return SlowChange.measured(stream).flatMap(Drift::swell);
    }

    static void write(MediaStream stream, JsonGenerator json) throws IOException {
        json.writeFieldName("clockDriftPpm");
        number(drift(stream).map(BigDecimal::valueOf), json);
        json.writeFieldName("delayGrowthMs");
        number(growth(stream), json);
        json.writeFieldName("delayGrowthLengthMs");
        number(growthLength(stream), json);
    }

    private static void number(Optional<BigDecimal> number, JsonGenerator json) throws IOException {
        if (number.isPresent()) {
            json.writeNumber(number.get());
        } else {
            json.writeNull();
        }
    }
}
