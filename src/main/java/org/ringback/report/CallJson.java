package org.ringback.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.call.LegLink;
import org.ringback.call.Unclear;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.capture.wire.Unusable;
import org.ringback.words.CallValues;
import org.ringback.words.MediaWaysText;

/**
 * Calls as JSON, documented in {@code src/site/markdown/json.md}: fields are added, never renamed or removed. What is
 * unknown is null.
 */
public final class CallJson {

    private final CallReport report;
    private final JsonGenerator json;
    private final ZoneTimes times;

    private CallJson(CallReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
        times = new ZoneTimes(report.zone());
    }

    /** Writes to a stream that is left open. */
    public static void print(CallReport report, PrintStream out) {
        JsonOutput.print(out, json -> new CallJson(report, json).write());
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("messages", report.tally().messages());
        writeCounts("methods", report.tally().methods());
        writeCounts("statuses", report.tally().statuses());
        json.writeNumberField("callIds", report.tally().callIds());
        json.writeArrayFieldStart("calls");
        for (Call call : report.shown()) {
            writeCall(call);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unusable");
        for (Unusable part : report.unusable()) {
            writeUnusable(part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeCounts(String name, Map<?, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var count : counts.entrySet()) {
            json.writeNumberField(count.getKey().toString(), count.getValue());
        }
        json.writeEndObject();
    }

    private void writeCall(Call call) throws IOException {
        var outcome = call.outcome();
        json.writeStartObject();
        json.writeStringField("callId", call.callId());
        json.writeStringField("method", call.method());
        writeText("start", Captured.dated(call.start()) ? times.timestamp(call.start()) : "");
        Optional<String> timeOfDay = CallValues.timeOfDay(call.start());
        if (timeOfDay.isPresent()) {
            json.writeStringField("startTimeOfDay", timeOfDay.get());
        }
        writeText("from", call.from().address());
        writeText("to", call.to().address());
        json.writeStringField("ending", CallValues.id(outcome.ending()));
        writeText("unclear", outcome.unclear() == Unclear.NONE ? "" : CallValues.id(outcome.unclear()));
        if (outcome.code() == 0) {
            json.writeNullField("code");
        } else {
            json.writeNumberField("code", outcome.code());
        }
        writeText("firstSaidBy", outcome.firstSaidBy().text());
        json.writeNumberField("messages", call.messages().size() - call.retransmissions());
        json.writeNumberField("retransmissions", call.retransmissions());
        writeSeconds("postDialDelay", call.times().postDialDelay());
        writeSeconds("ringTime", call.times().ringTime());
        writeSeconds("talkTime", call.times().talkTime());
        Optional<Long> expiry = call.expiry();
        if (expiry.isEmpty()) {
            json.writeNullField("expires");
        } else {
            json.writeNumberField("expires", expiry.get());
        }
        json.writeArrayFieldStart("links");
        for (LegLink link : report.links().of(call)) {
            writeLink(link, call);
        }
        json.writeEndArray();
        writeText(
                "media",
                report.media()
                        .apply(call)
                        .map(MediaWaysText::of)
                        .map(CallValues::id)
                        .orElse(""));
        json.writeEndObject();
    }

    private void writeLink(LegLink link, Call call) throws IOException {
        json.writeStartObject();
        json.writeStringField("callId", link.otherThan(call).callId());
        json.writeStringField("reason", CallValues.id(link.reason()));
        json.writeStringField("confidence", CallValues.id(link.confidence()));
        writeText("evidence", link.evidence());
        json.writeEndObject();
    }

    private void writeUnusable(Unusable part) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", report.files().get(part.file()));
        json.writeNumberField("frame", part.frame());
        json.writeStringField("reason", CallValues.id(part.reason()));
        json.writeStringField("detail", part.detail());
        json.writeEndObject();
    }

    private void writeText(String name, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    private void writeSeconds(String name, Optional<Duration> duration) throws IOException {
        if (duration.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, CallValues.seconds(duration.get()));
        }
    }
}
