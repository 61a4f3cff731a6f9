package org.ringback.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.Optional;
import org.ringback.call.Call;
import org.ringback.media.Goodbye;
import org.ringback.media.KeyPress;
import org.ringback.media.MediaFlow;
import org.ringback.media.MediaStream;
import org.ringback.media.Moment;
import org.ringback.media.ReceiverReport;
import org.ringback.words.CallValues;

/**
 * Streams as JSON, documented in {@code src/site/markdown/json.md}: fields are added, never renamed or removed. What is unknown
 * is null.
 */
public final class MediaJson {

    private final MediaReport report;
    private final JsonGenerator json;

    private MediaJson(MediaReport report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /** Writes to a stream that is left open. */
    public static void print(MediaReport report, PrintStream out) {
        JsonOutput.print(out, json -> new MediaJson(report, json).write());
    }

    static String ssrc(MediaStream stream) {
        return "0x" + HexFormat.of().withUpperCase().toHexDigits((int) stream.ssrc());
    }

    /** Microseconds as milliseconds with three decimals. */
    static BigDecimal millis(long micros) {
        return millis((double) micros);
    }

    /** The same of a mean. */
    static BigDecimal millis(double micros) {
        return BigDecimal.valueOf(micros / 1000).setScale(3, RoundingMode.HALF_UP);
    }

    static String id(Enum<?> constant) {
        return CallValues.id(constant);
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeBooleanField("complete", report.complete());
        json.writeArrayFieldStart("streams");
        for (MediaReport.Line line : report.streams()) {
            stream(line);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("flows");
        for (MediaFlow flow : report.flows()) {
            flow(flow);
        }
        json.writeEndArray();
        new MeasuredJson(json).write(report);
        json.writeEndObject();
    }

    private void stream(MediaReport.Line line) throws IOException {
        MediaStream stream = line.stream();
        json.writeStartObject();
        text("callId", line.call().map(Call::callId));
        text("toward", line.known().map(known -> id(known.toward())));
        text("basis", line.known().map(known -> id(known.basis())));
        json.writeStringField("source", stream.source().text());
        json.writeStringField("destination", stream.destination().text());
        json.writeStringField("ssrc", ssrc(stream));
        json.writeStringField("codec", line.codec());
        json.writeStringField("file", report.files().get(stream.file()));
        moment("first", stream.first());
        moment("last", stream.last());
        json.writeNumberField("durationMs", millis(stream.length()));
        json.writeNumberField("packets", stream.packets());
        json.writeNumberField("bytes", stream.bytes());
        json.writeNumberField("copies", stream.copies());
        loss(stream.loss());
        pace(stream.pace());
        SlowJson.write(stream, json);
        json.writeStringField("transport", stream.transport().name());
        json.writeNumberField("dscp", stream.dscp());
        json.writeNumberField("silentPackets", stream.constant());
        json.writeArrayFieldStart("payloads");
        for (MediaStream.Payload payload : stream.payloads()) {
            json.writeStartObject();
            json.writeNumberField("type", payload.type());
            text(
                    "name",
                    line.known().flatMap(known -> known.format(payload.type())).map(format -> format.encoding()));
            json.writeNumberField("packets", payload.packets());
            json.writeEndObject();
        }
        json.writeEndArray();
        keys(stream);
        json.writeArrayFieldStart("reports");
        for (ReceiverReport about : stream.reports()) {
            report(about);
        }
        json.writeEndArray();
        goodbye(stream);
        json.writeEndObject();
    }

    private void goodbye(MediaStream stream) throws IOException {
        if (stream.goodbye().isEmpty()) {
            json.writeNullField("goodbye");
            return;
        }
        Goodbye said = stream.goodbye().get();
        json.writeObjectFieldStart("goodbye");
        text("time", CallValues.timestamp(said.packet().time(), report.zone()));
        json.writeNumberField("frame", said.packet().frame());
        text("reason", Optional.of(said.reason()));
        json.writeEndObject();
    }

    private void loss(MediaStream.Loss loss) throws IOException {
        json.writeNumberField("expected", loss.expected());
        json.writeNumberField("lost", loss.lost());
        json.writeNumberField("holes", loss.holes());
        json.writeNumberField("longestHole", loss.longestHole());
        json.writeNumberField("duplicates", loss.duplicates());
        json.writeNumberField("late", loss.late());
        json.writeNumberField("restarts", loss.restarts());
    }

    private void pace(MediaStream.Pace pace) throws IOException {
        if (pace.clockRate() == 0) {
            json.writeNullField("clockRate");
            json.writeNullField("jitterMeanMs");
            json.writeNullField("jitterHighestMs");
        } else {
            json.writeNumberField("clockRate", pace.clockRate());
            json.writeNumberField("jitterMeanMs", millis(pace.meanJitter()));
            json.writeNumberField("jitterHighestMs", millis(pace.highestJitter()));
        }
        json.writeNumberField("longestDeltaMs", millis(pace.longestDelta()));
        if (pace.packetTime() == 0) {
            json.writeNullField("packetTimeMs");
        } else {
            json.writeNumberField("packetTimeMs", pace.packetTime());
        }
    }

    /** Only how many: which keys were pressed may be a code that is nobody else's business. */
    private void keys(MediaStream stream) throws IOException {
        json.writeNumberField("keyEvents", stream.keys().size());
        json.writeNumberField(
                "keyEventsWithoutEnd",
                stream.keys().stream()
                        .filter(press -> !press.ended())
                        .map(KeyPress::key)
                        .count());
    }

    private void report(ReceiverReport about) throws IOException {
        json.writeStartObject();
        json.writeStringField("reporter", about.reporter().text());
        json.writeNumberField("reports", about.reports());
        json.writeNumberField("lost", about.lost());
        json.writeNumberField(
                "worstShare", BigDecimal.valueOf(about.worstShare()).setScale(3, RoundingMode.HALF_UP));
        if (about.roundTrip().isPresent()) {
            json.writeNumberField("roundTripMs", millis(about.roundTrip().get()));
        } else {
            json.writeNullField("roundTripMs");
        }
        new MeasuredJson(json).voip(about.voip());
        json.writeEndObject();
    }

    private void flow(MediaFlow flow) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", id(flow.kind()));
        json.writeStringField("source", flow.source().text());
        json.writeStringField("destination", flow.destination().text());
        json.writeStringField("file", report.files().get(flow.file()));
        json.writeNumberField("packets", flow.packets());
        moment("first", flow.first());
        moment("last", flow.last());
        json.writeEndObject();
    }

    private void moment(String name, Moment moment) throws IOException {
        json.writeObjectFieldStart(name);
        text("time", CallValues.timestamp(moment.time(), report.zone()));
        json.writeNumberField("frame", moment.frame());
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) throws IOException {
        Optional<String> known = value.filter(text -> !text.isEmpty());
        if (known.isPresent()) {
            json.writeStringField(name, known.get());
        } else {
            json.writeNullField(name);
        }
    }
}
