package org.ringback.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ringback.call.ZoneTimes;
import org.ringback.statistics.Count;
import org.ringback.statistics.Group;
import org.ringback.statistics.Period;
import org.ringback.statistics.Spread;
import org.ringback.words.CallValues;

/**
 * Calls in numbers as JSON, documented in {@code src/site/markdown/json.md}: fields are added, never renamed or removed.
 * What is unknown is null.
 */
public final class SummaryJson {

    private static final int DECIMALS = 4;

    private final SummaryReport report;
    private final JsonGenerator json;
    private final ZoneTimes times;

    private SummaryJson(SummaryReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
        this.times = new ZoneTimes(report.zone());
    }

    /** Writes to a stream that is left open. */
    public static void print(SummaryReport report, PrintStream out) {
        JsonOutput.print(out, json -> new SummaryJson(report, json).write());
    }

    private void write() throws IOException {
        var numbers = report.statistics();
        json.writeStartObject();
        json.writeNumberField("messages", report.messages());
        writeCount(numbers.all());
        json.writeObjectFieldStart("endings");
        var endings = new TreeMap<>(numbers.endings());
        for (Map.Entry<?, Integer> ending : endings.entrySet()) {
            json.writeNumberField(CallValues.id((Enum<?>) ending.getKey()), ending.getValue());
        }
        json.writeEndObject();
        writeSpread("postDialDelay", numbers.postDialDelay());
        writeSpread("talkTime", numbers.talkTime());
        writeGroups("codes", "code", numbers.codes());
        writeGroups("sources", "host", numbers.sources());
        writeGroups("destinations", "host", numbers.destinations());
        writeGroups("userAgents", "userAgent", numbers.programs());
        json.writeNumberField("periodSeconds", numbers.periods().length().toSeconds());
        json.writeArrayFieldStart("periods");
        for (Period period : numbers.periods().all()) {
            json.writeStartObject();
            json.writeStringField("start", times.timestamp(period.start()));
            writeCount(period.count());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeGroups(String name, String what, List<Group> groups) throws IOException {
        json.writeArrayFieldStart(name);
        for (Group group : groups) {
            json.writeStartObject();
            if (what.equals("code")) {
                json.writeNumberField(what, Integer.parseInt(group.name()));
            } else {
                json.writeStringField(what, group.name());
            }
            writeCount(group.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCount(Count count) throws IOException {
        json.writeNumberField("calls", count.calls());
        json.writeNumberField("answered", count.answered());
        json.writeNumberField("failed", count.failed());
        Optional<Double> ratio = count.answerRatio();
        if (ratio.isEmpty()) {
            json.writeNullField("answerRatio");
        } else {
            json.writeNumberField(
                    "answerRatio",
                    BigDecimal.valueOf(ratio.get())
                            .setScale(DECIMALS, RoundingMode.HALF_UP)
                            .stripTrailingZeros());
        }
    }

    private void writeSpread(String name, Optional<Spread> spread) throws IOException {
        if (spread.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeNumberField("calls", spread.get().calls());
        json.writeNumberField("median", CallValues.seconds(spread.get().median()));
        json.writeNumberField("p90", CallValues.seconds(spread.get().ninety()));
        json.writeNumberField("p95", CallValues.seconds(spread.get().ninetyFive()));
        json.writeNumberField("longest", CallValues.seconds(spread.get().longest()));
        json.writeEndObject();
    }
}
